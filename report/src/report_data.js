// SPDX-License-Identifier: MIT
// The document that the page shows, schema yiquan.report/1, and what the sections look up in it.

export class ReportError extends Error {}

/// Indexes beside the data: zones by code, a group per parent, people present or not.
export function read_report(text) {
    let data;
    try {
        data = JSON.parse(text);
    } catch (error) {
        throw new ReportError(`The data of this report cannot be read: ${error.message}`);
    }
    if (data.schema !== "yiquan.report/1")
        throw new ReportError(`This page shows yiquan.report/1, but its data say ${data.schema}.`);

    const zones = new Map(data.zones.map((zone) => [zone.code, zone]));
    const parents = new Map((data.parents ?? []).map((parent) => [parent.name, { ...parent, zones: [] }]));
    const free = []; // zones that belong to no listed parent
    for (const zone of data.zones) (parents.get(zone.parent)?.zones ?? free).push(zone);
    const geometry = data.geometry ?? { step: 1, zones: [], covered: [], gaps: [] };
    return { ...data, geometry, zone_of: zones, groups: [...parents.values()], free };
}

export const EVERYTHING = { kind: "all" };

/// The figures of a selection; null when the document does not have it.
export function figures_of(report, selection) {
    if (selection.kind === "zone") return report.zone_of.get(selection.code) ?? null;
    if (selection.kind === "parent")
        return report.groups.find((group) => group.name === selection.name) ?? null;
    return report.totals;
}

/// Codes of the zones in a selection.
export function codes_of(report, selection) {
    if (selection.kind === "zone") return [selection.code];
    if (selection.kind === "parent")
        return (report.groups.find((group) => group.name === selection.name)?.zones ?? []).map(
            (zone) => zone.code,
        );
    return report.zones.map((zone) => zone.code);
}

/// Share of people covered; null where nobody lives.
export function covered_share(figures) {
    return figures.demand > 0 ? (figures.covered_share ?? figures.covered / figures.demand) : null;
}

export function area_share(figures) {
    return figures.area_km2 > 0 ? figures.covered_area_km2 / figures.area_km2 : null;
}
