// SPDX-License-Identifier: MIT
// Faults in the user's data, grouped by kind, each with file, row, value and what was done.
import { element, plain_table } from "./element.js";
import { count, pick, t } from "./language.js";
import { section } from "./section.js";

/// \param show_place called with [longitude, latitude]
export function findings_section(report, show_place) {
    const open = new Set();
    const of_kind = new Map();
    for (const finding of report.findings.list ?? []) {
        if (!of_kind.has(finding.kind)) of_kind.set(finding.kind, []);
        of_kind.get(finding.kind).push(finding);
    }

    function table(title, rows) {
        const with_place = rows.some((row) => row.at);
        const columns = [
            "finding_source",
            "finding_row",
            "finding_field",
            "finding_value",
            "finding_detail",
        ].map((key) => ({ title: t(key) }));
        return plain_table(
            title,
            with_place ? [...columns, { title: "" }] : columns,
            rows.map((row) => {
                const cells = [
                    row.source,
                    row.row === null ? "–" : count(row.row),
                    row.field || "–",
                    row.value || "–",
                    pick(row.detail),
                ];
                const button =
                    row.at &&
                    element(
                        "button",
                        {
                            type: "button",
                            class: "quiet",
                            "aria-label": t("finding_zoom"),
                            on: { click: () => show_place(row.at, pick(row.detail)) },
                        },
                        t("zoom_to"),
                    );
                return with_place ? [...cells, button || ""] : cells;
            }),
            { class: "table-frame findings-frame" },
        );
    }

    return section("findings", "section_findings", () => {
        const { findings } = report;
        if (findings.count === 0) return element("p", { class: "good" }, t("no_findings"));
        return [
            element(
                "p",
                { class: "reading" },
                t("findings_count", { n: count(findings.count) }),
                " ",
                findings.listed < findings.count && t("findings_listed", { listed: count(findings.listed) }),
            ),
            findings.by_kind.map((group) => {
                const rows = of_kind.get(group.kind) ?? [];
                const title = pick(group.name) || group.kind;
                const heading = element(
                    "summary",
                    {},
                    title,
                    " ",
                    element("span", { class: "count" }, count(group.count)),
                );
                if (rows.length === 0)
                    return element(
                        "p",
                        { class: "finding-kind" },
                        title,
                        " ",
                        element("span", { class: "count" }, count(group.count)),
                    );
                const details = element(
                    "details",
                    {
                        open: open.has(group.kind),
                        on: {
                            toggle: () => {
                                if (!details.open) return void open.delete(group.kind);
                                open.add(group.kind);
                                if (details.children.length === 1) details.append(table(title, rows));
                            },
                        },
                    },
                    heading,
                );
                if (open.has(group.kind)) details.append(table(title, rows));
                return details;
            }),
        ];
    });
}
