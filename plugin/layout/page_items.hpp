// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <functional>

#include "plugin/layout/ledger_rows.hpp"
#include "plugin/layout/map_window.hpp"
#include "plugin/layout/print_layers.hpp"

class QgsLayoutItem;
class QgsLayoutItemMap;
class QgsPrintLayout;

namespace yiquan::plugin {

/// The items of one page, found by the ids that the template gave them. Lengths are millimetres of the paper.
class PageItems {
public:
    /// \param family of all letters; empty leaves the template's
    PageItems(QgsPrintLayout& layout, QString family);

    [[nodiscard]] QgsLayoutItemMap* map(const char* id) const;  ///< none where the template has none
    [[nodiscard]] QRectF place(const char* id) const;           ///< empty where there is no such item
    [[nodiscard]] QFont font_of(const char* id) const;          ///< of a label
    void move(const char* id, const QRectF& place);
    void remove(const char* id);

    /// Shows a text in smaller letters where it would not fit.
    void set_text(const QString& id, const QString& text);
    /// Puts a label into the top left corner of a frame, on white.
    void put_on(const char* id, const QRectF& frame, double unit);
    /// Lists what the map shows, in two columns or smaller letters where there is little room.
    /// \return the legend's size
    QSizeF fill_legend(const PrintLayers& layers, QSizeF room);
    /// Fills a table with as many rows as fit and shrinks its frame to them.
    /// \param make_rows gives the table for a number of rows
    /// \return false where units were left out, or where the table has no place at all
    bool fill_table(const char* id, const QRectF& room,
                    const std::function<LedgerRows(std::size_t)>& make_rows);
    /// Shrinks a table's frame to its rows: until then it keeps its room.
    void trim_table(const char* id);
    /// In kilometres, or in metres where the map is a few kilometres wide.
    void set_scalebar(bool metres);

private:
    void use_family();

    QgsPrintLayout& layout_;
    QString family_;
};

}  // namespace yiquan::plugin
