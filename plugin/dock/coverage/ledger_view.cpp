// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/coverage/ledger_view.hpp"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

#include <vector>

#include "plugin/dock/coverage/ledger_model.hpp"
#include "plugin/dock/parts/share_delegate.hpp"

namespace yiquan::plugin {
LedgerView::LedgerView(LedgerModel& model, Content content, QWidget* parent)
    : QTreeView(parent), model_(model) {
    setModel(&model);
    setObjectName(QStringLiteral("yiquanLedger"));
    setItemDelegateForColumn(LedgerModel::share,
                             new ShareDelegate(LedgerModel::number_role, LedgerModel::target_role, this));
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTextElideMode(Qt::ElideMiddle);
    setExpandsOnDoubleClick(true);
    setIndentation(12);
    setSortingEnabled(true);
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(24);
    const bool what_if = content == Content::what_if;
    setColumnHidden(LedgerModel::change, !what_if);
    for (const int column : {LedgerModel::land, LedgerModel::land_share, LedgerModel::p90}) {
        setColumnHidden(column, what_if);
    }
    header()->moveSection(header()->visualIndex(LedgerModel::share), 1);  // seen without scrolling
    connect(this, &QTreeView::clicked, this, &LedgerView::choose);
    connect(&model, &QAbstractItemModel::modelReset, this, &LedgerView::fit_columns);
    fit_columns();
}

void LedgerView::fit_columns() {
    // Wide enough for the figures that are there, so that nothing is cut; names give way first.
    constexpr int most_name = 8;  // broad letters
    for (int column = 0; column < LedgerModel::column_count; ++column) {
        if (isColumnHidden(column)) continue;
        const int heading = header()->sectionSizeHint(column);
        const int cells = sizeHintForColumn(column);
        const int name = fontMetrics().horizontalAdvance(QLatin1Char('M')) * most_name + 2 * indentation();
        const int wanted = column == LedgerModel::zone ? std::min(cells, name) : cells;
        setColumnWidth(column, std::max(heading, wanted));
    }
}

void LedgerView::choose(const QModelIndex& index) {
    if (!index.isValid()) return;
    const QModelIndex first = index.siblingAtColumn(0);
    emit zone_activated(first.data(LedgerModel::code_role).toString(),
                        first.data(LedgerModel::box_role).value<geo::Box>());
}

void LedgerView::copy() const {
    std::vector<int> columns;
    for (int column = 0; column < LedgerModel::column_count; ++column) {
        if (!isColumnHidden(column)) columns.push_back(column);
    }
    QApplication::clipboard()->setText(model_.tsv(columns));
}

void LedgerView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        choose(currentIndex());
    } else {
        QTreeView::keyPressEvent(event);
    }
}

}  // namespace yiquan::plugin
