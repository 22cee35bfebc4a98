// SPDX-License-Identifier: MIT
// Apache ECharts with only the parts that the page draws, in our type and colours.
import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

import { element } from "./element.js";
import { INK, MUTED, RULE } from "./palette.js";

use([AriaComponent, BarChart, GridComponent, LineChart, MarkLineComponent, SVGRenderer, TooltipComponent]);

const charts = new Set();
const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/// A drawing area that follows the width of its place. draw({ option, label }) shows; the label is what a screen
/// reader says, the same facts stand beside the chart as text.
export function make_chart(height) {
    const place = element("div", { class: "chart", role: "img", style: { height: `${height}px` } });
    let chart = null;
    let last = null;
    const fit = () => {
        if (place.clientWidth === 0) return;
        if (!chart) {
            chart = init(place, null, { renderer: "svg" });
            charts.add(chart);
            if (last) chart.setOption(last, true);
        } else if (chart.getWidth() !== place.clientWidth || chart.getHeight() !== place.clientHeight) {
            chart.resize({ animation: { duration: 0 } });
        }
    };
    new ResizeObserver(fit).observe(place);
    return {
        place,
        draw({ option, label }) {
            place.setAttribute("aria-label", label);
            last = { animation: !calm, animationDuration: 300, animationDurationUpdate: 250, ...option };
            chart?.setOption(last, true);
            fit();
        },
    };
}

/// Before printing: at once, at the width of the paper.
export function fit_charts() {
    for (const chart of charts) {
        chart.resize({ animation: { duration: 0 } });
        chart.getZr().flush();
    }
}

export function text_style() {
    return { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12, color: MUTED };
}

export const axis_line = { lineStyle: { color: "#8a959d" } };
export const split_line = { lineStyle: { color: RULE } };

export const tooltip_style = {
    confine: true,
    transitionDuration: 0,
    backgroundColor: "#ffffff",
    borderColor: "#8a959d",
    borderWidth: 1,
    padding: [7, 10],
    textStyle: { color: INK, fontSize: 13 },
    extraCssText: "box-shadow: 0 2px 8px rgba(22,35,46,.18); border-radius: 3px;",
};

/// Lines of text for a tooltip; the first stands out.
export function tooltip_text(lines) {
    return element(
        "div",
        {},
        lines
            .filter(Boolean)
            .map((line, index) =>
                element("div", index === 0 ? { style: { "font-weight": "600" } } : {}, line),
            ),
    );
}
