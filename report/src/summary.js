// SPDX-License-Identifier: MIT
// The result in plain words, and the figures that a meeting asks for first.
import { element } from "./element.js";
import { area, count, distance, language, people, share, t } from "./language.js";
import { area_share, covered_share } from "./report_data.js";
import { section } from "./section.js";
import { share_bar } from "./share_bar.js";

export function summary_section(report) {
    return section("summary", "section_summary", () => {
        const sentences = report.summary?.[language()] ?? [];
        return [
            sentences.length > 0 && element("p", { class: "lead" }, sentences[0]),
            sentences.length > 1 &&
                element(
                    "ul",
                    { class: "sentences" },
                    sentences.slice(1).map((sentence) => element("li", {}, sentence)),
                ),
        ];
    });
}

export function figures_section(report) {
    return section("figures", "section_figures", () => {
        const { totals } = report;
        const portion = (value) => (totals.demand > 0 ? value / totals.demand : null);
        const tile = (kind, title, value, note) =>
            element(
                "div",
                { class: `tile ${kind}` },
                element("p", { class: "tile-title" }, title),
                element("p", { class: "tile-value" }, value),
                note && element("p", { class: "tile-note" }, note),
            );
        const everyone = totals.demand > 0 && totals.gap === 0 && totals.unreachable === 0;
        return [
            share_bar(totals, report.standard.target_share, { class: "share-bar large" }),
            element(
                "div",
                { class: "tiles" },
                tile(
                    "is-covered",
                    t("covered_share"),
                    share(covered_share(totals)),
                    everyone ? t("fully_covered") : verdict(totals, report.standard.target_share),
                ),
                tile(
                    "is-covered",
                    t("covered"),
                    people(totals.covered),
                    t("figure_covered_note", { total: people(totals.demand) }),
                ),
                tile(
                    "is-gap",
                    t("gap"),
                    people(totals.gap),
                    t("figure_gap_note", { share: share(portion(totals.gap)) }),
                ),
                totals.unreachable > 0 &&
                    tile(
                        "is-unreachable",
                        t("unreachable"),
                        people(totals.unreachable),
                        t("figure_unreachable_note"),
                    ),
                tile("", t("single"), people(totals.single), t("figure_single_note")),
                tile(
                    "",
                    t("nearest_mean"),
                    distance(totals.nearest_mean),
                    totals.nearest_p90 !== null &&
                        t("figure_mean_note", { p90: distance(totals.nearest_p90) }),
                ),
                tile("", t("facilities"), count(totals.facilities), t("figure_facilities_note")),
                tile(
                    "",
                    t("area_share"),
                    share(area_share(totals)),
                    t("figure_area_note", {
                        covered: area(totals.covered_area_km2),
                        total: area(totals.area_km2),
                    }),
                ),
            ),
            station_shares(report),
            [totals, ...report.zones].some((figures) => !Number.isInteger(figures.covered)) &&
                element("p", { class: "note" }, t("rounded_note")),
        ];
    });
}

function verdict(figures, target) {
    if (target === null || figures.meets_target === null) return null;
    return `${t(figures.meets_target ? "target_met" : "target_missed")} · ${t("target_mark", { share: share(target) })}`;
}

/// What a standard asks of the stations themselves.
function station_shares(report) {
    const names = { open_24h: () => t("share_open_24h"), honoured: () => t("share_honoured") };
    const rows = (report.station_shares ?? []).map((row) => {
        const facts = [
            share(row.share),
            base_of(row, report.filter),
            row.target !== null &&
                row.target !== undefined &&
                t("share_target", { share: share(row.target) }),
            row.meets_target !== null &&
                row.meets_target !== undefined &&
                t(row.meets_target ? "target_met" : "target_missed"),
            row.unknown > 0 && t("share_unknown", { n: count(row.unknown) }),
        ];
        return element(
            "li",
            {},
            element("span", {}, names[row.id]?.() ?? row.id),
            " ",
            element("strong", {}, facts[0]),
            " ",
            facts.slice(1).filter(Boolean).join(" · "),
        );
    });
    return rows.length > 0 && element("ul", { class: "station-shares" }, rows);
}

/// What it is a share of: the stations of the run's kinds. Older audits do not say.
function base_of(row, filter) {
    if (!row.stations) return null;
    const n = count(row.stations);
    return filter?.kinds?.length
        ? t("share_of_kinds", { n, list: filter.kinds.join(t("list_separator")) })
        : t("share_of", { n });
}
