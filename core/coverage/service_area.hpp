// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "core/base/progress.hpp"
#include "core/coverage/drawn_zone.hpp"
#include "core/demand/zones.hpp"
#include "core/geo/circle.hpp"
#include "core/geo/polygon.hpp"

namespace yiquan::coverage {

/// Corners of a drawn circle.
inline constexpr int circle_corners = 128;

/// A circle as a polygon for the eye. Its corners lie 0.02 % outside the radius so that its area is that of
/// the circle to 0.001 %; people are never counted from it.
[[nodiscard]] geo::MultiPolygon drawn_circle(const geo::GeodesicCircle& circle);

/// Draws the land of each zone inside and outside all circles.
/// \return one entry per zone. The slow part of a run with thousands of circles: GEOS unions per zone.
/// \throws Error{cancelled}
[[nodiscard]] std::vector<DrawnZone> draw_zones(std::span<const geo::GeodesicCircle> circles,
                                                const demand::Zones& zones, unsigned threads,
                                                Progress& progress);

}  // namespace yiquan::coverage
