// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/polygon.hpp"
#include "core/index/nearest_tree.hpp"

namespace yiquan::coverage {

/// The place of a polygon that is farthest by air from its nearest facility, by best-first search over
/// squares (as in Mapbox's polylabel): right to 0.1 % of the distance or 5 m, whichever is more.
/// \param tree over the facilities; not empty
[[nodiscard]] geo::LonLat remotest_place(const geo::MultiPolygon& shape, const index::NearestTree& tree);

}  // namespace yiquan::coverage
