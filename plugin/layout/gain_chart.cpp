// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/gain_chart.hpp"

#include <fmt/format.h>

#include <qgsfillsymbol.h>
#include <qgslayoutitemlabel.h>
#include <qgslayoutitempolygon.h>
#include <qgslayoutitempolyline.h>
#include <qgslayoutitemshape.h>
#include <qgslinesymbol.h>
#include <qgsprintlayout.h>

#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

#include "core/base/number_text.hpp"
#include "core/report/siting_text.hpp"
#include "plugin/layout/paper_font.hpp"
#include "plugin/qgis_version.hpp"

namespace yiquan::plugin {
namespace {

using siting::Measure;

constexpr const char* line_ink = "#00573F";
constexpr const char* bar_ink = "#009E73";
constexpr const char* axis_ink = "#9A9A9A";
constexpr const char* grid_ink = "#DDDDDD";

/// One step of the curve in the reader's unit.
struct Step {
    double sites = 0.0;
    double level = 0.0;
    std::optional<double> gain;
    bool proved = true;
};

/// The curve in the unit that readers think in: shares in per cent, distances in kilometres, gains in people
/// where people are counted.
struct Curve {
    std::vector<Step> steps;
    std::optional<double> before;  ///< level without any new place
    QString level_title;
    QString gain_title;
    bool gains_are_people = false;
    bool level_is_share = false;
};

Curve curve_of(const report::SitingRecord& plan, const PaperText& words) {
    Curve curve;
    constexpr double hundred = 100.0;
    const CostUnitInfo& way = info(plan.unit);
    const auto in_unit = [&](std::string_view en, std::string_view zh) {
        const auto with_words = [&](std::string_view title, std::string_view word) {
            return fmt::format(fmt::runtime(title), fmt::arg("way", word), fmt::arg("unit", way.reader_en));
        };
        return words.say(with_words(en, way.way_en), with_words(zh, way.way_zh));
    };
    const double people = std::max(1.0, plan.demand.value());
    double level_unit = 1.0;
    double gain_unit = 1.0;
    switch (report::measure_of(plan)) {
        case Measure::people:
            level_unit = hundred / people;
            curve.gains_are_people = curve.level_is_share = true;
            curve.level_title = words.say("Share of people served, %", "人口覆盖率（%）");
            curve.gain_title = words.say("People gained by each further place", "每增 1 处新覆盖人口");
            break;
        case Measure::worst_share:
            level_unit = gain_unit = hundred;
            curve.level_is_share = true;
            curve.level_title = words.say("Share in the worst-served zone, %", "最差单元的覆盖率（%）");
            curve.gain_title = words.say("Gain of each further place, points", "每增 1 处提高（百分点）");
            break;
        case Measure::mean_trip:
            level_unit = gain_unit = 1.0 / people / way.reader;
            curve.level_title = in_unit("Mean {way}, {unit}", "平均{way}（{unit}）");
            curve.gain_title = in_unit("Shorter by each further place, {unit}", "每增 1 处缩短（{unit}）");
            break;
        case Measure::worst_trip:
            level_unit = gain_unit = 1.0 / way.reader;
            curve.level_title = in_unit("Longest {way}, {unit}", "最远{way}（{unit}）");
            curve.gain_title = in_unit("Shorter by each further place, {unit}", "每增 1 处缩短（{unit}）");
            break;
        case Measure::fewest:
            return curve;  // their number is the answer, so there is no curve over it
    }
    const bool known_before = siting::model_of_document(plan.model).counts_reach && plan.served &&
                              plan.curve.front().sites == 1 &&
                              plan.served->before.value() <= plan.curve.front().objective;
    if (known_before) curve.before = plan.served->before.value() * level_unit;
    for (const report::CurveStep& step : plan.curve) {
        Step& drawn = curve.steps.emplace_back();
        drawn.sites = static_cast<double>(step.sites);
        drawn.level = step.objective * level_unit;
        drawn.proved = step.proved;
        if (step.gain) drawn.gain = *step.gain * gain_unit;
    }
    if (known_before && !curve.steps.front().gain)
        curve.steps.front().gain = plan.curve.front().objective - plan.served->before.value();
    return curve;
}

/// A panel of the chart: where the values of its axis lie on the paper.
struct Panel {
    QRectF place;
    RoundAxis axis;

    [[nodiscard]] double y(double value) const {
        return place.bottom() - (value - axis.low) / (axis.high - axis.low) * place.height();
    }
};

class ChartPainter {
public:
    ChartPainter(QgsPrintLayout& layout, const Curve& curve, const ChartStyle& style)
        : layout_(layout), curve_(curve), style_(style), u_(style.unit) {}

    void paint() {
        const QRectF& room = style_.room;
        const double letters = line_height();
        const double head = 1.7 * letters;  // a title and half of the number at the end of the axis below it
        const double numbers = letters + 1.2 * u_;  // below the bars
        const double margin = axis_width() + 1.5 * u_;
        const double free = room.height() - 2.0 * head - numbers - letters / 2.0;
        constexpr double upper = 0.56;
        const double left = room.left() + margin;
        const double width = room.width() - margin - 1.0 * u_;
        const Panel level{{left, room.top() + head, width, upper * free}, level_axis()};
        const double middle = level.place.bottom() + letters / 2.0;
        const Panel gain{{left, middle + head, width, (1.0 - upper) * free}, gain_axis()};
        across_ = {gain.place.left(), gain.place.right()};
        say(QRectF(room.left(), room.top(), room.width(), letters), curve_.level_title, Qt::AlignLeft,
            "#5A5A5A");
        say(QRectF(room.left(), middle, room.width(), letters), curve_.gain_title, Qt::AlignLeft, "#5A5A5A");
        paint_axis(level);
        paint_axis(gain);
        paint_bars(gain);
        paint_line(level);
        paint_places(gain.place.bottom() + 0.6 * u_);
    }

private:
    [[nodiscard]] double first() const {
        return curve_.before ? curve_.steps.front().sites - 1.0 : curve_.steps.front().sites;
    }
    [[nodiscard]] double x(double sites) const {
        const double from = first() - 0.5;
        const double to = curve_.steps.back().sites + 0.5;
        return across_.first + (sites - from) / (to - from) * (across_.second - across_.first);
    }
    [[nodiscard]] double line_height() const {
        return text_size(style_.font, QStringLiteral("人0")).height() * 1.1;
    }
    [[nodiscard]] double axis_width() const {
        double width = 0.0;
        for (const RoundAxis& axis : {level_axis(), gain_axis()}) {
            for (const double value : {axis.low, axis.high})
                width = std::max(width, text_size(style_.font, number(value, axis.step)).width());
        }
        return width;
    }
    [[nodiscard]] RoundAxis level_axis() const {
        double low = curve_.steps.front().level;
        double high = low;
        for (const Step& step : curve_.steps) {
            low = std::min(low, step.level);
            high = std::max(high, step.level);
        }
        if (curve_.before) low = std::min(low, *curve_.before);
        RoundAxis axis = round_axis(low, high, 4);
        constexpr double all = 100.0;
        if (curve_.level_is_share && axis.high > all && high <= all) axis.high = all;
        return axis;
    }
    [[nodiscard]] RoundAxis gain_axis() const {
        double high = 0.0;
        for (const Step& step : curve_.steps) high = std::max(high, step.gain.value_or(0.0));
        return round_axis(0.0, high > 0.0 ? high : 1.0, 3);
    }
    /// With as many decimals as the steps of the axis need.
    [[nodiscard]] static QString number(double value, double step) {
        const int decimals = step >= 1.0 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
        return decimals == 0 ? figure(value) : QString::number(value, 'f', decimals);
    }

    void add(QgsLayoutItem* item, int z) {
        layout_.addLayoutItem(item);
        item->setZValue(z);
    }
    void line(const QPolygonF& points, const char* ink, double width, int z) {
        auto* item = new QgsLayoutItemPolyline(points, &layout_);  // NOLINT: the layout owns its items
        const QVariantMap look{{QStringLiteral("color"), QString::fromUtf8(ink)},
                               {QStringLiteral("width"), QString::number(width * u_, 'f', 3)},
                               {QStringLiteral("joinstyle"), QStringLiteral("round")},
                               {QStringLiteral("capstyle"), QStringLiteral("flat")}};
        const std::unique_ptr<QgsLineSymbol> symbol(QgsLineSymbol::createSimple(look));
        item->setSymbol(symbol.get());
        add(item, z);
    }
    [[nodiscard]] std::unique_ptr<QgsFillSymbol> look(const char* inside, const char* edge,
                                                      double width) const {
        return std::unique_ptr<QgsFillSymbol>(QgsFillSymbol::createSimple(
            {{QStringLiteral("color"), QString::fromUtf8(inside)},
             {QStringLiteral("outline_color"), QString::fromUtf8(edge)},
             {QStringLiteral("outline_width"), QString::number(width * u_, 'f', 3)},
             {QStringLiteral("joinstyle"), QStringLiteral("miter")}}));
    }
    void say(const QRectF& place, const QString& text, Qt::AlignmentFlag across, const char* ink) {
        auto* label = new QgsLayoutItemLabel(&layout_);  // NOLINT: the layout owns its items
        const FittedText fitted = fit_text(style_.font, text, place.size(), smallest_points);
        label->setFont(fitted.font);
        label->setFontColor(QColor(QString::fromUtf8(ink)));
        label->setText(fitted.text);
        label->setHAlign(across);
        label->setVAlign(Qt::AlignVCenter);
        label->setMarginX(0);
        label->setMarginY(0);
        label->attemptMove(QgsLayoutPoint(place.topLeft(), QgsUnitTypes::LayoutMillimeters));
        label->attemptResize(QgsLayoutSize(place.size(), QgsUnitTypes::LayoutMillimeters));
        add(label, 20);
    }

    void paint_axis(const Panel& panel) {
        const RoundAxis& axis = panel.axis;
        const double letters = line_height();
        for (int i = 0;; ++i) {
            const double value = axis.low + i * axis.step;
            if (value > axis.high + 1e-9 * axis.step) break;
            const double y = panel.y(value);
            line(QPolygonF() << QPointF(panel.place.left(), y) << QPointF(panel.place.right(), y),
                 i == 0 ? axis_ink : grid_ink, i == 0 ? 0.25 : 0.15, 6);
            say(QRectF(style_.room.left(), y - letters / 2.0,
                       panel.place.left() - 1.2 * u_ - style_.room.left(), letters),
                number(value, axis.step), Qt::AlignRight, "#5A5A5A");
        }
    }

    void paint_bars(const Panel& panel) {
        const double half = 0.36 * (x(1.0) - x(0.0));
        for (const Step& step : curve_.steps) {
            if (!step.gain || *step.gain <= 0.0) continue;
            const double left = x(step.sites) - half;
            const double right = x(step.sites) + half;
            const double top = panel.y(*step.gain);
            const double bottom = panel.place.bottom();
            auto* bar = new QgsLayoutItemPolygon(  // NOLINT: the layout owns its items
                QPolygonF() << QPointF(left, bottom) << QPointF(left, top) << QPointF(right, top)
                            << QPointF(right, bottom),
                &layout_);
            bar->setSymbol(look(step.proved ? bar_ink : "#FFFFFF", bar_ink, 0.2).get());
            add(bar, 8);
        }
    }

    void paint_line(const Panel& panel) {
        QPolygonF points;
        if (curve_.before) points.append(QPointF(x(first()), panel.y(*curve_.before)));
        for (const Step& step : curve_.steps) points.append(QPointF(x(step.sites), panel.y(step.level)));
        line(points, line_ink, 0.45, 9);
        constexpr std::size_t most_dots = 60;
        if (curve_.steps.size() > most_dots) return;
        const double dot = std::min(1.5 * u_, 0.7 * (x(1.0) - x(0.0)));
        for (const Step& step : curve_.steps) {
            auto* mark = new QgsLayoutItemShape(&layout_);  // NOLINT: the layout owns its items
            mark->setShapeType(QgsLayoutItemShape::Ellipse);
            mark->setSymbol(look(step.proved ? line_ink : "#FFFFFF", line_ink, 0.3).get());
            mark->attemptMove(QgsLayoutPoint(x(step.sites) - dot / 2.0, panel.y(step.level) - dot / 2.0,
                                             QgsUnitTypes::LayoutMillimeters));
            mark->attemptResize(QgsLayoutSize(dot, dot, QgsUnitTypes::LayoutMillimeters));
            add(mark, 10);
        }
    }

    /// Numbers of places below the bars, as many as there is room for.
    void paint_places(double top) {
        const double last = curve_.steps.back().sites;
        const double each = x(1.0) - x(0.0);
        const double wide = text_size(style_.font, QString::number(last)).width() + 1.5 * u_;
        int every = 1;
        for (const int step : {1, 2, 5, 10, 20, 50, 100}) {
            every = step;
            if (each * step >= wide) break;
        }
        for (const Step& step : curve_.steps) {
            const auto sites = static_cast<int>(step.sites);
            if (sites % every != 0 && every > 1 && sites != static_cast<int>(curve_.steps.front().sites))
                continue;
            const double half = std::max(wide, each) / 2.0;
            say(QRectF(x(step.sites) - half, top, 2.0 * half, line_height()), QString::number(sites),
                Qt::AlignHCenter, "#5A5A5A");
        }
    }

    QgsPrintLayout& layout_;
    const Curve& curve_;
    const ChartStyle& style_;
    double u_;
    std::pair<double, double> across_;
};

}  // namespace

RoundAxis round_axis(double low, double high, int most) {
    const double width = high > low ? high - low : std::max(1.0, std::abs(high) * 0.1);
    double power = std::pow(10.0, std::floor(std::log10(width / most)));
    for (;; power *= 10.0) {
        for (const double times : {1.0, 2.0, 5.0}) {
            const double step = times * power;
            RoundAxis axis{std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, step};
            if (axis.high <= axis.low) axis.high = axis.low + step;
            if ((axis.high - axis.low) / step <= most + 1e-6) return axis;
        }
    }
}

bool has_gain_chart(const report::SitingRecord& plan) {
    return plan.curve.size() > 1 && report::measure_of(plan) != Measure::fewest;
}

void draw_gain_chart(QgsPrintLayout& layout, const report::SitingRecord& plan, const PaperText& words,
                     const ChartStyle& style) {
    if (!has_gain_chart(plan)) return;
    const Curve curve = curve_of(plan, words);
    ChartPainter(layout, curve, style).paint();
}

}  // namespace yiquan::plugin
