// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "core/base/exact.hpp"
#include "core/geo/polygon.hpp"

namespace yiquan::demand {

/// Number of a zone in `Zones`; `no_zone` for places outside all of them.
using ZoneIndex = std::uint32_t;
inline constexpr ZoneIndex no_zone = std::numeric_limits<ZoneIndex>::max();

/// A polygon that figures are reported for: a county, a township, a grid cell.
struct Zone {
    std::string code;
    std::string name;
    std::string parent;  ///< the unit it belongs to, such as its prefecture; empty where there is none
    std::string note;    ///< what a reader of its figures should know; empty mostly
    geo::MultiPolygon shape;
    SquareKilometres area;
};

/// Valid zones without overlap, sorted by code, ties by their order in the source.
using Zones = std::vector<Zone>;

}  // namespace yiquan::demand
