// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/features/feature_source.hpp"
#include "core/geo/polygon.hpp"

namespace yiquan::screening {

/// A place that might become a site: a point, or the outline of its land.
struct Candidate {
    std::string id;  ///< unique; the row number where the list has no id column
    std::string name;
    geo::LonLat place;                   ///< the point, or a place inside the outline
    geo::MultiPolygon shape;             ///< empty for a point
    std::uint64_t row = 0;               ///< in the list, as the user counts
    std::vector<features::Value> cells;  ///< every column of the list
};

struct Candidates {
    std::string source;                   ///< what messages call the list
    std::vector<features::Field> fields;  ///< of the list
    std::vector<Candidate> list;          ///< in the order of the list
    bool outlines = false;                ///< polygons, not points
};

}  // namespace yiquan::screening
