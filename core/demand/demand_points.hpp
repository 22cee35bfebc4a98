// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/base/exact.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::demand {

/// Weighted places, one entry per point in every vector, in the order of the source.
struct DemandPoints {
    std::vector<geo::LonLat> places;
    std::vector<Persons> weights;  ///< never negative
    std::vector<std::string> ids;
    std::vector<std::string> names;

    [[nodiscard]] std::size_t size() const { return places.size(); }
};

}  // namespace yiquan::demand
