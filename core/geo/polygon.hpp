// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/geo/lonlat.hpp"

namespace yiquan::geo {

/// A closed ring: the first point is repeated at the end. Edges are straight in longitude and latitude, as
/// GeoJSON and GIS layers in degrees have them.
using Ring = std::vector<LonLat>;

/// First the shell, then the holes.
struct Polygon {
    std::vector<Ring> rings;
};

struct MultiPolygon {
    std::vector<Polygon> parts;

    [[nodiscard]] bool empty() const { return parts.empty(); }
};

[[nodiscard]] inline Box bounding_box(const Polygon& polygon) {
    Box box;
    if (polygon.rings.empty()) return box;
    for (const LonLat p : polygon.rings.front()) box.include(p);
    return box;
}

[[nodiscard]] inline Box bounding_box(const MultiPolygon& polygons) {
    Box box;
    for (const Polygon& part : polygons.parts) box.include(bounding_box(part));
    return box;
}

}  // namespace yiquan::geo
