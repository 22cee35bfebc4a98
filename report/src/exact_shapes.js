// SPDX-License-Identifier: MIT
// Polygons and lines drawn to a tenth of a pixel. Leaflet rounds to whole ones, which shows on paper.
import { LatLng, Polygon, Polyline } from "leaflet";

const tenth = (value) => Math.round(value * 10) / 10;

const exact = {
    _projectLatlngs(places, rings, bounds) {
        if (!(places[0] instanceof LatLng)) {
            for (const part of places) this._projectLatlngs(part, rings, bounds);
            return;
        }
        const origin = this._map.getPixelOrigin();
        rings.push(
            places.map((place) => {
                const point = this._map.project(place)._subtract(origin);
                point.x = tenth(point.x);
                point.y = tenth(point.y);
                bounds.extend(point);
                return point;
            }),
        );
    },
};

export const ExactPolygon = Polygon.extend(exact);
export const ExactPolyline = Polyline.extend(exact);
