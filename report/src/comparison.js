// SPDX-License-Identifier: MIT
// Before and after: who gained and who lost, by area, and which facilities changed.
import { element, plain_table } from "./element.js";
import { count, decimal, distance, people, share, t } from "./language.js";
import { section } from "./section.js";

const shown = 200; // rows of a table; the rest is counted

const share_of = (covered, demand) => (demand > 0 ? covered / demand : null);
const net_of = (change) => change.covered_after - change.covered_before;

function signed(value) {
    return value > 0 ? `+${people(value)}` : value < 0 ? `−${people(-value)}` : "0";
}

function points(change) {
    const before = share_of(change.covered_before, change.demand_before);
    const after = share_of(change.covered_after, change.demand_after);
    if (before === null || after === null) return "–";
    const difference = (after - before) * 100;
    const text = decimal(Math.abs(difference), 1);
    return t("points", { n: difference > 0.05 ? `+${text}` : difference < -0.05 ? `−${text}` : "0" });
}

/// A bar to the right for more people covered, to the left for fewer.
function net_bar(change, most) {
    const net = net_of(change);
    const width = most > 0 ? (Math.abs(net) / most) * 50 : 0;
    return element(
        "span",
        { class: "bar-cell" },
        element("span", { class: "value" }, signed(net)),
        element(
            "span",
            { class: "net-bar", "aria-hidden": "true" },
            element("span", {
                class: net < 0 ? "piece lost" : "piece gained",
                style: { width: `${width.toFixed(2)}%`, left: `${(net < 0 ? 50 - width : 50).toFixed(2)}%` },
            }),
        ),
    );
}

function facility_rows(facilities) {
    const words = {
        added: () => t("change_added"),
        removed: () => t("change_removed"),
        moved: (row) => t("change_moved", { distance: distance(row.distance_m) }),
        renamed: (row) => t("change_renamed", { before: row.name_before ?? "" }),
    };
    return facilities.slice(0, shown).map((row) => [row.name, row.id, words[row.kind]?.(row) ?? row.kind]);
}

function remaining(list) {
    return (
        list.length > shown &&
        element("p", { class: "note" }, t("more_rows", { n: count(list.length - shown) }))
    );
}

export function comparison_section(report) {
    const { comparison } = report;
    return section("comparison", "section_comparison", () => {
        const { total } = comparison;
        const grown = net_of(total) - total.gained + total.lost;
        const changed = comparison.zones
            .filter((zone) => net_of(zone) !== 0 || zone.gained > 0 || zone.lost > 0)
            .sort((a, b) => Math.abs(net_of(b)) - Math.abs(net_of(a)));
        const most = Math.max(0, ...changed.map((zone) => Math.abs(net_of(zone))));
        const state = (title, covered, demand) =>
            element(
                "div",
                { class: "tile" },
                element("p", { class: "tile-title" }, title),
                element("p", { class: "tile-value" }, share(share_of(covered, demand))),
                element(
                    "p",
                    { class: "tile-note" },
                    `${t("covered")} ${people(covered)} / ${people(demand)}`,
                ),
            );
        const tile = (kind, title, value) =>
            element(
                "div",
                { class: `tile ${kind}` },
                element("p", { class: "tile-title" }, title),
                element("p", { class: "tile-value" }, value),
            );
        const number = (title) => ({ title: t(title), number: true });
        return [
            element("p", { class: "reading" }, t("compared_with", { title: comparison.before?.title ?? "" })),
            element(
                "p",
                { class: "lead" },
                t("comparison_sentence", {
                    before: people(total.covered_before),
                    after: people(total.covered_after),
                    gained: people(total.gained),
                    lost: people(total.lost),
                }),
            ),
            element(
                "div",
                { class: "tiles" },
                state(t("before"), total.covered_before, total.demand_before),
                state(t("after"), total.covered_after, total.demand_after),
                tile("is-covered", t("gained"), people(total.gained)),
                tile("is-gap", t("lost"), people(total.lost)),
                Math.abs(grown) >= 0.5 && tile("", t("grown"), signed(grown)),
            ),
            !comparison.by_place && element("p", { class: "note" }, t("comparison_net_only")),
            element("h3", {}, t("comparison_zones")),
            changed.length === 0
                ? element("p", {}, t("comparison_unchanged"))
                : plain_table(
                      t("comparison_zones"),
                      [
                          { title: t("name") },
                          number("before"),
                          number("after"),
                          number("gained"),
                          number("lost"),
                          number("net"),
                          number("share_change"),
                      ],
                      changed
                          .slice(0, shown)
                          .map((zone) => [
                              element(
                                  "span",
                                  {},
                                  zone.name || t("outside"),
                                  zone.parent && element("span", { class: "muted" }, ` ${zone.parent}`),
                              ),
                              people(zone.covered_before),
                              people(zone.covered_after),
                              people(zone.gained),
                              people(zone.lost),
                              net_bar(zone, most),
                              points(zone),
                          ]),
                  ),
            remaining(changed),
            element("h3", {}, t("comparison_facilities")),
            comparison.facilities.length === 0
                ? element("p", {}, t("comparison_same_facilities"))
                : plain_table(
                      t("comparison_facilities"),
                      [{ title: t("station_name") }, { title: t("station_id") }, { title: t("change") }],
                      facility_rows(comparison.facilities),
                  ),
            remaining(comparison.facilities),
        ];
    });
}
