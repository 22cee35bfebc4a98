// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/ledger_view.hpp"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <vector>

#include "plugin/dock/ledger_colours.hpp"
#include "plugin/dock/ledger_model.hpp"

namespace yiquan::plugin {
namespace {

/// A share as a bar with the target as a mark, and the percent beside it as text.
class ShareDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyleOptionViewItem background = option;
        initStyleOption(&background, index);
        background.text.clear();
        const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QPalette& palette = option.palette;
        const QColor ink = palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        const QRect inner = option.rect.adjusted(margin, 0, -margin, 0);
        const int text_width = option.fontMetrics.horizontalAdvance(share_text(1.0));

        painter->save();
        painter->setRenderHint(QPainter::Antialiasing, false);
        const QVariant value = index.data(LedgerModel::number_role);
        QRect track(inner.left(), 0, inner.width() - text_width - margin, bar_height);
        track.moveCenter({track.center().x(), inner.center().y()});
        if (value.isValid() && track.width() > 0) {
            QColor ground = ink;
            ground.setAlpha(ground_alpha);
            painter->fillRect(track, ground);
            QRect bar = track;
            bar.setWidth(qRound(track.width() * value.toDouble()));
            painter->fillRect(bar, covered_colour());
            if (const QVariant target = index.data(LedgerModel::target_role); target.isValid()) {
                const int x = track.left() + qRound(track.width() * target.toDouble());
                painter->fillRect(QRect(x - 1, track.top() - 3, 2, track.height() + 6), ink);
            }
        }
        painter->setPen(ink);
        painter->setFont(background.font);
        painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.rwidth() = option.fontMetrics.horizontalAdvance(share_text(1.0)) + bar_width + 3 * margin;
        return size;
    }

private:
    static constexpr int margin = 4;
    static constexpr int bar_height = 8;
    static constexpr int bar_width = 36;
    static constexpr int ground_alpha = 40;
};

}  // namespace

LedgerView::LedgerView(LedgerModel& model, Content content, QWidget* parent)
    : QTreeView(parent), model_(model) {
    setModel(&model);
    setObjectName(QStringLiteral("yiquanLedger"));
    setItemDelegateForColumn(LedgerModel::share, new ShareDelegate(this));
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
