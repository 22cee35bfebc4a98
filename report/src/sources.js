// SPDX-License-Identifier: MIT
// Where the figures come from: files with checksums, the standard with its sources, the run and its method.
import { element, figure_list, plain_table } from "./element.js";
import { filter_text } from "./filter_text.js";
import { count, distance, pick, share, t } from "./language.js";
import { section } from "./section.js";

export function sources_section(report) {
    return section("sources", "section_sources", () => {
        const { standard } = report;
        const roles = {
            facilities: () => t("role_facilities"),
            demand: () => t("role_demand"),
            zones: () => t("role_zones"),
        };
        const confidence = {
            high: () => t("confidence_high"),
            "medium-high": () => t("confidence_medium_high"),
            medium: () => t("confidence_medium"),
            low: () => t("confidence_low"),
            setting: () => t("confidence_setting"),
        };
        const figures = standard.figures ?? [];
        return [
            plain_table(
                t("sources_caption"),
                [
                    { title: t("role") },
                    { title: t("path") },
                    { title: t("rows"), number: true },
                    { title: t("checksum") },
                ],
                report.sources.map((source) => [
                    roles[source.role]?.() ?? source.role,
                    source.path,
                    count(source.rows),
                    source.sha256 ? element("code", { class: "checksum" }, source.sha256) : "–",
                ]),
            ),
            element(
                "details",
                { class: "printed" },
                element("summary", {}, t("run")),
                figure_list(
                    [
                        [t("run_version"), `${t("product")} ${report.version}`],
                        [t("standard"), pick(standard.name)],
                        standard.id ? [t("run_standard"), standard.id] : null,
                        [
                            t("run_bands"),
                            (standard.bands_m ?? [standard.radius_m]).map(distance).join(t("list_separator")),
                        ],
                        standard.target_share !== null
                            ? [t("run_target"), share(standard.target_share)]
                            : null,
                        [t("run_filter"), filter_text(report.filter) || t("all_filter")],
                    ],
                    { class: "figures record" },
                ),
                figures.length > 0 && [
                    element("h3", {}, t("standard_figures")),
                    plain_table(
                        t("standard_figures"),
                        [
                            { title: t("figure_key") },
                            { title: t("figure_value") },
                            { title: t("figure_source") },
                            { title: t("figure_confidence") },
                        ],
                        figures.map((figure) => [
                            figure.key,
                            String(figure.value),
                            figure.source,
                            confidence[figure.confidence]?.() ?? figure.confidence,
                        ]),
                    ),
                ],
                element("h3", {}, t("method")),
                element("p", {}, t("method_text")),
            ),
        ];
    });
}
