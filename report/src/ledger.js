// SPDX-License-Identifier: MIT
// The ledger: one row per parent that opens to its zones, or every zone; sorted by any column; totals stay below.
import { element } from "./element.js";
import { area_scale, compare_names, count, decimal, length_scale, people, pick, share, t } from "./language.js";
import { area_share, covered_share } from "./report_data.js";
import { section } from "./section.js";
import { is_selected, on_selection, select } from "./selection.js";
import { share_bar } from "./share_bar.js";

const smallest = -Infinity; // rows without a figure come last when sorted from the largest

// Where the page has its own word for a figure, and the table of figures a longer one.
const own_words = {
    demand: "people",
    gap: "gap",
    single: "single",
    nearest_p90: "nearest_p90",
    facilities: "facilities",
    meets_target: "meets_target",
};

/// The name, the figures that the document lists, and beside the area how much of it is covered.
function columns_of(report) {
    const length = () => length_scale(report.standard.radius_m);
    const land = () => area_scale(report.totals.area_km2);
    const looks = {
        people: { text: people },
        count: { text: count },
        share: { text: share },
        ratio: { text: (value) => decimal(value, 2) },
        cost: { scale: length, text: (value) => length().text(value) },
        area: { scale: land, text: (value) => land().text(value) },
        flag: { text: flag },
    };
    const own_cells = {
        covered_share: { value: covered_share, cell: (row) => share_cell(row, report.standard.target_share) },
    };
    const figures = report.columns.flatMap(({ key, kind, title }) => {
        const column = {
            id: key,
            title: () => (own_words[key] ? t(own_words[key]) : pick(title)),
            value: (row) => row[key],
            ...looks[kind],
            ...own_cells[key],
        };
        return key === "area_km2" ? [column, land_share] : [column];
    });
    return [{ id: "name", title: () => t("name") }, ...figures];
}

const land_share = { id: "area_share", title: () => t("area_share"), value: area_share, text: share };

function share_cell(row, target) {
    return element(
        "div",
        { class: "share-cell" },
        element("span", { class: "value" }, share(covered_share(row))),
        row.demand > 0 && share_bar(row, target),
    );
}

function flag(value) {
    if (value === null || value === undefined) return "–";
    return element(
        "span",
        { class: value ? "met" : "missed" },
        t(value ? "target_met" : "target_missed"),
    );
}

export function ledger_section(report) {
    const columns = columns_of(report);
    const grouped_data = report.groups.length > 0;
    const state = { sort: null, descending: true, grouped: grouped_data, open: new Set() };

    const noted = report.zones.filter((zone) => zone.note);
    const head = element("thead");
    const body = element("tbody");
    const foot = element("tfoot");
    const frame = element(
        "div",
        {
            class: "table-frame ledger-frame",
            tabindex: "0",
            role: "region",
            "aria-labelledby": "ledger-title",
        },
        element("table", { class: "ledger" }, head, body, foot),
    );
    const controls = element("div", { class: "controls" });

    function sorted(rows) {
        if (!state.sort) return rows;
        const column = columns.find((each) => each.id === state.sort);
        const sign = state.descending ? -1 : 1;
        const key = (row) => Number(column.value(row) ?? smallest);
        return [...rows].sort((a, b) => {
            const order = column.value ? Math.sign(key(a) - key(b)) || 0 : compare_names(a.name, b.name);
            return sign * order || compare_names(a.name, b.name);
        });
    }

    function sort_by(column) {
        state.descending = state.sort === column.id ? !state.descending : column.id !== "name";
        state.sort = column.id;
        for (const cell of head.querySelectorAll("th"))
            cell.setAttribute(
                "aria-sort",
                cell.dataset.column !== state.sort ? "none" : state.descending ? "descending" : "ascending",
            );
        show_body();
    }

    const cell_of = (column, row) => column.cell?.(row) ?? column.text(column.value(row));

    function cells(row) {
        return columns
            .slice(1)
            .map((column) => element("td", { class: "number", "data-column": column.id }, cell_of(column, row)));
    }

    function name_button(row, kind) {
        const target = kind === "zone" ? { kind, code: row.code } : { kind, name: row.name };
        return element(
            "button",
            {
                type: "button",
                class: "name",
                title: t("show_on_map", { name: row.name }),
                on: { click: () => select(target, { origin: "ledger", zoom: true }) },
            },
            row.name,
            row.note && element("sup", { "aria-hidden": "true" }, String(noted.indexOf(row) + 1)),
        );
    }

    function zone_row(zone, parent) {
        return element(
            "tr",
            {
                class: parent && state.grouped ? "zone child" : "zone",
                "data-zone": zone.code,
                "data-parent": parent?.name,
                "aria-current": is_selected("zone", zone.code) ? "true" : null,
                hidden: Boolean(parent) && state.grouped && !state.open.has(parent.name),
            },
            element("th", { scope: "row" }, name_button(zone, "zone")),
            cells(zone),
        );
    }

    function parent_row(group) {
        const open = state.open.has(group.name);
        return element(
            "tr",
            {
                class: "parent",
                "data-group": group.name,
                "aria-current": is_selected("parent", group.name) ? "true" : null,
            },
            element(
                "th",
                { scope: "row" },
                group.zones.length > 0 &&
                    element("button", {
                        type: "button",
                        class: "toggle",
                        "aria-expanded": String(open),
                        "aria-label": t("expand_one", { name: group.name }),
                        on: { click: () => toggle(group.name) },
                    }),
                name_button(group, "parent"),
            ),
            cells(group),
        );
    }

    function toggle(name) {
        if (!state.open.delete(name)) state.open.add(name);
        for (const row of body.querySelectorAll("tr.child"))
            if (row.dataset.parent === name) row.hidden = !state.open.has(name);
        for (const row of body.querySelectorAll("tr.parent"))
            if (row.dataset.group === name)
                row.querySelector(".toggle").setAttribute("aria-expanded", String(state.open.has(name)));
        show_controls();
    }

    function show_body() {
        const rows = state.grouped
            ? [
                  ...sorted(report.groups).flatMap((group) => [
                      parent_row(group),
                      ...sorted(group.zones).map((zone) => zone_row(zone, group)),
                  ]),
                  ...sorted(report.free).map((zone) => zone_row(zone, null)),
              ]
            : sorted(report.zones).map((zone) => zone_row(zone, null));
        body.replaceChildren(...rows);
    }

    function show_head() {
        head.replaceChildren(
            element(
                "tr",
                {},
                columns.map((column) =>
                    element(
                        "th",
                        {
                            scope: "col",
                            "data-column": column.id,
                            class: column.value ? "number" : null,
                            "aria-sort":
                                state.sort !== column.id
                                    ? "none"
                                    : state.descending
                                      ? "descending"
                                      : "ascending",
                        },
                        element(
                            "button",
                            { type: "button", class: "sort", on: { click: () => sort_by(column) } },
                            column.title(),
                            column.scale && element("span", { class: "unit" }, ` ${column.scale().unit}`),
                        ),
                    ),
                ),
            ),
        );
        foot.replaceChildren(
            ...[
                report.totals.outside_zones > 0 &&
                    element(
                        "tr",
                        { class: "outside" },
                        element("th", { scope: "row" }, t("outside")),
                        cells(report.outside),
                    ),
                element(
                    "tr",
                    { class: "total" },
                    element("th", { scope: "row" }, t("total")),
                    cells(report.totals),
                ),
            ].filter(Boolean),
        );
    }

    function show_controls() {
        const view = (grouped, title) =>
            element(
                "button",
                {
                    type: "button",
                    "aria-pressed": String(state.grouped === grouped),
                    on: {
                        click: (event) => {
                            state.grouped = grouped;
                            show_body();
                            show_controls();
                            focus_again(event);
                        },
                    },
                },
                t(title),
            );
        const openable = report.groups.filter((group) => group.zones.length > 0);
        const all_open = openable.every((group) => state.open.has(group.name));
        controls.replaceChildren(
            ...[
                grouped_data &&
                    element(
                        "div",
                        { class: "switch", role: "group", "aria-label": t("ledger_view") },
                        view(true, "group_by_parent"),
                        view(false, "every_zone"),
                    ),
                grouped_data &&
                    state.grouped &&
                    element(
                        "button",
                        {
                            type: "button",
                            class: "quiet",
                            on: {
                                click: (event) => {
                                    state.open = new Set(all_open ? [] : openable.map((group) => group.name));
                                    show_body();
                                    show_controls();
                                    focus_again(event);
                                },
                            },
                        },
                        t(all_open ? "collapse_all" : "expand_all"),
                    ),
            ].filter(Boolean),
        );
    }

    /// The button was made anew under the reader's finger.
    function focus_again(event) {
        const text = event.currentTarget.textContent;
        const again = [...controls.querySelectorAll("button")];
        (again.find((button) => button.textContent === text) ?? again[again.length - 1])?.focus();
    }

    on_selection((selection, wish) => {
        if (wish.origin === "popup" && selection.kind === "zone" && state.grouped) {
            const parent = report.zone_of.get(selection.code)?.parent;
            if (report.groups.some((group) => group.name === parent)) state.open.add(parent);
            show_controls();
        }
        if (wish.origin === "popup") show_body();
        for (const row of body.querySelectorAll("tr")) {
            const here =
                row.dataset.zone !== undefined
                    ? is_selected("zone", row.dataset.zone)
                    : is_selected("parent", row.dataset.group);
            if (here) row.setAttribute("aria-current", "true");
            else row.removeAttribute("aria-current");
            if (here && wish.origin === "popup") {
                row.scrollIntoView({ block: "center" });
                row.querySelector("button.name").focus({ preventScroll: true });
            }
        }
    });

    return section("ledger", "section_ledger", () => {
        show_head();
        show_body();
        show_controls();
        return [
            controls,
            frame,
            element("p", { class: "note" }, t("ledger_balance")),
            noted.length > 0 &&
                element(
                    "details",
                    { class: "small notes printed" },
                    element("summary", {}, t("zone_notes")),
                    element(
                        "ol",
                        {},
                        noted.map((zone) =>
                            element("li", {}, element("strong", {}, zone.name), ` ${zone.note}`),
                        ),
                    ),
                ),
        ];
    });
}
