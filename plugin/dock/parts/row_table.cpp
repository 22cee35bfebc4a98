// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/parts/row_table.hpp"

#include <QHeaderView>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <algorithm>

namespace yiquan::plugin {

QTableView* new_table(QSortFilterProxyModel& sorted, int sort_role, const char* name, QWidget* parent) {
    constexpr int row_padding = 8;
    auto* view = new QTableView(parent);
    view->setObjectName(QLatin1String(name));
    sorted.setSortRole(sort_role);
    sorted.setSortLocaleAware(true);
    view->setModel(&sorted);
    view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    view->setSortingEnabled(true);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    view->setAlternatingRowColors(true);
    view->setShowGrid(false);
    view->setTabKeyNavigation(false);
    view->setWordWrap(false);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + row_padding);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return view;
}

void fit_height(QTableView& table, int most_rows) {
    const int rows = std::clamp(table.model()->rowCount(), 1, most_rows);
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height() +
                         rows * table.verticalHeader()->defaultSectionSize() +
                         table.horizontalScrollBar()->sizeHint().height() + 2 * table.frameWidth());
}

}  // namespace yiquan::plugin
