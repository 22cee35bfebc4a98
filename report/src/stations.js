// SPDX-License-Identifier: MIT
// Every facility with the people it serves, so that the map's symbols can be read as a table; opened on demand.
import { element, plain_table } from "./element.js";
import { count, people, t } from "./language.js";
import { section } from "./section.js";

const shown = 1000;

export function stations_section(report) {
    let open = false;
    return section("stations", "section_stations", () => {
        const list = [...report.facilities].sort((a, b) => b.demand_served - a.demand_served);
        const some_inactive = list.some((facility) => !facility.active);
        const fill = (details) => {
            if (details.children.length > 1) return;
            details.append(
                plain_table(
                    t("section_stations"),
                    [
                        { title: t("station_name") },
                        { title: t("station_id") },
                        { title: t("kind") },
                        { title: t("name") },
                        { title: t("station_served"), number: true },
                        { title: t("station_only"), number: true },
                    ],
                    list
                        .slice(0, shown)
                        .map((facility) => [
                            facility.name || facility.id,
                            facility.id,
                            some_inactive && !facility.active
                                ? `${facility.kind} (${t("inactive")})`
                                : facility.kind,
                            report.zone_of.get(facility.zone)?.name ?? t("outside"),
                            people(facility.demand_served),
                            people(facility.demand_only_here),
                        ]),
                ),
            );
            if (list.length > shown)
                details.append(
                    element("p", { class: "note" }, t("more_rows", { n: count(list.length - shown) })),
                );
        };
        const details = element(
            "details",
            {
                open,
                on: {
                    toggle: () => {
                        open = details.open;
                        if (open) fill(details);
                    },
                },
            },
            element("summary", {}, t("open_list")),
        );
        if (open) fill(details);
        return [
            element("p", { class: "reading" }, t("station_count", { n: count(list.length) })),
            list.length > 0 && details,
        ];
    });
}
