// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/page_items.hpp"

#include <qgsexpressioncontextutils.h>
#include <qgslayertree.h>
#include <qgslayertreelayer.h>
#include <qgslayoutexporter.h>
#include <qgslayoutframe.h>
#include <qgslayoutitemlabel.h>
#include <qgslayoutitemlegend.h>
#include <qgslayoutitemmanualtable.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutitemscalebar.h>
#include <qgslegendrenderer.h>
#include <qgsmaplayerlegend.h>
#include <qgsmarkersymbollayer.h>
#include <qgsprintlayout.h>
#include <qgsrendercontext.h>
#include <qgsrenderer.h>
#include <qgssymbol.h>
#include <qgstextformat.h>
#include <qgsvectorlayer.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "plugin/layout/paper_font.hpp"
#include "plugin/qgis_version.hpp"

namespace yiquan::plugin {
namespace {

QgsTextFormat in_family(QgsTextFormat format, const QString& family) {
    QFont font = format.font();
    font.setFamily(family);
    format.setFont(font);
    format.setFamilies({});
    return format;
}

QgsTextFormat resized(QgsTextFormat format, double factor) {
    format.setSize(std::max(smallest_points, format.size() * factor));
    return format;
}

/// In the legend a symbol stands in the middle, whatever its offset on the map.
void show_centred(QgsLayerTreeLayer& node, QgsVectorLayer& layer) {
    QgsRenderContext context;
    const QgsSymbolList symbols = layer.renderer()->symbols(context);
    if (symbols.isEmpty()) return;
    auto* symbol = symbols.first()->clone();
    for (int i = 0; i < symbol->symbolLayerCount(); ++i) {
        if (auto* marker = dynamic_cast<QgsMarkerSymbolLayer*>(symbol->symbolLayer(i)))
            marker->setOffset(QPointF());
    }
    QgsMapLayerLegendUtils::setLegendNodeCustomSymbol(&node, 0, symbol);
}

/// A step smaller, letters and symbols.
void shrink(QgsLayoutItemLegend& legend) {
    constexpr double step = 0.92;
    for (const QgsLegendStyle::Style role :
         {QgsLegendStyle::Group, QgsLegendStyle::Subgroup, QgsLegendStyle::SymbolLabel}) {
        QFont font = legend.style(role).font();
        font.setPointSizeF(std::max(smallest_points, font.pointSizeF() * step));
        legend.setStyleFont(role, font);
    }
    for (const QgsLegendStyle::Style role :
         {QgsLegendStyle::Subgroup, QgsLegendStyle::Symbol, QgsLegendStyle::SymbolLabel}) {
        legend.setStyleMargin(role, QgsLegendStyle::Top,
                              legend.style(role).margin(QgsLegendStyle::Top) * step);
    }
    legend.setSymbolHeight(legend.symbolHeight() * step);
    legend.setSymbolWidth(legend.symbolWidth() * step);
}

/// Headings are a row like the others, for a table's own have but one alignment.
QgsTableContents contents_of(const LedgerRows& rows, const QgsTextFormat& heading, const QgsTextFormat& words,
                             const QList<double>& widths) {
    const auto font_of = [](const QgsTextFormat& format) {
        QFont font = format.font();
        font.setPointSizeF(format.size());
        return font;
    };
    QgsTableContents contents;
    QVector<QgsTableCell> top;
    for (int c = 0; c < rows.headings.size(); ++c) {
        QgsTableCell cell(wrap_text(font_of(heading), rows.headings[c], widths[c]));
        cell.setTextFormat(heading);
        cell.setHorizontalAlignment(c < rows.word_columns ? Qt::AlignLeft : Qt::AlignRight);
        cell.setVerticalAlignment(Qt::AlignBottom);
        top.append(cell);
    }
    contents.append(top);
    for (std::size_t r = 0; r < rows.rows.size(); ++r) {
        QVector<QgsTableCell> line;
        for (int c = 0; c < rows.rows[r].size(); ++c) {
            QgsTableCell cell(wrap_text(font_of(words), rows.rows[r][c], widths[c]));
            cell.setHorizontalAlignment(c < rows.word_columns ? Qt::AlignLeft : Qt::AlignRight);
            if (rows.total && r + 1 == rows.rows.size()) cell.setBackgroundColor(QColor(0xE9, 0xEE, 0xF1));
            line.append(cell);
        }
        contents.append(line);
    }
    return contents;
}

}  // namespace

PageItems::PageItems(QgsPrintLayout& layout, QString family) : layout_(layout), family_(std::move(family)) {
    if (!family_.isEmpty()) use_family();
}

void PageItems::use_family() {
    QList<QgsLayoutItemLabel*> labels;
    layout_.layoutItems(labels);
    for (QgsLayoutItemLabel* label : labels) {
        QFont font = label->font();
        font.setFamily(family_);
        label->setFont(font);
    }
    QList<QgsLayoutItemLegend*> legends;
    layout_.layoutItems(legends);
    for (QgsLayoutItemLegend* legend : legends) {
        for (const QgsLegendStyle::Style role : {QgsLegendStyle::Title, QgsLegendStyle::Group,
                                                 QgsLegendStyle::Subgroup, QgsLegendStyle::SymbolLabel}) {
            QFont font = legend->style(role).font();
            font.setFamily(family_);
            legend->setStyleFont(role, font);
        }
    }
    QList<QgsLayoutItemScaleBar*> bars;
    layout_.layoutItems(bars);
    for (QgsLayoutItemScaleBar* bar : bars) bar->setTextFormat(in_family(bar->textFormat(), family_));
    for (QgsLayoutMultiFrame* frame : layout_.multiFrames()) {
        auto* table = dynamic_cast<QgsLayoutTable*>(frame);
        if (table == nullptr) continue;
        table->setHeaderTextFormat(in_family(table->headerTextFormat(), family_));
        table->setContentTextFormat(in_family(table->contentTextFormat(), family_));
    }
}

QgsLayoutItemMap* PageItems::map(const char* id) const {
    return dynamic_cast<QgsLayoutItemMap*>(layout_.itemById(QString::fromUtf8(id)));
}

QRectF PageItems::place(const char* id) const {
    const QgsLayoutItem* item = layout_.itemById(QString::fromUtf8(id));
    if (item == nullptr) return {};
    const QgsLayoutPoint at = item->positionWithUnits();
    const QgsLayoutSize size = item->sizeWithUnits();
    return {at.x(), at.y(), size.width(), size.height()};
}

QFont PageItems::font_of(const char* id) const {
    const auto* label = dynamic_cast<QgsLayoutItemLabel*>(layout_.itemById(QString::fromUtf8(id)));
    return label != nullptr ? label->font() : QFont();
}

void PageItems::move(const char* id, const QRectF& place) {
    QgsLayoutItem* item = layout_.itemById(QString::fromUtf8(id));
    if (item == nullptr) return;
    item->attemptMove(QgsLayoutPoint(place.topLeft(), QgsUnitTypes::LayoutMillimeters));
    item->attemptResize(QgsLayoutSize(place.size(), QgsUnitTypes::LayoutMillimeters));
}

void PageItems::remove(const char* id) {
    QgsLayoutItem* item = layout_.itemById(QString::fromUtf8(id));
    if (item != nullptr) layout_.removeLayoutItem(item);
}

void PageItems::set_text(const QString& id, const QString& text) {
    auto* label = dynamic_cast<QgsLayoutItemLabel*>(layout_.itemById(id));
    if (label == nullptr) return;
    const QRectF room = place(id.toUtf8().constData());
    const FittedText fitted = fit_text(label->font(), text, room.size(), smallest_points);
    label->setFont(fitted.font);
    QgsExpressionContextUtils::setLayoutVariable(&layout_, QStringLiteral("yiquan_") + id, fitted.text);
    label->refresh();
}

void PageItems::put_on(const char* id, const QRectF& frame, double unit) {
    auto* label = dynamic_cast<QgsLayoutItemLabel*>(layout_.itemById(QString::fromUtf8(id)));
    if (label == nullptr) return;
    const QSizeF size = text_size(label->font(), label->currentText());
    label->setBackgroundEnabled(true);
    label->setHAlign(Qt::AlignHCenter);
    label->setVAlign(Qt::AlignVCenter);
    move(id, QRectF(frame.left(), frame.top(), size.width() + 3.0 * unit, size.height() + 0.6 * unit));
}

QSizeF PageItems::fill_legend(const PrintLayers& layers, QSizeF room) {
    auto* legend = dynamic_cast<QgsLayoutItemLegend*>(layout_.itemById(QStringLiteral("legend")));
    if (legend == nullptr) return {};
    legend->setAutoUpdateModel(false);
    QgsLayerTree* root = legend->model()->rootGroup();
    root->removeAllChildren();
    std::vector<PrintLayer> order =
        layers.shown;  // those with a heading last, or it would seem to be for the others
    std::stable_partition(order.begin(), order.end(),
                          [](const PrintLayer& row) { return row.heading.isEmpty(); });
    for (const PrintLayer& row : order) {
        if (!row.in_legend) continue;
        QgsLayerTreeLayer* node = root->addLayer(row.layer);
        node->setCustomProperty(QStringLiteral("legend/title-label"), row.heading);
        QgsLegendRenderer::setNodeLegendStyle(
            node, row.heading.isEmpty() ? QgsLegendStyle::Hidden : QgsLegendStyle::Subgroup);
        if (row.centred) show_centred(*node, *row.layer);
        if (row.one_line) QgsMapLayerLegendUtils::setLegendNodeOrder(node, {0});
        legend->model()->refreshLayerLegend(node);
    }
    legend->setLegendFilterByMapEnabled(true);
    // What is left of it, and its size, is known only once it was drawn.
    const auto drawn_size = [&] {
        const QRectF at(legend->pos(), QSizeF(1.0, 1.0));
        legend->adjustBoxSize();
        (void)QgsLayoutExporter(&layout_).renderRegionToImage(at, QSize(20, 20));
        const QgsLayoutSize size = legend->sizeWithUnits();
        return QSizeF(size.width(), size.height());
    };
    QSizeF size;
    for (int tries = 0; tries < 6; ++tries) {
        if (tries > 0) shrink(*legend);
        for (const int columns : {1, 2}) {
            legend->setColumnCount(columns);
            legend->setSplitLayer(columns > 1);
            size = drawn_size();
            if (size.height() <= room.height() && size.width() <= room.width()) return size;
        }
    }
    legend->setColumnCount(1);
    return drawn_size();
}

bool PageItems::fill_table(const char* id, const QRectF& room,
                           const std::function<LedgerRows(std::size_t)>& make_rows) {
    auto* frame = dynamic_cast<QgsLayoutFrame*>(layout_.itemById(QString::fromUtf8(id)));
    if (frame == nullptr) return true;
    auto* table = dynamic_cast<QgsLayoutItemManualTable*>(frame->multiFrame());
    if (table == nullptr) return true;
    move(id, room);
    const auto height_of = [&](const LedgerRows& rows) {
        QList<double> widths;
        const double margins = 2.0 * table->cellMargin() * rows.headings.size();
        for (const double share : rows.widths) widths.append(share * (room.width() - margins));
        table->setColumnWidths(widths);
        table->setIncludeTableHeader(false);
        table->setTableContents(
            contents_of(rows, table->headerTextFormat(), table->contentTextFormat(), widths));
        return table->totalSize().height();
    };
    const LedgerRows all = make_rows(std::numeric_limits<std::size_t>::max());
    LedgerRows rows = all;
    double height = height_of(rows);
    // Somewhat smaller letters for a few rows too many, or for long names.
    const QgsTextFormat heading = table->headerTextFormat();
    const QgsTextFormat content = table->contentTextFormat();
    for (double size = 0.94; size > 0.75 && height > room.height(); size -= 0.06) {
        table->setHeaderTextFormat(resized(heading, size));
        table->setContentTextFormat(resized(content, size));
        height = height_of(rows);
    }
    if (height > room.height()) {  // then fewer rows, in letters of the usual size
        table->setHeaderTextFormat(heading);
        table->setContentTextFormat(content);
        height = height_of(rows);
    }
    if (height > room.height()) {  // by halves, for a table too high tells its height in whole frames only
        std::size_t fits = 2;
        std::size_t too_many = rows.rows.size();
        while (too_many > fits + 1) {
            const std::size_t some = fits + (too_many - fits) / 2;
            (height_of(make_rows(some)) > room.height() ? too_many : fits) = some;
        }
        rows = make_rows(fits);
        height = height_of(rows);
    }
    constexpr std::size_t least_rows = 4;  // two units, the rest, the total: fewer would tell nothing
    if (height > room.height() || (rows.left_out > 0 && rows.rows.size() < least_rows)) {
        move(id, QRectF(room.topLeft(), QSizeF(room.width(), 0.0)));
        return false;
    }
    move(id, QRectF(room.topLeft(), QSizeF(room.width(), height + 0.2)));
    return rows.left_out == 0;
}

/// By halves, for a table tells its height in whole frames only.
void PageItems::trim_table(const char* id) {
    auto* frame = dynamic_cast<QgsLayoutFrame*>(layout_.itemById(QString::fromUtf8(id)));
    if (frame == nullptr) return;
    auto* table = dynamic_cast<QgsLayoutItemManualTable*>(frame->multiFrame());
    if (table == nullptr) return;
    const QRectF room = place(id);
    double too_low = 0.0;
    double enough = room.height();
    constexpr double exact_mm = 0.1;
    while (enough - too_low > exact_mm) {
        const double middle = (too_low + enough) / 2.0;
        move(id, QRectF(room.topLeft(), QSizeF(room.width(), middle)));
        table->refreshAttributes();
        (table->totalSize().height() <= middle + 1e-6 ? enough : too_low) = middle;
    }
    move(id, QRectF(room.topLeft(), QSizeF(room.width(), enough)));
    table->refreshAttributes();
}

void PageItems::set_scalebar(bool metres) {
    QList<QgsLayoutItemScaleBar*> bars;
    layout_.layoutItems(bars);
    for (QgsLayoutItemScaleBar* bar : bars) {
        bar->setUnits(metres ? QgsUnitTypes::DistanceMeters : QgsUnitTypes::DistanceKilometers);
        bar->setUnitLabel(metres ? QStringLiteral("m") : QStringLiteral("km"));
        bar->update();
    }
}

}  // namespace yiquan::plugin
