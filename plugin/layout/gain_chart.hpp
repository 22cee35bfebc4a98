// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

#include <vector>

#include "core/report/siting_record.hpp"
#include "plugin/layout/paper_text.hpp"

class QgsPrintLayout;

namespace yiquan::plugin {

/// A range of numbers with round marks, from `low` to `high` in equal steps.
struct RoundAxis {
    double low = 0.0;
    double high = 1.0;
    double step = 1.0;
};
/// The shortest such axis that holds both numbers with at most `most` steps of 1, 2 or 5 times a power of
/// ten.
[[nodiscard]] RoundAxis round_axis(double low, double high, int most);

/// Whether a plan has a curve to draw.
[[nodiscard]] bool has_gain_chart(const report::SitingRecord& plan);

/// How a chart is drawn: millimetres of the paper.
struct ChartStyle {
    QRectF room;
    double unit = 1.0;  ///< size of letters and lines, in A3's
    QFont font;
};

/// Draws what each further place gains: the level reached as a line above, the gain of each place as a bar
/// below, over one axis of places. The chart is made of the layout's own lines, shapes and labels, so that it
/// stays sharp, prints with the page's letters and can be changed by hand. Steps without proof are hollow.
/// Draws nothing where the plan has no curve.
void draw_gain_chart(QgsPrintLayout& layout, const report::SitingRecord& plan, const PaperText& words,
                     const ChartStyle& style);

}  // namespace yiquan::plugin
