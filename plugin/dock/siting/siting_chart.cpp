// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/siting/siting_chart.hpp"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "plugin/dock/parts/ledger_colours.hpp"
#include "plugin/dock/siting/siting_words.hpp"

namespace yiquan::plugin {
namespace {

constexpr int chart_gap = 6;
constexpr int chart_lines = 11;  // of text, high

}  // namespace

SitingChart::SitingChart(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("yiquanSitingChart"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("What each further site gains"));
    hide();
}

void SitingChart::clear() {
    steps_.clear();
    hovered_.reset();
    hide();
}

void SitingChart::show_answer(const SitingAnswer& answer) {
    clear();
    answer_ = answer;
    for (const SitingStep& step : answer.curve) {
        if (step.status != QLatin1String("infeasible")) steps_.push_back(step);
    }
    most_gain_ = 0.0;
    for (int i = 0; i < steps_.size(); ++i) most_gain_ = std::max(most_gain_, gain(i));
    chosen_ = answer.last_p();
    setVisible(steps_.size() > 1);
    update();
}

void SitingChart::choose(int p) {
    const bool known =
        std::any_of(steps_.begin(), steps_.end(), [p](const SitingStep& s) { return s.p == p; });
    if (!known || p == chosen_) return;
    chosen_ = p;
    update();
    emit p_chosen(p);
}

/// The first step has nothing before it, so that it has no gain of its own.
double SitingChart::gain(int index) const {
    return std::abs(steps_.at(index).gain.value_or(0.0));
}

QSize SitingChart::sizeHint() const {
    constexpr int usual_width = 360;
    return {usual_width, chart_lines * fontMetrics().height()};
}

QSize SitingChart::minimumSizeHint() const {
    constexpr int least_width = 200;
    return {least_width, chart_lines * fontMetrics().height()};
}

QRect SitingChart::plot() const {
    const int line = fontMetrics().height();
    return rect().adjusted(chart_gap, line * 2 + chart_gap, -chart_gap, -line - chart_gap);
}

QRectF SitingChart::column(int index) const {
    const QRectF area = plot();
    const double width = area.width() / std::max<double>(1.0, steps_.size());
    return {area.left() + index * width, area.top(), width, area.height()};
}

QPoint SitingChart::point_of(int p) const {
    for (int i = 0; i < steps_.size(); ++i) {
        if (steps_.at(i).p == p) return column(i).center().toPoint();
    }
    return {};
}

std::optional<int> SitingChart::index_at(const QPoint& point) const {
    for (int i = 0; i < steps_.size(); ++i) {
        if (column(i).contains(QPointF(point.x(), plot().center().y()))) return i;
    }
    return std::nullopt;
}

void SitingChart::paintEvent(QPaintEvent*) {
    if (steps_.isEmpty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    draw_bars(painter);
    draw_line(painter);
    draw_axis(painter);
    draw_key(painter);
}

void SitingChart::draw_bars(QPainter& painter) const {
    constexpr double share_of_column = 0.7;
    constexpr int pale = 110;
    for (int i = 0; i < steps_.size(); ++i) {
        const QRectF whole = column(i);
        const bool chosen = steps_.at(i).p == chosen_;
        if (chosen || hovered_ == i) {
            QColor ground = palette().color(QPalette::Highlight);
            ground.setAlpha(chosen ? 60 : 30);
            painter.fillRect(whole, ground);
        }
        if (most_gain_ <= 0.0 || !steps_.at(i).gain) continue;
        const double height = whole.height() * gain(i) / most_gain_;
        const double width = std::max(1.0, whole.width() * share_of_column);
        QColor colour = covered_colour();
        if (!chosen) colour.setAlpha(pale);
        painter.fillRect(QRectF(whole.center().x() - width / 2.0, whole.bottom() - height, width, height),
                         colour);
    }
}

void SitingChart::draw_line(QPainter& painter) const {
    constexpr double thick = 1.6;
    constexpr double dot = 2.5;
    double least = steps_.front().objective;
    double most = least;
    for (const SitingStep& step : steps_) {
        least = std::min(least, step.objective);
        most = std::max(most, step.objective);
    }
    // What there is without any new site, where the first one's gain tells it.
    least = std::min(least, steps_.front().objective - gain(0));
    if (most <= least) return;
    const auto at = [&](int i) {
        const QRectF whole = column(i);
        const double share = (steps_.at(i).objective - least) / (most - least);
        return QPointF(whole.center().x(), whole.bottom() - share * whole.height());
    };
    QPainterPath path(at(0));
    for (int i = 1; i < steps_.size(); ++i) path.lineTo(at(i));
    painter.setPen(QPen(gap_colour(), thick));
    painter.drawPath(path);
    painter.setBrush(gap_colour());
    for (int i = 0; i < steps_.size(); ++i) {
        // Hollow where it is not proved.
        painter.setBrush(steps_.at(i).status == QLatin1String("optimal") ? gap_colour()
                                                                         : palette().color(QPalette::Base));
        painter.drawEllipse(at(i), dot, dot);
    }
}

void SitingChart::draw_axis(QPainter& painter) const {
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect area = plot();
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    const int widest = fontMetrics().horizontalAdvance(QString::number(steps_.back().p)) + chart_gap;
    const int every = std::max(1, static_cast<int>(std::ceil(widest / column(0).width())));
    for (int i = 0; i < steps_.size(); ++i) {
        const bool last = i + 1 == steps_.size();
        const bool near_last = !last && steps_.size() - 1 - i < every;
        if (!last && (i % every != 0 || near_last)) continue;
        const QRectF whole = column(i);
        const QRectF room(whole.center().x() - widest, area.bottom() + 1, 2.0 * widest,
                          fontMetrics().height());
        painter.drawText(room, Qt::AlignHCenter | Qt::AlignTop, QString::number(steps_.at(i).p));
    }
}

void SitingChart::draw_key(QPainter& painter) const {
    const int line = fontMetrics().height();
    const int side = fontMetrics().ascent();
    painter.setPen(palette().color(QPalette::WindowText));
    const auto words = [&](int row, const QColor& colour, const QString& text) {
        painter.fillRect(QRect(chart_gap, row * line + (line - side) / 2, side, side), colour);
        const QRect room(chart_gap + side + chart_gap, row * line, width() - side - 3 * chart_gap, line);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
    };
    words(0, covered_colour(),
          tr("Gain per further site, at most %1").arg(short_objective_text(answer_, most_gain_)));
    words(1, gap_colour(),
          tr("All together, with %n site(s): %1", nullptr, steps_.back().p)
              .arg(short_objective_text(answer_, steps_.back().objective)));
}

QString SitingChart::tip(int index) const {
    const SitingStep& step = steps_.at(index);
    QStringList lines{tr("%n site(s): %1", nullptr, step.p).arg(objective_text(answer_, step.objective))};
    if (step.gain) lines << tr("Gain: %1").arg(objective_text(answer_, gain(index)));
    lines << (step.status == QLatin1String("optimal")
                  ? tr("Proved optimal")
                  : tr("Not proved; the best possible is %1.").arg(objective_text(answer_, step.bound)));
    return lines.join(QLatin1Char('\n'));
}

bool SitingChart::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto index = index_at(help->pos())) {
        QToolTip::showText(help->globalPos(), tip(*index), this);
    } else {
        QToolTip::hideText();
        event->ignore();
    }
    return true;
}

void SitingChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (const auto index = index_at(event->pos())) choose(steps_.at(*index).p);
}

void SitingChart::mouseMoveEvent(QMouseEvent* event) {
    const auto index = index_at(event->pos());
    if (index == hovered_) return;
    hovered_ = index;
    update();
}

void SitingChart::leaveEvent(QEvent* event) {
    hovered_.reset();
    update();
    QWidget::leaveEvent(event);
}

void SitingChart::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
            choose(chosen_ - 1);
            break;
        case Qt::Key_Right:
            choose(chosen_ + 1);
            break;
        case Qt::Key_Home:
            if (!steps_.isEmpty()) choose(steps_.front().p);
            break;
        case Qt::Key_End:
            if (!steps_.isEmpty()) choose(steps_.back().p);
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace yiquan::plugin
