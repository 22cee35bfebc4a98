// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/parts/share_delegate.hpp"

#include <QApplication>
#include <QPainter>

#include "plugin/dock/parts/ledger_colours.hpp"
#include "plugin/ledger/figure_text.hpp"

namespace yiquan::plugin {
namespace {

constexpr int cell_margin = 4;
constexpr int bar_height = 8;
constexpr int bar_width = 36;
constexpr int ground_alpha = 40;

}  // namespace

void ShareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QPalette& palette = option.palette;
    const QColor ink = palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QRect inner = option.rect.adjusted(cell_margin, 0, -cell_margin, 0);
    const int text_width = option.fontMetrics.horizontalAdvance(share_text(1.0));

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    const QVariant value = index.data(share_role_);
    QRect track(inner.left(), 0, inner.width() - text_width - cell_margin, bar_height);
    track.moveCenter({track.center().x(), inner.center().y()});
    if (value.isValid() && track.width() > 0) {
        QColor ground = ink;
        ground.setAlpha(ground_alpha);
        painter->fillRect(track, ground);
        QRect bar = track;
        bar.setWidth(qRound(track.width() * value.toDouble()));
        painter->fillRect(bar, covered_colour());
        if (const QVariant target = index.data(target_role_); target.isValid()) {
            const int x = track.left() + qRound(track.width() * target.toDouble());
            painter->fillRect(QRect(x - 1, track.top() - 3, 2, track.height() + 6), ink);
        }
    }
    painter->setPen(ink);
    painter->setFont(background.font);
    painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
    painter->restore();
}

QSize ShareDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.rwidth() = option.fontMetrics.horizontalAdvance(share_text(1.0)) + bar_width + 3 * cell_margin;
    return size;
}

}  // namespace yiquan::plugin
