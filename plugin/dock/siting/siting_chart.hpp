// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <optional>

#include "plugin/siting/siting_answer.hpp"

namespace yiquan::plugin {

/// What each further site gains, as bars, and what they reach together, as a line. A number of sites is
/// chosen with the mouse or the arrow keys.
class SitingChart final : public QWidget {
    Q_OBJECT
public:
    explicit SitingChart(QWidget* parent = nullptr);

    void show_answer(const SitingAnswer& answer);
    void clear();
    void choose(int p);
    [[nodiscard]] int chosen() const { return chosen_; }
    /// Middle of the bar of a number of sites.
    [[nodiscard]] QPoint point_of(int p) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void p_chosen(int p);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] QRectF column(int index) const;
    /// Index of the step at a point; nothing outside the plot.
    [[nodiscard]] std::optional<int> index_at(const QPoint& point) const;
    [[nodiscard]] double gain(int index) const;
    [[nodiscard]] QString tip(int index) const;
    void draw_bars(QPainter& painter) const;
    void draw_line(QPainter& painter) const;
    void draw_axis(QPainter& painter) const;
    void draw_key(QPainter& painter) const;

    SitingAnswer answer_;
    QList<SitingStep> steps_;
    double most_gain_ = 0.0;
    int chosen_ = 0;
    std::optional<int> hovered_;
};

}  // namespace yiquan::plugin
