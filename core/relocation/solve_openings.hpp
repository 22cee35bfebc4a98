// SPDX-License-Identifier: MIT
#pragma once

#include "core/relocation/place_most.hpp"

namespace yiquan::relocation {

/// Of the plans that place as many as `start` does, one whose sites cost least to open, and among those that
/// use the same sites one with little travel.
///
/// The solver chooses sites by a program that knows only what room they must have together; a choice that
/// falls short, found by the plan of split units, gives it another row (Benders 1962).
/// \param price of opening, by site
/// \param solver may be null; then sites are closed one after the other
[[nodiscard]] Solution solve_openings(const Instance& instance, const Placement& start,
                                      const std::vector<std::int64_t>& price,
                                      const optimize::IntegerSolver* solver,
                                      const optimize::SearchLimits& limits);

}  // namespace yiquan::relocation
