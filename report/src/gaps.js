// SPDX-License-Identifier: MIT
// The ten gaps with the most people, each a click from its place on the map.
import { element, plain_table } from "./element.js";
import { area_scale, count, length_scale, people, t } from "./language.js";
import { section } from "./section.js";

const shown = 10;

export function worst_gaps(report) {
    return report.gaps.filter((gap) => gap.demand > 0).slice(0, shown);
}

/// \param zoom_to_gap called with the gap's rank
export function gaps_section(report, zoom_to_gap) {
    return section("gaps", "section_gaps", () => {
        if (report.gaps.length === 0) return element("p", { class: "good" }, t("no_gaps"));
        const worst = worst_gaps(report);
        const all = count(report.gaps.length);
        if (worst.length === 0) return element("p", { class: "good" }, t("gaps_caption_empty", { all }));
        const caption = t(worst.length < report.gaps.length ? "gaps_caption" : "gaps_caption_all", {
            n: count(worst.length),
            all,
        });
        const most = worst[0].demand;
        const length = length_scale(report.standard.radius_m);
        const area = area_scale(report.totals.area_km2);
        const with_unit = (title, scale) =>
            element("span", {}, t(title), element("span", { class: "unit" }, ` ${scale.unit}`));
        return [
            element("p", { class: "reading" }, caption),
            plain_table(
                caption,
                [
                    { title: t("rank"), number: true },
                    { title: t("gap_where") },
                    { title: t("gap_people"), number: true },
                    { title: with_unit("area", area), number: true },
                    { title: with_unit("gap_farthest", length), number: true },
                    { title: t("gap_nearest") },
                    { title: "" },
                ],
                worst.map((gap) => [
                    count(gap.rank),
                    element(
                        "span",
                        {},
                        gap.zone_name,
                        gap.parent && element("span", { class: "muted" }, ` ${gap.parent}`),
                    ),
                    element(
                        "span",
                        { class: "bar-cell" },
                        element("span", { class: "value" }, people(gap.demand)),
                        element(
                            "span",
                            { class: "mini-bar", "aria-hidden": "true" },
                            element("span", {
                                class: "piece gap",
                                style: { width: `${((gap.demand / most) * 100).toFixed(1)}%` },
                            }),
                        ),
                    ),
                    area.text(gap.area_km2),
                    length.text(gap.farthest_m),
                    gap.nearest_name ?? "–",
                    element(
                        "button",
                        {
                            type: "button",
                            class: "quiet",
                            "aria-label": t("zoom_to_gap", { rank: gap.rank }),
                            on: { click: () => zoom_to_gap(gap.rank) },
                        },
                        t("zoom_to"),
                    ),
                ]),
                { class: "table-frame gaps-frame" },
            ),
        ];
    });
}
