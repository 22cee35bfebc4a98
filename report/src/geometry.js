// SPDX-License-Identifier: MIT
// Shapes of the document: flat whole numbers x0,y0,dx,dy,dx,dy… in steps of degrees, rings not closed.

/// Rings in whole steps: [[x, y], …].
export function decode_ring(flat) {
    const points = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i + 1 < flat.length; i += 2) {
        x += flat[i];
        y += flat[i + 1];
        points.push([x, y]);
    }
    return points;
}

/// For Leaflet: [latitude, longitude], polygons of rings.
export function decode_polygons(polygons, step) {
    return polygons.map((rings) =>
        rings.map((flat) => decode_ring(flat).map(([x, y]) => [y * step, x * step])),
    );
}

/// The outline around several zones: edges that only one of them has. Zones share their borders point by point;
/// where they do not, a border inside would be drawn too, so such a group has no outline (null).
export function outline(polygons, step) {
    const edges = new Map();
    let all = 0;
    for (const rings of polygons) {
        for (const flat of rings) {
            const ring = decode_ring(flat);
            for (let i = 0; i < ring.length; ++i) {
                const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
                const forward = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
                const key = forward ? `${a} ${b}` : `${b} ${a}`;
                ++all;
                if (!edges.delete(key)) edges.set(key, [a, b]);
            }
        }
    }
    if (polygons.length > 1 && edges.size === all) return null;
    return chains([...edges.values()]).map((line) => line.map(([x, y]) => [y * step, x * step]));
}

/// Joins directed edges into lines.
function chains(edges) {
    const from = new Map();
    for (const edge of edges) {
        const key = String(edge[0]);
        if (!from.has(key)) from.set(key, []);
        from.get(key).push(edge);
    }
    const lines = [];
    const used = new Set();
    for (const first of edges) {
        if (used.has(first)) continue;
        used.add(first);
        const line = [first[0], first[1]];
        for (;;) {
            const next = (from.get(String(line[line.length - 1])) ?? []).find((edge) => !used.has(edge));
            if (!next) break;
            used.add(next);
            line.push(next[1]);
        }
        lines.push(line);
    }
    return lines;
}

/// Places for a name: middles of the widest stretches inside the shape, best first, each with its width in
/// degrees: [{ latitude, longitude, width }].
export function label_places(shape, lines = 17) {
    let biggest = null;
    for (const rings of shape) {
        const box = bounds(rings[0]);
        const size = (box.north - box.south) * (box.east - box.west);
        if (!biggest || size > biggest.size) biggest = { rings, box, size };
    }
    if (!biggest) return [];
    const { rings, box } = biggest;
    const places = [];
    for (let k = 1; k <= lines; ++k) {
        const latitude = box.south + ((box.north - box.south) * k) / (lines + 1);
        const crossings = [];
        for (const ring of rings) {
            for (let i = 0; i < ring.length; ++i) {
                const [y0, x0] = ring[i];
                const [y1, x1] = ring[(i + 1) % ring.length];
                if (y0 > latitude !== y1 > latitude)
                    crossings.push(x0 + ((latitude - y0) / (y1 - y0)) * (x1 - x0));
            }
        }
        crossings.sort((a, b) => a - b);
        for (let i = 0; i + 1 < crossings.length; i += 2)
            places.push({
                latitude,
                longitude: (crossings[i] + crossings[i + 1]) / 2,
                width: crossings[i + 1] - crossings[i],
                rank: (crossings[i + 1] - crossings[i]) * (1.25 - Math.abs(k / (lines + 1) - 0.5)),
            });
    }
    return places.sort((a, b) => b.rank - a.rank);
}

function bounds(ring) {
    const box = { south: Infinity, north: -Infinity, west: Infinity, east: -Infinity };
    for (const [y, x] of ring) {
        box.south = Math.min(box.south, y);
        box.north = Math.max(box.north, y);
        box.west = Math.min(box.west, x);
        box.east = Math.max(box.east, x);
    }
    return box;
}
