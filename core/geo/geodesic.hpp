// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/quantity.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::geo {

/// Length of the shortest path on the ellipsoid, right to 15 nm (Karney 2013, PROJ's geodesic routines).
/// About one microsecond.
[[nodiscard]] Metres geodesic_distance(LonLat a, LonLat b);

/// The place reached from `start` after `distance` along the geodesic that leaves at `azimuth` degrees
/// clockwise from north.
[[nodiscard]] LonLat geodesic_destination(LonLat start, double azimuth, Metres distance);

}  // namespace yiquan::geo
