// SPDX-License-Identifier: MIT
// What lies on the map: zones that answer to the pointer, above them covered land, hatched gaps, borders, names
// and facilities. Our own shapes only.
import { FeatureGroup, LayerGroup, SVG } from "leaflet";

import { ExactPolygon, ExactPolyline } from "./exact_shapes.js";
import { decode_polygons, outline } from "./geometry.js";
import { HatchedPolygon } from "./hatching.js";
import { make_labels } from "./labels.js";
import { COVERED, gap_class, INK, NO_DATA, SHARE_CLASSES, share_class } from "./palette.js";
import { station_card, zone_tooltip } from "./place_card.js";
import { covered_share } from "./report_data.js";
import { kinds_of, SymbolMarker } from "./symbols.js";

const PANES = ["zones", "covered", "gaps", "outlines", "chosen", "labels", "stations"]; // from below
const POINTED = new Set(["zones", "stations"]); // those that answer to the pointer
const SMOOTH = 0.4; // pixels that a line may be off
const ZONE_LINE = { color: "#5c6a74", weight: 0.8, opacity: 1 };
const COVERED_LAND = { color: "#004a75", weight: 0.6, opacity: 0.9, fillColor: COVERED, fillOpacity: 0.62 };
const PARENT_LINE = { color: INK, weight: 1.3, opacity: 0.9, lineJoin: "round" };
const INACTIVE = { fillColor: "#ffffff", color: INK, weight: 1 };
const [smallest_symbol, largest_symbol] = [4, 7]; // radius, pixels

/// A shape with a tooltip would be a stop of the tab key, hundreds of them; the ledger is the way by keyboard.
function no_tab_stop({ target }) {
    target.getElement().setAttribute("tabindex", "-1");
}

function make_panes(map) {
    return Object.fromEntries(
        PANES.map((name, k) => {
            const pane = map.createPane(name);
            pane.style.zIndex = String(400 + k * 10);
            if (!POINTED.has(name)) pane.style.pointerEvents = "none";
            return [
                name,
                {
                    pane: name,
                    renderer: new SVG({ pane: name, padding: 0.3 }),
                    interactive: POINTED.has(name),
                    smoothFactor: SMOOTH,
                },
            ];
        }),
    );
}

function zone_layer(zone, shape, place, on_click) {
    const index = share_class(covered_share(zone));
    const fillColor = index === null ? NO_DATA : SHARE_CLASSES[index].colour;
    const layer = new ExactPolygon(shape, {
        ...place,
        ...ZONE_LINE,
        fillColor,
        fillOpacity: 1,
        className: "zone-shape",
    });
    layer.bindTooltip(() => zone_tooltip(zone), {
        sticky: true,
        direction: "auto",
        offset: [14, 0],
        opacity: 1,
    });
    return layer.on({
        add: no_tab_stop,
        mouseover: () => layer.setStyle({ color: INK, weight: 2 }).bringToFront(),
        mouseout: () => layer.setStyle(ZONE_LINE),
        click: (event) => on_click(zone, event.latlng),
    });
}

function station_layer(facility, shape, place, on_click) {
    const marker = new SymbolMarker([facility.lat, facility.lon], {
        ...place,
        shape,
        radius: largest_symbol,
        className: "station-symbol",
        ...(facility.active ? {} : INACTIVE),
    });
    marker.bindTooltip(() => station_card(facility), { direction: "auto", offset: [8, 0], opacity: 1 });
    return marker.on({ add: no_tab_stop, click: () => on_click(facility, marker.getLatLng()) });
}

/// Symbols leave the land that they serve in sight.
function size_symbols(map, stations, radius_m) {
    const middle = map.getCenter();
    const east = [middle.lat, middle.lng + 0.01];
    const served = (radius_m / map.distance(middle, east)) * (map.project(east).x - map.project(middle).x);
    const radius = Math.min(largest_symbol, Math.max(smallest_symbol, served * 0.62));
    stations.eachLayer((marker) => marker.setRadius(radius));
}

/// \param on_zone called with a zone and the place of the click; \param on_station likewise with a facility
/// \return every layer by itself and, where somebody looks for one, by code, rank or name
export function make_layers(report, map, { on_zone, on_station }) {
    const { step, zones: zone_shapes, covered: covered_shapes, gaps: gap_shapes } = report.geometry;
    const panes = make_panes(map);
    const shape_of = new Map(
        zone_shapes
            .filter(({ code, polygons }) => report.zone_of.has(code) && polygons.length > 0)
            .map(({ code, polygons }) => [code, decode_polygons(polygons, step)]),
    );
    const zone_of = new Map(
        [...shape_of].map(([code, shape]) => [
            code,
            zone_layer(report.zone_of.get(code), shape, panes.zones, on_zone),
        ]),
    );
    const people_in_gap = new Map(report.gaps.map((gap) => [gap.rank, gap.demand]));
    const gap_of = new Map(
        gap_shapes
            .filter(({ polygons }) => polygons.length > 0)
            .map(({ rank, polygons }) => [
                rank,
                new HatchedPolygon(decode_polygons(polygons, step), {
                    ...panes.gaps,
                    hatch: gap_class(people_in_gap.get(rank)),
                }),
            ]),
    );
    const border_of = new Map(
        report.groups
            .map((group) => {
                const own = new Set(group.zones.map((zone) => zone.code));
                return [
                    group.name,
                    outline(
                        zone_shapes.filter(({ code }) => own.has(code)).flatMap(({ polygons }) => polygons),
                        step,
                    ),
                ];
            })
            .filter(([, lines]) => lines?.length > 0),
    );
    const symbol_of = new Map(kinds_of(report.facilities).map(({ kind, shape }) => [kind, shape]));
    const stations = new LayerGroup(
        report.facilities.map((facility) =>
            station_layer(facility, symbol_of.get(facility.kind), panes.stations, on_station),
        ),
    );
    const resize = () => size_symbols(map, stations, report.standard.radius_m);
    map.on("zoomend", resize);
    map.whenReady(resize);

    const all = {
        stations,
        covered: new LayerGroup(
            covered_shapes
                .filter(({ polygons }) => polygons.length > 0)
                .map(
                    ({ polygons }) =>
                        new ExactPolygon(decode_polygons(polygons, step), {
                            ...panes.covered,
                            ...COVERED_LAND,
                        }),
                ),
        ),
        gaps: new LayerGroup([...gap_of.values()]),
        zones: new FeatureGroup([...zone_of.values()]),
        outlines: new LayerGroup(
            [...border_of.values()].map(
                (lines) => new ExactPolyline(lines, { ...panes.outlines, ...PARENT_LINE }),
            ),
        ),
        labels: make_labels(
            map,
            "labels",
            [...shape_of].map(([code, shape]) => ({
                name: report.zone_of.get(code).name,
                shape,
                weight: report.zone_of.get(code).demand,
            })),
            report.facilities.map(({ lat, lon }) => [lat, lon]),
        ),
    };
    const empty = ([id, layer]) => (id === "labels" ? zone_of.size === 0 : layer.getLayers().length === 0);
    return {
        present: Object.fromEntries(Object.entries(all).filter((entry) => !empty(entry))),
        chosen_place: panes.chosen,
        shape_of,
        zone_of,
        gap_of,
        border_of,
    };
}
