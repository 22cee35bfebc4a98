// SPDX-License-Identifier: MIT
// People by distance to their nearest facility, for everything or for what is selected; the standard marked.
import { axis_line, make_chart, split_line, text_style, tooltip_style, tooltip_text } from "./chart.js";
import { element, plain_table } from "./element.js";
import { decimal, distance, people, people_short, share, share_short, t } from "./language.js";
import { COVERED, GAP, INK } from "./palette.js";
import { figures_of } from "./report_data.js";
import { section } from "./section.js";
import { on_selection, select, selection } from "./selection.js";

const sum = (values) => values.reduce((all, value) => all + value, 0);

const few = 14; // so many classes are all shown, each edge named
const tail = 0.99; // of more, those beyond this share of people are drawn as one
const beside = 4; // classes shown beyond the standard at least

/// The classes as drawn: the long tail is one open class.
function shown_classes(report, counts) {
    const edges = report.distances.edges_m;
    const radius = edges.findIndex((edge) => edge >= report.standard.radius_m);
    const all = sum(counts);
    let size = edges.length <= few ? edges.length : 0;
    for (let running = 0; size < edges.length && running < all * tail; ++size) running += counts[size] ?? 0;
    size = Math.min(edges.length, Math.max(size + 1, (radius < 0 ? edges.length : radius) + beside));
    return {
        edges: edges.slice(0, size),
        counts: [...edges.slice(0, size - 1).map((_, k) => counts[k] ?? 0), sum(counts.slice(size - 1))],
    };
}

/// Every how many classes an edge is named: at most about ten, and the roundest numbers.
function label_step(edges) {
    if (edges.length <= few) return 1;
    const least = Math.ceil(edges.length / 11);
    const length_of = (step) =>
        edges
            .filter((_, k) => k % step === 0)
            .reduce((most, edge) => Math.max(most, kilometres(edge).length), 0);
    return Array.from({ length: least + 1 }, (_, k) => least + k).reduce(
        (best, step) => (length_of(step) < length_of(best) ? step : best),
        least,
    );
}

function class_name(edges, index) {
    return index + 1 < edges.length
        ? t("class_from_to", { from: kilometres(edges[index]), to: distance(edges[index + 1]) })
        : t("class_from", { from: distance(edges[index]) });
}

/// The lower end in the unit of the upper one.
function kilometres(metres) {
    return decimal(
        metres / 1000,
        Number.isInteger(metres / 1000) ? 0 : Number.isInteger(metres / 100) ? 1 : 2,
    );
}

function option_of(radius, { edges, counts }) {
    const size = edges.length;
    const all = sum(counts) || 1;
    let running = 0;
    const cumulative = [[0, 0]];
    for (let k = 0; k < size; ++k) cumulative.push([k + 1, (running += counts[k]) / all]);
    const place_of_radius = edges.indexOf(radius);
    const even = edges.every((edge, k) => k === 0 || Math.abs(edge - edges[k - 1] - edges[1]) < 0.5);
    const bars = Array.from({ length: size }, (_, k) => ({
        value: counts[k] > 0 ? counts[k] : "-",
        itemStyle:
            edges[k] < radius
                ? { color: COVERED }
                : {
                      color: GAP,
                      decal: {
                          symbol: "rect",
                          color: "rgba(255,255,255,.75)",
                          dashArrayX: [1, 0],
                          dashArrayY: [1.5, 3.5],
                          rotation: -Math.PI / 4,
                      },
                  },
    }));
    return {
        textStyle: text_style(),
        aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: { symbol: "none" } } },
        grid: { left: 8, right: 12, top: 44, bottom: 30, containLabel: true },
        tooltip: {
            ...tooltip_style,
            trigger: "axis",
            axisPointer: { type: "shadow" },
            formatter: (points) => {
                const bar = points.find((point) => point.seriesId === "people");
                if (!bar) return "";
                const k = bar.dataIndex;
                return tooltip_text([
                    class_name(edges, k),
                    `${t("persons", { n: people(counts[k]) })} · ${share(counts[k] / all)}`,
                    `${t("cumulative")} ${share(cumulative[k + 1][1])}`,
                ]);
            },
        },
        xAxis: [
            { type: "category", data: bars.map((_, k) => k), show: false },
            {
                type: "value",
                position: "bottom",
                min: 0,
                max: size,
                interval: label_step(edges),
                name: t(even ? "distance_axis" : "distance_axis_uneven"),
                nameLocation: "middle",
                nameGap: 30,
                axisLine: { show: true, onZero: false, ...axis_line },
                axisTick: { show: true },
                splitLine: { show: false },
                axisLabel: {
                    hideOverlap: true,
                    formatter: (k) => (Number.isInteger(k) && k < edges.length ? kilometres(edges[k]) : ""),
                },
            },
        ],
        yAxis: [
            {
                type: "value",
                min: 0,
                splitLine: split_line,
                axisLabel: { formatter: people_short },
                minInterval: 1,
            },
            {
                type: "value",
                min: 0,
                max: 1,
                interval: 0.25,
                splitLine: { show: false },
                axisLabel: { formatter: share_short },
            },
        ],
        series: [
            {
                id: "people",
                type: "bar",
                xAxisIndex: 0,
                yAxisIndex: 0,
                barCategoryGap: "8%",
                barMinHeight: 2,
                data: bars,
            },
            {
                id: "cumulative",
                type: "line",
                xAxisIndex: 1,
                yAxisIndex: 1,
                data: cumulative,
                showSymbol: false,
                silent: true,
                lineStyle: { color: INK, width: 1.6 },
                itemStyle: { color: INK },
                tooltip: { show: false },
                markLine:
                    place_of_radius < 0
                        ? undefined
                        : {
                              symbol: "none",
                              silent: true,
                              animation: false,
                              lineStyle: { color: INK, width: 1.2, type: [5, 4] },
                              data: [{ xAxis: place_of_radius }],
                              label: {
                                  formatter: t("standard_line", { radius: distance(radius) }),
                                  color: INK,
                                  fontSize: 12,
                                  position: "end",
                              },
                          },
            },
        ],
    };
}

export function distance_section(report) {
    const chart = make_chart(320);
    const reading = element("p", { class: "reading" });
    const chooser = element("select", {
        id: "distance-area",
        on: { change: () => select(JSON.parse(chooser.value), { origin: "chart", zoom: true }) },
    });
    const table = element("details", { class: "small" });
    const legend = element("ul", { class: "chart-legend" });
    const unknown = element("p", { class: "note" });

    function choices() {
        const entry = (wanted, name) => element("option", { value: JSON.stringify(wanted) }, name);
        const zones = (list) => list.map((zone) => entry({ kind: "zone", code: zone.code }, zone.name));
        chooser.replaceChildren(
            entry({ kind: "all" }, t("whole")),
            ...report.groups.map((group) =>
                element(
                    "optgroup",
                    { label: group.name },
                    entry({ kind: "parent", name: group.name }, group.name),
                    ...zones(group.zones),
                ),
            ),
            ...zones(report.free),
        );
    }

    function show() {
        const now = selection();
        const figures = figures_of(report, now);
        const name = now.kind === "all" ? t("whole") : figures.name;
        const counts = now.kind === "all" ? report.distances.people : (figures.by_distance ?? []);
        const classes = shown_classes(report, counts);
        chooser.value = JSON.stringify(now);
        const empty = sum(counts) === 0;
        reading.textContent = empty
            ? t(figures.demand > 0 ? "no_distances" : "distance_nobody", { name })
            : t("distance_reading", {
                  name,
                  share: share(figures.covered_share),
                  covered: people(figures.covered),
                  radius: distance(report.standard.radius_m),
                  median:
                      figures.nearest_median !== null && figures.nearest_median < 1
                          ? t("median_here")
                          : t("median_within", { median: distance(figures.nearest_median) }),
                  p90: distance(figures.nearest_p90),
                  max: distance(figures.nearest_max),
              });
        chart.draw({
            option: option_of(report.standard.radius_m, classes),
            label: t("distance_chart", { name }),
        });
        const all = sum(counts) || 1;
        let running = 0;
        table.replaceChildren(
            element("summary", {}, t("distance_table")),
            plain_table(
                t("distance_table"),
                [
                    { title: t("distance_class") },
                    { title: t("people"), number: true },
                    { title: t("cumulative"), number: true },
                ],
                classes.counts.map((value, k) => [
                    class_name(classes.edges, k),
                    people(value),
                    share((running += value) / all),
                ]),
            ),
        );
    }

    if (report.distances) on_selection(show);
    return section("distance", "section_distance", () => {
        if (!report.distances) return element("p", {}, t("no_distances"));
        choices();
        show();
        legend.replaceChildren(
            ...[
                ["covered", "within_standard"],
                ["gap", "beyond_standard"],
                ["line", "cumulative"],
            ].map(([kind, title]) =>
                element(
                    "li",
                    {},
                    element("span", { class: `swatch ${kind}`, "aria-hidden": "true" }),
                    t(title),
                ),
            ),
        );
        unknown.textContent = t("unknown_distance", { n: people(report.distances.unknown) });
        return [
            element(
                "p",
                { class: "controls" },
                element("label", { for: "distance-area" }, t("choose_area")),
                " ",
                chooser,
            ),
            reading,
            legend,
            chart.place,
            report.distances.unknown > 0 && unknown,
            table,
        ];
    });
}
