// SPDX-License-Identifier: MIT
// A symbol per kind of facility, as shapes and not as colours. Beyond the last shape kinds share it.
import { CircleMarker } from "leaflet";

import { svg_element } from "./element.js";
import { INK } from "./palette.js";

/// Corners on a circle of radius 1, every `skip`th joined; the first corner is up.
function star(corners, inner) {
    const points = [];
    for (let k = 0; k < corners * 2; ++k) {
        const radius = k % 2 === 0 ? 1 : inner;
        const angle = (Math.PI * k) / corners - Math.PI / 2;
        points.push([radius * Math.cos(angle), radius * Math.sin(angle)]);
    }
    return points;
}

function corners(count, turn = 0) {
    return Array.from({ length: count }, (_, k) => {
        const angle = (2 * Math.PI * k) / count - Math.PI / 2 + turn;
        return [Math.cos(angle), Math.sin(angle)];
    });
}

const a = 0.36;
const SHAPES = [
    star(5, 0.42),
    corners(24).map(([x, y]) => [x * 0.8, y * 0.8]),
    corners(4, Math.PI / 4),
    corners(3),
    corners(4),
    [
        [-a, -1],
        [a, -1],
        [a, -a],
        [1, -a],
        [1, a],
        [a, a],
        [a, 1],
        [-a, 1],
        [-a, a],
        [-1, a],
        [-1, -a],
        [-a, -a],
    ],
    corners(3, Math.PI),
    corners(6),
];

export const shape_count = SHAPES.length;

function outline(shape, x, y, radius) {
    return `${SHAPES[shape].map(([dx, dy], k) => `${k ? "L" : "M"}${(x + dx * radius).toFixed(1)},${(y + dy * radius).toFixed(1)}`).join("")}Z`;
}

/// Kinds of the facilities, most frequent first, each with its shape.
export function kinds_of(facilities) {
    const counts = new Map();
    for (const { kind } of facilities) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return [...counts]
        .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
        .map(([kind, count], index) => ({ kind, count, shape: Math.min(index, SHAPES.length - 1) }));
}

/// A marker that Leaflet draws as one SVG path.
export const SymbolMarker = CircleMarker.extend({
    options: { shape: 0, weight: 1, color: "#ffffff", opacity: 1, fillColor: INK, fillOpacity: 1 },
    _updatePath() {
        const { x, y } = this._point;
        this._renderer._setPath(
            this,
            this._empty() ? "M0 0" : outline(this.options.shape, x, y, this._radius),
        );
    },
});

export function symbol_swatch(shape, active = true) {
    return svg_element(
        "svg",
        { class: "swatch-drawing", viewBox: "0 0 28 16", width: 28, height: 16, "aria-hidden": "true" },
        svg_element("path", {
            d: outline(shape, 14, 8, 7),
            fill: active ? INK : "#ffffff",
            stroke: active ? "none" : INK,
        }),
    );
}
