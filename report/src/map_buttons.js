// SPDX-License-Identifier: MIT
// Zoom in, zoom out and show everything, as buttons that say what they do.
import { Control, DomEvent } from "leaflet";

import { element } from "./element.js";
import { on_language, t } from "./language.js";

/// \param moved called when the reader zooms
export function map_buttons(map, { moved, show_everything }) {
    const zoom = (step) => () => {
        moved();
        map.setZoom(map.getZoom() + step);
    };
    const button = (sign, act) => element("button", { type: "button", on: { click: act } }, sign);
    const all = [
        [button("+", zoom(0.5)), "zoom_in"],
        [button("−", zoom(-0.5)), "zoom_out"],
        [button("⤢", show_everything), "zoom_all"],
    ];
    const bar = element(
        "div",
        { class: "map-buttons leaflet-bar" },
        all.map(([each]) => each),
    );
    DomEvent.disableClickPropagation(bar);
    const show = () =>
        all.forEach(([each, title]) => {
            each.title = t(title);
            each.setAttribute("aria-label", t(title));
        });
    on_language(show);
    show();
    const control = new Control({ position: "topleft" });
    control.onAdd = () => bar;
    return control;
}
