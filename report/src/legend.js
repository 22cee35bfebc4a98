// SPDX-License-Identifier: MIT
// The legend is the layer switch: a box to tick per layer, below it what its signs mean; only what the map has.
import { element, svg_element } from "./element.js";
import { hatched_swatch } from "./hatching.js";
import { people, t } from "./language.js";
import { COVERED, GAP_CLASSES, gap_class, NO_DATA, SHARE_CLASSES, share_class } from "./palette.js";
import { covered_share } from "./report_data.js";
import { shape_count, symbol_swatch } from "./symbols.js";

function colour_swatch(colour, stroke = "#5c6a74", opacity = 1) {
    return svg_element(
        "svg",
        { class: "swatch-drawing", viewBox: "0 0 28 16", width: 28, height: 16, "aria-hidden": "true" },
        svg_element("rect", {
            x: 0.5,
            y: 0.5,
            width: 27,
            height: 15,
            fill: colour,
            "fill-opacity": opacity,
            stroke,
            "stroke-width": 0.8,
        }),
    );
}

function zone_entries(report) {
    const present = new Set(report.zones.map((zone) => share_class(covered_share(zone))));
    const percent = (value) => Math.round(value * 100);
    return [
        ...SHARE_CLASSES.map(
            (each, index) =>
                present.has(index) && [
                    colour_swatch(each.colour),
                    t("class_share", { from: percent(each.from), to: percent(each.to) }),
                ],
        ),
        present.has(null) && [colour_swatch(NO_DATA), t("class_no_data")],
    ];
}

function gap_entries(report) {
    const present = new Set(report.gaps.map((gap) => gap_class(gap.demand)));
    const name = ({ from, to }, index) =>
        index === 0
            ? t("class_gap_empty")
            : from === 0
              ? t("class_gap_under", { to: people(to) })
              : to === Infinity
                ? t("class_gap_over", { from: people(from) })
                : t("class_gap_between", { from: people(from), to: people(to) });
    return GAP_CLASSES.map((each, index) => present.has(index) && [hatched_swatch(index), name(each, index)]);
}

function station_entries(report, kinds) {
    const own = kinds.slice(0, shape_count - 1);
    const rest = kinds.slice(shape_count - 1);
    return [
        ...own.map(({ kind, shape }) => [symbol_swatch(shape), kind || t("station")]),
        rest.length > 0 && [
            symbol_swatch(rest[0].shape),
            rest.length === 1 ? rest[0].kind || t("station") : t("other_kinds"),
        ],
        report.facilities.some((facility) => !facility.active) && [symbol_swatch(0, false), t("inactive")],
    ];
}

/// \param layers { id: { shown, toggle(shown) } } in the order of the legend; absent layers have no entry
export function legend(report, kinds, layers) {
    const entries = {
        stations: () => ["layer_stations", station_entries(report, kinds)],
        covered: () => ["layer_covered", [[colour_swatch(COVERED, "#004a75", 0.62), t("covered")]]],
        gaps: () => ["layer_gaps", gap_entries(report)],
        zones: () => ["layer_zones", zone_entries(report)],
        outlines: () => ["layer_outlines", []],
        labels: () => ["layer_labels", []],
    };
    return element(
        "fieldset",
        { class: "legend" },
        element("legend", {}, t("layers")),
        Object.entries(layers).map(([id, layer]) => {
            const [title, rows] = entries[id]();
            const box = element("input", {
                type: "checkbox",
                "data-layer": id,
                checked: layer.shown,
                on: { change: () => layer.toggle(box.checked) },
            });
            return element(
                "div",
                { class: "legend-layer" },
                element("label", {}, box, t(title)),
                rows.some(Boolean) &&
                    element(
                        "ul",
                        {},
                        rows
                            .filter(Boolean)
                            .map(([sign, name]) => element("li", {}, sign, element("span", {}, name))),
                    ),
            );
        }),
        report.gaps.length === 0 && element("p", { class: "good" }, t("no_gaps")),
    );
}
