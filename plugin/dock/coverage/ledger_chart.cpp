// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/coverage/ledger_chart.hpp"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

#include "plugin/dock/parts/ledger_colours.hpp"
#include "plugin/ledger/figure_text.hpp"

namespace yiquan::plugin {
namespace {

constexpr std::size_t most_bars = 20;
constexpr int spacing = 6;

}  // namespace

LedgerChart::LedgerChart(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("yiquanChart"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("People covered and in gaps"));
    hide();
}

void LedgerChart::clear() {
    bars_.clear();
    hide();
}

void LedgerChart::show_table(const LedgerTable& table) {
    bars_.clear();
    const auto add = [this](const QString& name, const audit::Figures& figures) {
        if (figures.demand != Persons{}) {
            bars_.push_back(
                {name, figures.covered, figures.demand - figures.covered, figures.covered_share()});
        }
    };
    for (const audit::Ledger::Parent& parent : table.ledger.parents) {
        add(QString::fromStdString(parent.name), parent.figures);
    }
    for (std::size_t i = 0; i < table.ledger.zones.size() && i < table.zones.size(); ++i) {
        if (table.ledger.parents.empty() || table.zones[i].parent.isEmpty()) {
            add(table.zones[i].name, table.ledger.zones[i]);
        }
    }
    std::stable_sort(bars_.begin(), bars_.end(), [](const Bar& a, const Bar& b) { return a.gap > b.gap; });
    left_out_ = bars_.size() - std::min(bars_.size(), most_bars);
    bars_.resize(bars_.size() - left_out_);
    widest_ = {};
    for (const Bar& bar : bars_) widest_ = std::max(widest_, bar.covered + bar.gap);
    setVisible(!bars_.empty());
    updateGeometry();
    update();
}

int LedgerChart::row_height() const {
    return fontMetrics().height() + spacing;
}

int LedgerChart::legend_height() const {
    return fontMetrics().height() + 2 * spacing;
}

int LedgerChart::height_needed() const {
    const int notes = left_out_ > 0 ? 1 : 0;
    return legend_height() + (static_cast<int>(bars_.size()) + notes) * row_height();
}

QSize LedgerChart::sizeHint() const {
    constexpr int usual_width = 360;
    return {usual_width, height_needed()};
}

QSize LedgerChart::minimumSizeHint() const {
    constexpr int least_width = 200;
    return {least_width, height_needed()};
}

void LedgerChart::paintEvent(QPaintEvent*) {
    if (bars_.empty()) return;
    QPainter painter(this);
    const QFontMetrics metrics = fontMetrics();
    painter.setPen(palette().color(QPalette::WindowText));

    int x = 0;
    const auto key = [&](const QColor& colour, const QString& text) {
        const int side = metrics.ascent();
        painter.fillRect(QRect(x, (legend_height() - side) / 2, side, side), colour);
        x += side + spacing;
        painter.drawText(QRect(x, 0, width() - x, legend_height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += metrics.horizontalAdvance(text) + 3 * spacing;
    };
    key(covered_colour(), tr("Covered"));
    key(gap_colour(), tr("Gap"));

    int names = 0;
    for (const Bar& bar : bars_) names = std::max(names, metrics.horizontalAdvance(bar.name));
    names = std::min(names, width() * 45 / 100);
    const int shares = metrics.horizontalAdvance(share_text(1.0));
    const int left = names + spacing;
    const int room = width() - left - spacing - shares;
    for (std::size_t i = 0; i < bars_.size(); ++i) {
        const Bar& bar = bars_[i];
        const QRect row(0, legend_height() + static_cast<int>(i) * row_height(), width(), row_height());
        painter.drawText(QRect(0, row.top(), names, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(bar.name, Qt::ElideRight, names));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, share_text(bar.share));
        if (room <= 0) continue;
        const auto length = [&](Persons people) { return qRound(room * share(people, widest_)); };
        const int covered = length(bar.covered);
        const int both = length(bar.covered + bar.gap);
        const int top = row.top() + spacing / 2;
        const int thick = row.height() - spacing;
        painter.fillRect(QRect(left, top, covered, thick), covered_colour());
        painter.fillRect(QRect(left + covered, top, both - covered, thick), gap_colour());
    }
    if (left_out_ > 0) {
        painter.drawText(QRect(0, height() - row_height(), width(), row_height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         tr("%n more are in the table.", nullptr, static_cast<int>(left_out_)));
    }
}

bool LedgerChart::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = (help->y() - legend_height()) / std::max(1, row_height());
    if (help->y() < legend_height() || row >= static_cast<int>(bars_.size())) {
        QToolTip::hideText();
        event->ignore();
        return true;
    }
    const Bar& bar = bars_[static_cast<std::size_t>(row)];
    QToolTip::showText(
        help->globalPos(),
        tr("%1: %2 covered, %3 in gaps (%4)")
            .arg(bar.name, people_text(bar.covered), people_text(bar.gap), share_text(bar.share)),
        this);
    return true;
}

}  // namespace yiquan::plugin
