// SPDX-License-Identifier: MIT
// Everything on the page is made here. Text goes in as text nodes only, so no user data becomes markup.

const SVG = "http://www.w3.org/2000/svg";

function furnish(node, properties, children) {
    for (const [key, value] of Object.entries(properties)) {
        if (value === undefined || value === null || value === false) continue;
        if (key === "on") {
            for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
        } else if (key === "style") {
            for (const [name, setting] of Object.entries(value)) node.style.setProperty(name, setting);
        } else {
            node.setAttribute(key, value === true ? "" : String(value));
        }
    }
    node.append(
        ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
    );
    return node;
}

/// element("p", { class: "lead", on: { click } }, "text", child): null and false are left out.
export function element(tag, properties = {}, ...children) {
    return furnish(document.createElement(tag), properties, children);
}

export function svg_element(tag, properties = {}, ...children) {
    return furnish(document.createElementNS(SVG, tag), properties, children);
}

/// A list of terms and values; rows without a value are left out.
export function figure_list(rows, properties = {}) {
    return element(
        "dl",
        { class: "figures", ...properties },
        rows
            .filter((row) => row && row[1] !== null && row[1] !== undefined)
            .map(([term, value]) => element("div", {}, element("dt", {}, term), element("dd", {}, value))),
    );
}

/// A plain table. Columns: { title, number } ; rows: arrays of texts or nodes, the first is the row's heading.
export function plain_table(caption, columns, rows, properties = {}) {
    const side = (column) => (column.number ? "number" : undefined);
    return element(
        "div",
        { class: "table-frame", tabindex: "0", role: "region", "aria-label": caption, ...properties },
        element(
            "table",
            {},
            element("caption", { class: "unseen" }, caption),
            element(
                "thead",
                {},
                element(
                    "tr",
                    {},
                    columns.map((column) =>
                        element("th", { scope: "col", class: side(column) }, column.title),
                    ),
                ),
            ),
            element(
                "tbody",
                {},
                rows.map((row) =>
                    element(
                        "tr",
                        {},
                        row.map((cell, index) =>
                            index === 0
                                ? element("th", { scope: "row", class: side(columns[index]) }, cell)
                                : element("td", { class: side(columns[index]) }, cell),
                        ),
                    ),
                ),
            ),
        ),
    );
}
