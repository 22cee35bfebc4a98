// SPDX-License-Identifier: MIT
#pragma once

#include "core/relocation/place_most.hpp"

namespace yiquan::relocation {

/// Of the plans that place as many as `start` does, one whose worst distance is least, and among those one
/// with little travel: bisection over the distances, with the plan of split units to refuse and a plan of
/// whole ones to accept.
[[nodiscard]] Solution solve_worst(const Instance& instance, const Placement& start,
                                   const optimize::IntegerSolver* solver,
                                   const optimize::SearchLimits& limits);

}  // namespace yiquan::relocation
