// SPDX-License-Identifier: MIT
// Names of zones on the map: as many as find room, the most populous first, none over a facility or another name.
import { DivIcon, LayerGroup, Marker } from "leaflet";

import { svg_element } from "./element.js";
import { label_places } from "./geometry.js";

const height = 15;
const size = 12.5;
const clearance = 8; // around a facility

const measure = document.createElement("canvas").getContext("2d");

/// Long names stand in two lines.
function lines_of(name) {
    if (name.length <= 9 || measure.measureText(name).width < 110) return [name];
    const bracket = name.search(/[（(]/);
    if (bracket > 1) return [name.slice(0, bracket), name.slice(bracket)];
    const middle = Math.ceil(name.length / 2);
    const space = name.indexOf(" ", middle - 4);
    const cut = space > 0 ? space : middle;
    return [name.slice(0, cut).trim(), name.slice(cut).trim()];
}

/// \param zones [{ name, shape, weight }], shape as for Leaflet; \param points facilities as [latitude, longitude]
export function make_labels(map, pane, zones, points) {
    const group = new LayerGroup();
    measure.font = `500 ${size}px ${getComputedStyle(document.body).fontFamily}`;
    const wanted = [...zones]
        .sort((a, b) => b.weight - a.weight)
        .map((zone) => {
            const lines = lines_of(zone.name);
            return {
                lines,
                places: label_places(zone.shape),
                width: Math.max(...lines.map((line) => measure.measureText(line).width)),
            };
        });

    function place_all() {
        if (!map.hasLayer(group)) return;
        group.clearLayers();
        const view = map.getPixelBounds().pad(0.3);
        const taken = points
            .map((point) => map.project(point))
            .filter((point) => view.contains(point))
            .map(({ x, y }) => ({
                left: x - clearance,
                right: x + clearance,
                top: y - clearance,
                bottom: y + clearance,
            }));
        for (const label of wanted) {
            const found = label.places.find((place) => {
                const middle = map.project([place.latitude, place.longitude]);
                if (!view.contains(middle)) return false;
                const half_width = label.width / 2 + 2;
                const half_height = (label.lines.length * height) / 2;
                const room = map.project([place.latitude, place.longitude + place.width / 2]).x - middle.x;
                if (room < half_width * 0.9) return false;
                const box = {
                    left: middle.x - half_width,
                    right: middle.x + half_width,
                    top: middle.y - half_height,
                    bottom: middle.y + half_height,
                };
                if (
                    taken.some(
                        (other) =>
                            box.left < other.right &&
                            box.right > other.left &&
                            box.top < other.bottom &&
                            box.bottom > other.top,
                    )
                )
                    return false;
                taken.push(box);
                return true;
            });
            if (found) group.addLayer(name_at(found, label));
        }
    }

    function name_at(place, label) {
        const [width, tall] = [label.width + 8, label.lines.length * height + 4];
        const drawing = svg_element(
            "svg",
            { width, height: tall, "aria-hidden": "true" },
            label.lines.map((line, k) =>
                svg_element(
                    "text",
                    { x: width / 2, y: 2 + (k + 0.78) * height, "text-anchor": "middle" },
                    line,
                ),
            ),
        );
        return new Marker([place.latitude, place.longitude], {
            pane,
            interactive: false,
            keyboard: false,
            icon: new DivIcon({ className: "map-label", html: drawing, iconSize: [width, tall] }),
        });
    }

    group.on("add", place_all);
    map.on("zoomend moveend resize", place_all);
    return group;
}
