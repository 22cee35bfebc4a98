// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

class QSortFilterProxyModel;
class QTableView;
class QWidget;

namespace yiquan::plugin {

/// A table whose rows are chosen whole. Until a heading is clicked its rows have the order of the model.
/// \param sorted lives as long as the table
/// \param sort_role of the model, holds what rows are sorted by
[[nodiscard]] QTableView* new_table(QSortFilterProxyModel& sorted, int sort_role, const char* name,
                                    QWidget* parent);

/// As tall as its rows, but no taller than so many; the page scrolls, not a table of three rows.
void fit_height(QTableView& table, int most_rows);

}  // namespace yiquan::plugin
