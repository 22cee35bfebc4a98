// SPDX-License-Identifier: MIT
// Hatching for gaps, so that a black-and-white copy still shows them. Drawn as lines, because a browser prints
// SVG patterns as coarse pictures.
import { svg_element } from "./element.js";
import { ExactPolygon } from "./exact_shapes.js";
import { GAP, GAP_CLASSES } from "./palette.js";

const tenth = (value) => Math.round(value * 10) / 10;

/// Rising lines x + y = k · step through the inside of rings (even-odd), as an SVG path. All shapes share the
/// same lines, so that neighbours fit together.
export function hatch_path(rings, spacing) {
    const step = spacing * Math.SQRT2;
    const crossings = new Map(); // of each line, as x - y
    for (const ring of rings) {
        for (let i = 0; i < ring.length; ++i) {
            const a = ring[i];
            const b = ring[(i + 1) % ring.length];
            const [from, to] = [(a.x + a.y) / step, (b.x + b.y) / step];
            if (from === to) continue;
            for (let k = Math.ceil(Math.min(from, to)); k < Math.max(from, to); ++k) {
                const t = (k - from) / (to - from);
                const across = a.x - a.y + t * (b.x - b.y - a.x + a.y);
                if (!crossings.has(k)) crossings.set(k, []);
                crossings.get(k).push(across);
            }
        }
    }
    let path = "";
    for (const [k, places] of crossings) {
        places.sort((a, b) => a - b);
        const point = (across) => `${tenth((k * step + across) / 2)} ${tenth((k * step - across) / 2)}`;
        for (let i = 0; i + 1 < places.length; i += 2) path += `M${point(places[i])}L${point(places[i + 1])}`;
    }
    return path || "M0 0";
}

/// A gap on the map.
export const HatchedPolygon = ExactPolygon.extend({
    options: { fill: false, color: GAP, opacity: 0.9, lineCap: "butt", interactive: false, hatch: 0 },
    onAdd(map) {
        this.options.weight = GAP_CLASSES[this.options.hatch].width;
        ExactPolygon.prototype.onAdd.call(this, map);
    },
    _updatePath() {
        this._renderer._setPath(this, hatch_path(this._parts, GAP_CLASSES[this.options.hatch].spacing));
    },
});

/// A little picture for the legend.
export function hatched_swatch(index) {
    const [left, top, right, bottom] = [0.5, 0.5, 27.5, 15.5];
    const frame = [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
    ].map(([x, y]) => ({ x, y }));
    return svg_element(
        "svg",
        { class: "swatch-drawing", viewBox: "0 0 28 16", width: 28, height: 16, "aria-hidden": "true" },
        svg_element("rect", {
            x: left,
            y: top,
            width: right - left,
            height: bottom - top,
            fill: "none",
            stroke: "#5c6a74",
            "stroke-width": 0.8,
        }),
        svg_element("path", {
            d: hatch_path([frame], GAP_CLASSES[index].spacing * 0.75),
            fill: "none",
            stroke: GAP,
            "stroke-width": GAP_CLASSES[index].width,
        }),
    );
}
