// SPDX-License-Identifier: MIT
// The map: our own shapes only, no tiles, nothing fetched. Zones answer to the pointer, the rest lies above them.
import { FeatureGroup, LatLngBounds, LayerGroup, Map as LeafletMap, Popup, SVG } from "leaflet";

import { element } from "./element.js";
import { ExactPolygon, ExactPolyline } from "./exact_shapes.js";
import { decode_polygons, outline } from "./geometry.js";
import { hatching } from "./hatching.js";
import { make_labels } from "./labels.js";
import { count, distance, on_language, t } from "./language.js";
import { legend } from "./legend.js";
import { map_buttons } from "./map_buttons.js";
import { COVERED, GAP, gap_class, INK, NO_DATA, SHARE_CLASSES, share_class } from "./palette.js";
import { place_card, station_card, zone_tooltip } from "./place_card.js";
import { codes_of, covered_share, EVERYTHING, figures_of } from "./report_data.js";
import { ScaleBar } from "./scale_bar.js";
import { section } from "./section.js";
import { on_selection, select, selection } from "./selection.js";
import { kinds_of, SymbolMarker } from "./symbols.js";

const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const PANES = ["zones", "covered", "gaps", "outlines", "chosen", "labels", "stations"];  // from below
const [smallest_symbol, largest_symbol] = [3.2, 7];  // radius, pixels
const ZONE_LINE = { color: "#5c6a74", weight: 0.8, opacity: 1 };

/// A shape with a tooltip would be a stop of the tab key, hundreds of them; the ledger is the way by keyboard.
function no_tab_stop({ target }) {
    target.getElement().setAttribute("tabindex", "-1");
}

export function map_section(report) {
    const shapes = report.geometry ?? { step: 1, zones: [], covered: [], gaps: [] };
    if (shapes.zones.length === 0 && report.facilities.length === 0)
        return { node: section("map", "section_map", () => element("p", {}, t("map_none"))), zoom_to_gap() {}, show_place() {}, refit() {} };

    const canvas = element("div", { class: "map", role: "region" });
    const card = element("div", { class: "side-card", "aria-live": "polite" });
    const keys = element("div", { class: "side-legend" });
    const map = new LeafletMap(canvas, { attributionControl: false, zoomControl: false, zoomSnap: 0.05, zoomDelta: 0.5, wheelPxPerZoomLevel: 120,
        scrollWheelZoom: false, zoomAnimation: !calm, fadeAnimation: !calm, inertia: !calm, maxZoom: 17, boxZoom: true });
    const renderers = {};
    for (const [k, name] of PANES.entries()) {
        map.createPane(name).style.zIndex = String(400 + k * 10);
        renderers[name] = new SVG({ pane: name, padding: 0.3 });
        if (name !== "zones" && name !== "stations") map.getPane(name).style.pointerEvents = "none";
    }

    // Layers
    const decoded = new Map(shapes.zones.map(({ code, polygons }) => [code, decode_polygons(polygons, shapes.step)]));
    const zone_layers = new Map();
    const zones = new FeatureGroup();
    for (const [code, shape] of decoded) {
        const zone = report.zone_of.get(code);
        if (!zone || shape.length === 0) continue;
        const index = share_class(covered_share(zone));
        const layer = new ExactPolygon(shape, { renderer: renderers.zones, pane: "zones", smoothFactor: 0.4, ...ZONE_LINE,
            fillColor: index === null ? NO_DATA : SHARE_CLASSES[index].colour, fillOpacity: 1, className: "zone-shape" });
        layer.bindTooltip(() => zone_tooltip(zone), { sticky: true, direction: "auto", offset: [14, 0], opacity: 1 });
        layer.on({
            mouseover: () => layer.setStyle({ color: INK, weight: 2 }).bringToFront(),
            mouseout: () => layer.setStyle(ZONE_LINE),
            click: (event) => { select({ kind: "zone", code }, { origin: "map" }); open_zone(zone, event.latlng); },
        });
        layer.on("add", no_tab_stop);
        zone_layers.set(code, layer);
        zones.addLayer(layer);
    }
    const covered = new LayerGroup(shapes.covered.filter((each) => each.polygons.length > 0).map(({ polygons }) =>
        new ExactPolygon(decode_polygons(polygons, shapes.step), { renderer: renderers.covered, pane: "covered", interactive: false, smoothFactor: 0.4,
            color: "#004a75", weight: 0.6, opacity: 0.9, fillColor: COVERED, fillOpacity: 0.62 })));
    const gap_layers = new Map();
    const gap_of = new Map(report.gaps.map((gap) => [gap.rank, gap]));
    for (const { rank, polygons } of shapes.gaps) {
        if (polygons.length === 0) continue;
        gap_layers.set(rank, new ExactPolygon(decode_polygons(polygons, shapes.step), { renderer: renderers.gaps, pane: "gaps", interactive: false,
            smoothFactor: 0.4, color: GAP, weight: 0.7, opacity: 0.75, fillColor: `url(#gap-${gap_class(gap_of.get(rank)?.demand)})`, fillOpacity: 1 }));
    }
    const gaps = new LayerGroup([...gap_layers.values()]);
    const borders = new Map(report.groups.map((group) => {
        const own = new Set(group.zones.map((zone) => zone.code));
        return [group.name, outline(shapes.zones.filter(({ code }) => own.has(code)).flatMap(({ polygons }) => polygons), shapes.step)];
    }).filter(([, lines]) => lines?.length > 0));
    const outlines = new LayerGroup([...borders.values()].map((lines) => new ExactPolyline(lines, { renderer: renderers.outlines, pane: "outlines", interactive: false,
        smoothFactor: 0.4, color: INK, weight: 1.5, opacity: 0.9, lineJoin: "round" })));
    const kinds = kinds_of(report.facilities);
    const shape_of = new Map(kinds.map(({ kind, shape }) => [kind, shape]));
    const stations = new LayerGroup(report.facilities.map((facility) => {
        const marker = new SymbolMarker([facility.lat, facility.lon], { renderer: renderers.stations, pane: "stations", shape: shape_of.get(facility.kind),
            radius: largest_symbol, className: "station-symbol", ...(facility.active ? {} : { fillColor: "#ffffff", color: INK, weight: 1 }) });
        marker.bindTooltip(() => station_card(facility), { direction: "auto", offset: [8, 0], opacity: 1 });
        marker.on("add", no_tab_stop);
        marker.on("click", () => open_popup(marker.getLatLng(), station_card(facility)));
        return marker;
    }));
    const labels = make_labels(map, "labels", shapes.zones.filter(({ code }) => report.zone_of.has(code)).map(({ code }) => {
        const zone = report.zone_of.get(code);
        return { name: zone.name, shape: decoded.get(code), weight: zone.demand };
    }), report.facilities.map(({ lat, lon }) => [lat, lon]));
    const chosen = new LayerGroup().addTo(map);  // what was looked for: an outline, a gap, a point

    /// Symbols leave the land that they serve in sight.
    function size_symbols() {
        const middle = map.getCenter();
        const metres = map.distance(middle, [middle.lat, middle.lng + 0.01]);
        const served = (report.standard.radius_m / metres) * (map.project([middle.lat, middle.lng + 0.01]).x - map.project(middle).x);
        const radius = Math.min(largest_symbol, Math.max(smallest_symbol, served * 0.55));
        stations.eachLayer((marker) => marker.setRadius(radius));
    }
    map.on("zoomend", size_symbols);
    map.whenReady(size_symbols);

    // View
    const everything = new LatLngBounds([]);
    for (const layer of zone_layers.values()) everything.extend(layer.getBounds());
    for (const { lat, lon } of report.facilities) everything.extend([lat, lon]);
    let fitted = null;  // what the view was fitted to; null once the reader moved it
    function fit(bounds, animate = false) {
        map.fitBounds(bounds, { padding: [16, 16], maxZoom: 13, animate: animate && !calm });
        fitted = bounds;
    }
    map.on("dragend", () => { fitted = null; });
    map.getContainer().addEventListener("wheel", () => { if (map.scrollWheelZoom.enabled()) fitted = null; }, { passive: true });
    map.on("focus click", () => map.scrollWheelZoom.enable());
    map.on("blur", () => map.scrollWheelZoom.disable());
    map.getContainer().addEventListener("mouseleave", () => map.scrollWheelZoom.disable());

    function show_everything() {
        map.closePopup();
        select(EVERYTHING, { origin: "map", zoom: true });
    }

    // Popups
    let reopen = null;
    function open_popup(at, content) {
        const popup = new Popup({ maxWidth: 300, minWidth: 220, autoPanPadding: [12, 12], closeButton: true }).setLatLng(at).setContent(content);
        popup.openOn(map);
        popup.getElement().querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", t("close_popup"));
        return popup;
    }
    function open_zone(zone, at) {
        open_popup(at, place_card(zone.name, zone.parent, zone, report.standard.target_share,
            element("button", { type: "button", class: "quiet", on: { click: () => select({ kind: "zone", code: zone.code }, { origin: "popup" }) } }, t("to_ledger"))));
        reopen = () => open_zone(zone, at);
    }
    map.on("popupclose", () => { reopen = null; });

    // Card and legend beside the map
    const layers = {
        stations: report.facilities.length > 0 && stations,
        covered: covered.getLayers().length > 0 && covered,
        gaps: gap_layers.size > 0 && gaps,
        zones: zone_layers.size > 0 && zones,
        outlines: outlines.getLayers().length > 0 && outlines,
        labels: zone_layers.size > 0 && labels,
    };
    const switches = Object.fromEntries(Object.entries(layers).filter(([, layer]) => layer).map(([id, layer]) => [id,
        { shown: true, toggle(shown) { this.shown = shown; if (shown) map.addLayer(layer); else map.removeLayer(layer); } }]));

    function show_card() {
        const now = selection();
        const figures = figures_of(report, now);
        const back = now.kind !== "all" &&
            element("button", { type: "button", class: "quiet", on: { click: show_everything } }, t("show_whole"));
        card.replaceChildren(place_card(now.kind === "all" ? t("whole") : figures.name, now.kind === "zone" ? figures.parent : "", figures,
            report.standard.target_share, back));
    }

    function outline_chosen() {
        chosen.clearLayers();
        const now = selection();
        if (now.kind === "all") return;
        const closed = (rings) => rings.map((ring) => [...ring, ring[0]]);
        const lines = now.kind === "parent" && borders.has(now.name) ? [borders.get(now.name)]
            : codes_of(report, now).flatMap((code) => (decoded.get(code) ?? []).map(closed));
        for (const line of lines) chosen.addLayer(new ExactPolyline(line,
            { renderer: renderers.chosen, pane: "chosen", interactive: false, color: INK, weight: 3, smoothFactor: 0.4 }));
    }

    on_selection((now, wish) => {
        show_card();
        outline_chosen();
        if (!wish.zoom) return;
        map.closePopup();
        const bounds = new LatLngBounds([]);
        for (const code of codes_of(report, now)) if (zone_layers.has(code)) bounds.extend(zone_layers.get(code).getBounds());
        fit(now.kind !== "all" && bounds.isValid() ? bounds : everything, true);
        if (wish.origin === "ledger") to_map();
    });

    function to_map() {
        node.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
        canvas.focus({ preventScroll: true });
    }

    function mark(place, text) {
        chosen.addLayer(new SymbolMarker(place, { renderer: renderers.chosen, pane: "chosen", interactive: false, shape: 4, radius: 8,
            fillColor: "#ffffff", color: INK, weight: 2 }));
        open_popup(place, element("div", { class: "map-tooltip" }, text));
    }

    const node = section("map", "section_map", () => {
        canvas.setAttribute("aria-label", t("map_label", { n: count(report.zones.length) }));
        show_card();
        keys.replaceChildren(legend(report, kinds, switches));
        return [element("div", { class: "map-frame" }, element("div", { class: "map-place" }, canvas,
            element("p", { class: "note" }, element("span", { class: "screen-only" }, t("map_hint"), " "), report.notice)),
        element("div", { class: "map-side" }, card, keys))];
    });

    // Nothing is drawn before the map has a size to fit into.
    let ready = false;
    new ResizeObserver(() => {
        if (canvas.clientWidth === 0) return;
        map.invalidateSize({ animate: false, pan: fitted === null });
        if (ready && !fitted) return;
        fit(fitted ?? everything);
        if (!ready) map.setMinZoom(Math.max(0, map.getZoom() - 2));
        ready = true;
    }).observe(canvas);
    for (const id of Object.keys(switches).reverse()) map.addLayer(layers[id]);
    map.whenReady(() => renderers.gaps._container?.prepend(hatching("gap")));
    map_buttons(map, show_everything).addTo(map);
    let scale = new ScaleBar().addTo(map);
    on_language(() => {
        scale.remove();
        scale = new ScaleBar().addTo(map);
        if (reopen) reopen();
        else map.closePopup();
    });

    return {
        node,
        zoom_to_gap(rank) {
            const gap = gap_of.get(rank);
            const layer = gap_layers.get(rank);
            if (report.zone_of.has(gap.zone_code)) select({ kind: "zone", code: gap.zone_code }, { origin: "gaps" });
            if (layer) {
                fit(layer.getBounds(), true);
                chosen.addLayer(new ExactPolygon(layer.getLatLngs(), { renderer: renderers.chosen, pane: "chosen", interactive: false, fill: false, color: GAP, weight: 3 }));
            }
            if (gap.farthest && gap.farthest_m !== null) mark([gap.farthest[1], gap.farthest[0]], t("farthest_point", { distance: distance(gap.farthest_m) }));
            to_map();
        },
        show_place([longitude, latitude], text) {
            fit(new LatLngBounds([[latitude, longitude]]).pad(0.1), true);
            mark([latitude, longitude], text);
            to_map();
        },
        /// Fits again after the page took the width of the paper, or of the screen.
        refit() {
            map.closePopup();
            map.invalidateSize({ animate: false, pan: false });
            if (fitted) fit(fitted);
        },
    };
}
