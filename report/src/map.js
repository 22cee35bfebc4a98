// SPDX-License-Identifier: MIT
// The map: no tiles, nothing fetched. It moves to what is selected and answers a click with the place's figures.
import { LatLngBounds, LayerGroup, Map as LeafletMap, Popup } from "leaflet";

import { element } from "./element.js";
import { ExactPolygon, ExactPolyline } from "./exact_shapes.js";
import { count, distance, on_language, t } from "./language.js";
import { legend } from "./legend.js";
import { map_buttons } from "./map_buttons.js";
import { make_layers } from "./map_layers.js";
import { GAP, INK } from "./palette.js";
import { place_card, station_card } from "./place_card.js";
import { codes_of, EVERYTHING, figures_of } from "./report_data.js";
import { ScaleBar } from "./scale_bar.js";
import { section } from "./section.js";
import { on_selection, select, selection } from "./selection.js";
import { kinds_of, SymbolMarker } from "./symbols.js";

const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/// \return { node, zoom_to_gap(rank), show_place([longitude, latitude], text), refit() }
export function map_section(report) {
    if (report.geometry.zones.length === 0 && report.facilities.length === 0) {
        const node = section("map", "section_map", () => element("p", {}, t("map_none")));
        return { node, zoom_to_gap() {}, show_place() {}, refit() {} };
    }
    const canvas = element("div", { class: "map", role: "region" });
    const card = element("div", { class: "side-card", "aria-live": "polite" });
    const keys = element("div", { class: "side-legend" });
    const map = new LeafletMap(canvas, {
        attributionControl: false,
        zoomControl: false,
        zoomSnap: 0.05,
        zoomDelta: 0.5,
        wheelPxPerZoomLevel: 120,
        scrollWheelZoom: false,
        zoomAnimation: !calm,
        fadeAnimation: !calm,
        inertia: !calm,
        maxZoom: 17,
    });
    const layers = make_layers(report, map, {
        on_zone(zone, at) {
            select({ kind: "zone", code: zone.code }, { origin: "map" });
            open_zone(zone, at);
        },
        on_station: (facility, at) => open_popup(at, station_card(facility)),
    });
    const chosen = new LayerGroup().addTo(map); // what was looked for: an outline, a gap, a point

    // View
    const everything = new LatLngBounds([]);
    for (const layer of layers.zone_of.values()) everything.extend(layer.getBounds());
    for (const { lat, lon } of report.facilities) everything.extend([lat, lon]);
    let fitted = null; // what the view was fitted to; null once the reader moved it
    function fit(bounds, animate = false) {
        map.fitBounds(bounds, { padding: [16, 16], maxZoom: 13, animate: animate && !calm });
        fitted = bounds;
    }
    const moved = () => {
        fitted = null;
    };
    map.on("dragend dblclick", moved);
    canvas.addEventListener("keydown", moved);
    canvas.addEventListener(
        "wheel",
        () => {
            if (map.scrollWheelZoom.enabled()) moved();
        },
        { passive: true },
    );
    map.on("focus click", () => map.scrollWheelZoom.enable());
    map.on("blur", () => map.scrollWheelZoom.disable());
    canvas.addEventListener("mouseleave", () => map.scrollWheelZoom.disable());

    function show_everything() {
        map.closePopup();
        select(EVERYTHING, { origin: "map", zoom: true });
    }

    // Popups
    let reopen = null;
    function open_popup(at, content) {
        const popup = new Popup({ maxWidth: 300, minWidth: 220, autoPanPadding: [12, 12], closeButton: true })
            .setLatLng(at)
            .setContent(content);
        popup.openOn(map);
        popup
            .getElement()
            .querySelector(".leaflet-popup-close-button")
            ?.setAttribute("aria-label", t("close_popup"));
        return popup;
    }
    function open_zone(zone, at) {
        open_popup(
            at,
            place_card(
                zone.name,
                zone.parent,
                zone,
                report.standard.target_share,
                element(
                    "button",
                    {
                        type: "button",
                        class: "quiet",
                        on: { click: () => select({ kind: "zone", code: zone.code }, { origin: "popup" }) },
                    },
                    t("to_ledger"),
                ),
            ),
        );
        reopen = () => open_zone(zone, at);
    }
    map.on("popupclose", () => {
        reopen = null;
    });

    // Card and legend beside the map
    const switches = Object.fromEntries(
        Object.entries(layers.present).map(([id, layer]) => [
            id,
            {
                shown: true,
                toggle(shown) {
                    this.shown = shown;
                    if (shown) map.addLayer(layer);
                    else map.removeLayer(layer);
                },
            },
        ]),
    );
    const kinds = kinds_of(report.facilities);

    function show_card() {
        const now = selection();
        const figures = figures_of(report, now);
        const back =
            now.kind !== "all" &&
            element(
                "button",
                { type: "button", class: "quiet", on: { click: show_everything } },
                t("show_whole"),
            );
        card.replaceChildren(
            place_card(
                now.kind === "all" ? t("whole") : figures.name,
                now.kind === "zone" ? figures.parent : "",
                figures,
                report.standard.target_share,
                back,
            ),
        );
    }

    function outline_chosen() {
        chosen.clearLayers();
        const now = selection();
        if (now.kind === "all") return;
        const closed = (rings) => rings.map((ring) => [...ring, ring[0]]);
        const lines =
            now.kind === "parent" && layers.border_of.has(now.name)
                ? [layers.border_of.get(now.name)]
                : codes_of(report, now).flatMap((code) => (layers.shape_of.get(code) ?? []).map(closed));
        for (const line of lines)
            chosen.addLayer(new ExactPolyline(line, { ...layers.chosen_place, color: INK, weight: 3 }));
    }

    on_selection((now, wish) => {
        show_card();
        outline_chosen();
        if (!wish.zoom) return;
        map.closePopup();
        const bounds = new LatLngBounds([]);
        for (const code of codes_of(report, now))
            if (layers.zone_of.has(code)) bounds.extend(layers.zone_of.get(code).getBounds());
        fit(now.kind !== "all" && bounds.isValid() ? bounds : everything, true);
        if (wish.origin === "ledger") to_map();
    });

    function to_map() {
        node.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
        canvas.focus({ preventScroll: true });
    }

    function mark(place, text) {
        chosen.addLayer(
            new SymbolMarker(place, {
                ...layers.chosen_place,
                shape: 4,
                radius: 8,
                fillColor: "#ffffff",
                color: INK,
                weight: 2,
            }),
        );
        open_popup(place, element("div", { class: "map-tooltip" }, text));
    }

    const node = section("map", "section_map", () => {
        canvas.setAttribute("aria-label", t("map_label", { n: count(report.zones.length) }));
        show_card();
        keys.replaceChildren(legend(report, kinds, switches));
        return [
            element(
                "div",
                { class: "map-frame" },
                element(
                    "div",
                    { class: "map-place" },
                    canvas,
                    element(
                        "p",
                        { class: "note" },
                        element("span", { class: "screen-only" }, t("map_hint"), " "),
                        report.notice,
                    ),
                ),
                element("div", { class: "map-side" }, card, keys),
            ),
        ];
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
    for (const id of Object.keys(switches).reverse()) map.addLayer(layers.present[id]);
    map_buttons(map, { moved, show_everything }).addTo(map);
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
            const gap = report.gaps.find((each) => each.rank === rank);
            const layer = layers.gap_of.get(rank);
            if (report.zone_of.has(gap.zone_code))
                select({ kind: "zone", code: gap.zone_code }, { origin: "gaps" });
            if (layer) {
                fit(layer.getBounds());
                chosen.addLayer(
                    new ExactPolygon(layer.getLatLngs(), {
                        ...layers.chosen_place,
                        fill: false,
                        color: GAP,
                        weight: 3,
                    }),
                );
            }
            if (gap.farthest && gap.farthest_m !== null)
                mark(
                    [gap.farthest[1], gap.farthest[0]],
                    t("farthest_point", { distance: distance(gap.farthest_m) }),
                );
            to_map();
        },
        show_place([longitude, latitude], text) {
            fit(new LatLngBounds([[latitude, longitude]]));
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
