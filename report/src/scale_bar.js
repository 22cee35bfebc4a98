// SPDX-License-Identifier: MIT
// The scale bar of the map, in the language of the page.
import { Control } from "leaflet";

import { distance } from "./language.js";

export const ScaleBar = Control.Scale.extend({
    options: { imperial: false, maxWidth: 120, position: "bottomleft" },
    _updateMetric(metres) {
        const round = this._getRoundNum(metres);
        this._updateScale(this._mScale, distance(round), round / metres);
    },
});
