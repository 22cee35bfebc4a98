// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgslayertree.h>
#include <qgslayertreelayer.h>
#include <qgslayertreemodellegendnode.h>
#include <qgslayoutframe.h>
#include <qgslayoutitemlabel.h>
#include <qgslayoutitemlegend.h>
#include <qgslayoutitemmanualtable.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>

#include <QStringList>

#include <memory>

#include "plugin/layout/map_book.hpp"

namespace yiquan::plugin {

/// One page of a book with its items, in a project of its own.
class PrintedPage {
public:
    PrintedPage(const MapBook& book, std::size_t page) : layout_(book.hand_over(page, *project_)) {}

    [[nodiscard]] QgsPrintLayout& layout() const { return *layout_; }

    /// What stands on a label; empty where it is not on this page.
    [[nodiscard]] QString words(const char* id) const {
        const auto* label = dynamic_cast<QgsLayoutItemLabel*>(layout_->itemById(QString::fromUtf8(id)));
        return label != nullptr ? label->currentText() : QString();
    }

    [[nodiscard]] QStringList legend() const {
        QStringList lines;
        auto* legend = dynamic_cast<QgsLayoutItemLegend*>(layout_->itemById(QStringLiteral("legend")));
        if (legend == nullptr) return lines;
        for (QgsLayerTreeLayer* layer : legend->model()->rootGroup()->findLayers()) {
            const QList<QgsLayerTreeModelLegendNode*> nodes = legend->model()->layerLegendNodes(layer);
            for (const QgsLayerTreeModelLegendNode* node : nodes)
                lines.append(node->data(Qt::DisplayRole).toString());
        }
        return lines;
    }

    /// Rows of a table, headings first, each cell as one line.
    [[nodiscard]] QList<QStringList> table(const char* id) const {
        QList<QStringList> rows;
        const auto* frame = dynamic_cast<QgsLayoutFrame*>(layout_->itemById(QString::fromUtf8(id)));
        if (frame == nullptr) return rows;
        const auto* table = dynamic_cast<QgsLayoutItemManualTable*>(frame->multiFrame());
        if (table == nullptr) return rows;
        for (const QgsTableRow& row : table->tableContents()) {
            QStringList cells;
            for (const QgsTableCell& cell : row)
                cells.append(cell.content().toString().remove(QLatin1Char('\n')));
            rows.append(cells);
        }
        return rows;
    }

private:
    std::unique_ptr<QgsProject> project_ = std::make_unique<QgsProject>();
    QgsPrintLayout* layout_;
};

}  // namespace yiquan::plugin
