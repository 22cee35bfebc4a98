// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "core/base/cost.hpp"

namespace yiquan::coverage {

/// How far people live from their nearest facility, and how evenly that burden lies on them.
struct DistanceProfile {
    static constexpr std::size_t points = 101;

    std::vector<CostValue> quantiles;  ///< 101: k per cent of the people live no farther away; to half a unit
    std::vector<double> lorenz;  ///< 101: share of all distance that the nearest k per cent have, 0 to 1
    double gini = 0.0;           ///< 0 where all have equally far to go, towards 1 where few bear it all
};

}  // namespace yiquan::coverage
