// SPDX-License-Identifier: MIT
// The figures of one place in a few lines: for the popup of the map, its tooltip, and the card beside it.
import { element, figure_list } from "./element.js";
import { count, distance, people, share, t } from "./language.js";
import { area_share, covered_share } from "./report_data.js";
import { share_bar } from "./share_bar.js";

export function figure_rows(figures) {
    return figure_list([
        [t("people"), people(figures.demand)],
        [t("covered"), people(figures.covered)],
        [t("gap"), people(figures.gap)],
        figures.unreachable > 0 ? [t("unreachable"), people(figures.unreachable)] : null,
        [t("single"), people(figures.single)],
        figures.nearest_mean !== null ? [t("nearest_mean"), distance(figures.nearest_mean)] : null,
        figures.nearest_p90 !== null ? [t("nearest_p90"), distance(figures.nearest_p90)] : null,
        [t("facilities"), t("places_unit", { n: count(figures.facilities) })],
        [t("area_share"), share(area_share(figures))],
    ]);
}

export function place_card(name, above, figures, target, more = null) {
    const everyone = figures.demand > 0 && figures.gap === 0 && !(figures.unreachable > 0);
    return element(
        "div",
        { class: "place-card" },
        above && element("p", { class: "above" }, above),
        element("p", { class: "place-name" }, name),
        element(
            "p",
            { class: "place-share" },
            element("strong", {}, share(covered_share(figures))),
            " ",
            figures.demand > 0 ? t(everyone ? "fully_covered" : "covered_share") : t("nobody"),
        ),
        figures.demand > 0 && share_bar(figures, target),
        figure_rows(figures),
        more,
    );
}

export function zone_tooltip(zone) {
    return element(
        "div",
        { class: "map-tooltip" },
        element("strong", {}, zone.name),
        element("div", {}, `${t("covered_share")} ${share(covered_share(zone))}`),
        element("div", {}, `${t("gap")} ${t("persons", { n: people(zone.gap) })}`),
    );
}

export function station_card(facility, properties = {}) {
    return element(
        "div",
        { class: "map-tooltip", ...properties },
        element("strong", {}, facility.name || facility.id),
        element(
            "div",
            { class: "muted" },
            [facility.kind, !facility.active && t("inactive")].filter(Boolean).join(" · "),
        ),
        element("div", {}, `${t("station_served")} ${people(facility.demand_served)}`),
        element("div", {}, `${t("station_only")} ${people(facility.demand_only_here)}`),
    );
}
