// SPDX-License-Identifier: MIT
// Hatching for gaps as SVG patterns, so that a black-and-white copy still shows them.
import { svg_element } from "./element.js";
import { GAP, GAP_CLASSES } from "./palette.js";

const slope = 45;

function pattern(id, { spacing, width }) {
    return svg_element("pattern", { id, width: spacing, height: spacing, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${slope})` },
        svg_element("line", { x1: spacing / 2, y1: 0, x2: spacing / 2, y2: spacing, stroke: GAP, "stroke-width": width }));
}

/// \param prefix keeps the ids of two drawings on one page apart
export function hatching(prefix) {
    return svg_element("defs", {}, GAP_CLASSES.map((each, index) => pattern(`${prefix}-${index}`, each)));
}

/// A little picture for the legend.
export function hatched_swatch(index) {
    const id = `legend-gap-${index}`;
    return svg_element("svg", { class: "swatch-drawing", viewBox: "0 0 28 16", width: 28, height: 16, "aria-hidden": "true" },
        svg_element("defs", {}, pattern(id, GAP_CLASSES[index])),
        svg_element("rect", { x: 0.5, y: 0.5, width: 27, height: 15, fill: `url(#${id})`, stroke: GAP, "stroke-width": 0.8 }));
}
