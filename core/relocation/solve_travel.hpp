// SPDX-License-Identifier: MIT
#pragma once

#include "core/relocation/place_most.hpp"

namespace yiquan::relocation {

/// Of the plans that place as many as `start` does, one with the least travel. Splitting units gives the
/// bound; the solver closes what is left between it and the plan.
/// \param start  of the same instance
/// \param solver may be null; then the bound stays what it is
[[nodiscard]] Solution solve_travel(const Instance& instance, const Placement& start,
                                    const optimize::IntegerSolver* solver,
                                    const optimize::SearchLimits& limits);

/// The same as a second aim, for which a large problem is not worth the solver's time: the plan is good then,
/// and close to the bound only where splitting units tells much.
[[nodiscard]] Solution little_travel(const Instance& instance, const Placement& start,
                                     const optimize::IntegerSolver* solver,
                                     const optimize::SearchLimits& limits);

}  // namespace yiquan::relocation
