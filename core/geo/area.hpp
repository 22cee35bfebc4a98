// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/exact.hpp"
#include "core/geo/polygon.hpp"

namespace yiquan::geo {

/// The part that one straight piece from `a` to `b` adds to the area on its left, m^2:
/// minus the integral of (area below the latitude) over longitude, measured from `base_latitude`.
/// Summed around a closed ring the base cancels; one near the ring keeps digits.
/// Gauss-Legendre with five nodes: exact to 1e-12 for pieces of up to a degree; longer ones are split.
[[nodiscard]] double area_term(LonLat a, LonLat b, double base_latitude);

/// Area on the ellipsoid of a ring, m^2, positive when it runs anticlockwise.
[[nodiscard]] double signed_area(const Ring& ring);

/// Area on the ellipsoid, m^2, shells minus holes whichever way they run.
[[nodiscard]] double square_metres(const MultiPolygon& polygons);
/// The same as an exact amount, which is whole square metres about.
[[nodiscard]] SquareKilometres area(const Polygon& polygon);
[[nodiscard]] SquareKilometres area(const MultiPolygon& polygons);

}  // namespace yiquan::geo
