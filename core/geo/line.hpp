// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/geo/lonlat.hpp"

namespace yiquan::geo {

/// From the first point to the last; edges are straight in longitude and latitude, as GIS layers have them.
struct LineString {
    std::vector<LonLat> points;
};

[[nodiscard]] inline Box bounding_box(const LineString& line) {
    Box box;
    for (const LonLat p : line.points) box.include(p);
    return box;
}

}  // namespace yiquan::geo
