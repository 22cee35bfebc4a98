// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "core/base/exact.hpp"
#include "core/base/progress.hpp"
#include "core/demand/zones.hpp"
#include "core/geo/circle.hpp"
#include "core/index/polygon_locator.hpp"

namespace yiquan::coverage {

/// Land inside at least one circle, without drawing any polygon.
///
/// By Green's theorem the area is a sum over the edges of the union: the arcs of circles that no other circle
/// holds, and the pieces of zone borders inside circles. Arcs are cut where circles and borders cross;
/// crossings are solved on the ellipsoid, and arcs are integrated on it with Gauss-Legendre nodes. Areas come
/// out right to about 1e-6 for radii up to 100 km. Not for circles that hold a pole, nor for lists on both
/// sides of the date line, unless longitudes there run on beyond 180. O(n (k + b)) for k neighbours and b
/// border edges a circle.

/// \return km^2 on the ellipsoid of the union of all circles
[[nodiscard]] double union_area_km2(std::span<const geo::GeodesicCircle> circles, unsigned threads,
                                    Progress& progress);

/// \param locator over the zones' shapes, in their order
/// \return covered area of each zone, at most the zone's own
[[nodiscard]] std::vector<SquareKilometres> covered_areas(std::span<const geo::GeodesicCircle> circles,
                                                          const demand::Zones& zones,
                                                          const index::PolygonLocator& locator,
                                                          unsigned threads, Progress& progress);

}  // namespace yiquan::coverage
