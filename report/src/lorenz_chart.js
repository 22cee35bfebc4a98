// SPDX-License-Identifier: MIT
// How unevenly distance lies on people: Lorenz curve, Gini coefficient and a sentence that says how to read it.
import { axis_line, make_chart, split_line, text_style, tooltip_style, tooltip_text } from "./chart.js";
import { element, plain_table } from "./element.js";
import { decimal, share, share_short, t } from "./language.js";
import { COVERED, INK, MUTED } from "./palette.js";
import { section } from "./section.js";

function option_of(lorenz) {
    const axis = {
        type: "value",
        min: 0,
        max: 1,
        interval: 0.25,
        nameLocation: "middle",
        axisLine: { show: true, ...axis_line },
        splitLine: split_line,
        axisLabel: { formatter: share_short },
    };
    const curve = lorenz.map((value, k) => [k / (lorenz.length - 1), value]);
    return {
        textStyle: text_style(),
        grid: { left: 28, right: 16, top: 14, bottom: 28, containLabel: true },
        tooltip: {
            ...tooltip_style,
            trigger: "axis",
            axisPointer: { type: "line" },
            formatter: (points) => {
                const point = points.find((each) => each.seriesId === "curve");
                return point
                    ? tooltip_text([
                          t("lorenz_point", {
                              people: share_short(point.value[0]),
                              distance: share(point.value[1]),
                          }),
                      ])
                    : "";
            },
        },
        xAxis: { ...axis, name: t("lorenz_x"), nameGap: 28 },
        yAxis: { ...axis, name: t("lorenz_y"), nameGap: 42 },
        series: [
            {
                id: "equal",
                type: "line",
                data: [
                    [0, 0],
                    [1, 1],
                ],
                showSymbol: false,
                silent: true,
                lineStyle: { color: MUTED, width: 1.2, type: [5, 4] },
                itemStyle: { color: MUTED },
                endLabel: { show: false },
                markLine: {
                    symbol: "none",
                    silent: true,
                    animation: false,
                    lineStyle: { opacity: 0 },
                    data: [
                        [
                            { coord: [0.3, 0.3] },
                            {
                                coord: [0.6, 0.6],
                                label: {
                                    show: true,
                                    position: "middle",
                                    formatter: t("lorenz_equal"),
                                    color: MUTED,
                                    fontSize: 12,
                                },
                            },
                        ],
                    ],
                },
            },
            {
                id: "curve",
                type: "line",
                data: curve,
                showSymbol: false,
                lineStyle: { color: COVERED, width: 2.4 },
                itemStyle: { color: COVERED },
                areaStyle: { color: COVERED, opacity: 0.1, origin: "start" },
                emphasis: { disabled: true },
                z: 3,
            },
        ],
        color: [INK],
    };
}

export function lorenz_section(report) {
    const chart = make_chart(320);
    return section("lorenz", "section_lorenz", () => {
        if (!report.distances) return element("p", {}, t("no_distances"));
        const { lorenz, gini } = report.distances;
        chart.draw({ option: option_of(lorenz), label: t("lorenz_chart", { gini: decimal(gini, 2) }) });
        return [
            element(
                "p",
                { class: "reading" },
                element("strong", {}, `${t("whole")} · ${t("gini")} ${decimal(gini, 2)}`),
                element("br"),
                t("lorenz_reading", { near: share(lorenz[50]), far: share(1 - lorenz[90]) }),
            ),
            chart.place,
            element("p", { class: "note" }, t("lorenz_how")),
            element(
                "details",
                { class: "small" },
                element("summary", {}, t("lorenz_table")),
                plain_table(
                    t("lorenz_table"),
                    [
                        { title: t("lorenz_x"), number: true },
                        { title: t("lorenz_y"), number: true },
                    ],
                    lorenz
                        .filter((_, k) => k % 10 === 0)
                        .map((value, k) => [share_short(k / 10), share(value)]),
                ),
            ),
        ];
    });
}
