// SPDX-License-Identifier: MIT
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "core/optimize/integer_program.hpp"
#include "core/optimize/status.hpp"
#include "core/relocation/objective.hpp"
#include "core/relocation/problem.hpp"
#include "core/relocation/reasons.hpp"

namespace yiquan::relocation {

struct Request {
    Objective objective = Objective::travel;
    Seconds time_limit{std::numeric_limits<double>::infinity()};
    double gap = 0.0;  ///< relative gap that is good enough
    unsigned threads = 1;
};

/// Where a household goes.
struct Destination {
    std::uint32_t site = 0;  ///< index into the problem's sites
    CostValue distance;
};

/// People move as a whole number of heads; what is placed and what is not sums to all of them.
struct Answer {
    optimize::Status status =
        optimize::Status::feasible;  ///< optimal only where placing and objective are proved
    double value = 0.0;              ///< of the objective, in its unit
    double bound = 0.0;              ///< no plan that places as many does better
    double gap = 0.0;
    std::int64_t placeable = 0;                        ///< no plan places more heads
    std::vector<std::optional<Destination>> assigned;  ///< by household
    std::vector<Unplaced> unplaced;                    ///< by unit that stays
    std::vector<std::int64_t> load;                    ///< heads, by site of the problem
    std::vector<std::int64_t> households;              ///< by site of the problem
    std::int64_t people = 0;
    std::int64_t placed_people = 0;
    std::int64_t all_households = 0;
    std::int64_t placed_households = 0;
    std::int64_t travel = 0;  ///< person-thousandths
    CostValue worst;
    Seconds took;
};

/// Says who moves where: first as many people as possible are placed, then the objective counts.
/// \param solver may be null; then a plan comes with a bound, seldom with a proof
/// \throws Error{input} as `Problem::check`
[[nodiscard]] Answer relocate(const Problem& problem, const Request& request,
                              const optimize::IntegerSolver* solver, Progress& progress);

}  // namespace yiquan::relocation
