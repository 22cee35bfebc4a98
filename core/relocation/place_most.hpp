// SPDX-License-Identifier: MIT
#pragma once

#include "core/optimize/integer_program.hpp"
#include "core/relocation/solution.hpp"
#include "core/relocation/split_transport.hpp"

namespace yiquan::relocation {

/// A plan that places as many people as could be found a place for, with little travel.
struct Placement {
    Assignment plan;
    std::int64_t placed = 0;     ///< heads
    std::int64_t placeable = 0;  ///< no plan places more
    std::int64_t travel = 0;     ///< person-thousandths
    SplitPlan split;             ///< the same with units split
};

constexpr std::size_t most_links_to_prove = 8'000;  ///< beyond that the solver seldom comes to an end

/// Rounds the plan of split units and improves it; where that leaves people out who might have a place,
/// chains make room for them, and the solver looks for more.
/// \param enough heads with which the solver need not be asked
[[nodiscard]] Placement place_most(const Instance& instance, const optimize::IntegerSolver* solver,
                                   const optimize::SearchLimits& limits, std::int64_t enough);

}  // namespace yiquan::relocation
