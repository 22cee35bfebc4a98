// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "core/base/progress.hpp"
#include "core/base/quantity.hpp"
#include "core/geo/lonlat.hpp"
#include "core/index/nearest_tree.hpp"

namespace yiquan::coverage {

/// Nearest facility of every place, one entry per place in each vector.
struct Nearest {
    std::vector<std::uint32_t> facility;  ///< `index::NearestTree::none` where there are no facilities
    std::vector<Metres> distance;         ///< geodesic; infinity where there are no facilities
};

/// Some 0.2 microseconds a place for the search and 1 for the geodesic.
/// \throws Error{cancelled}
[[nodiscard]] Nearest nearest_facilities(std::span<const geo::LonLat> places, const index::NearestTree& tree,
                                         std::span<const geo::LonLat> facilities, unsigned threads,
                                         Progress& progress);

}  // namespace yiquan::coverage
