// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "core/optimize/integer_program.hpp"
#include "core/optimize/search_limits.hpp"
#include "core/siting/service_program.hpp"

namespace yiquan::siting {

/// The best choice found for a service program.
struct ServiceChoice {
    std::vector<std::uint32_t> open;  ///< labels, rising
    std::int64_t cost = ServiceProgram::must;
    std::int64_t bound = 0;  ///< no choice costs less; with a cutoff and nothing found, at least the cutoff
    /// By so much a choice might cost less than `bound` all the same: where the solver settled a part whose
    /// costs lie closer together than its arithmetic tells apart. 0: every comparison was exact.
    std::int64_t hidden = 0;
    std::int64_t greedy_cost = ServiceProgram::must;
    std::vector<std::uint32_t> greedy_open;
    bool feasible = false;  ///< a choice was found
    bool ended = false;     ///< the search is over: `open` is the best, or there is none below the cutoff

    /// True where it is proved that no choice costs as little as this. Ask only where none was found.
    [[nodiscard]] bool excludes(std::int64_t at_most) const {
        return (ended && hidden == 0) || bound - hidden > at_most;
    }
};

/// What a search is after.
struct ServiceGoal {
    std::span<const std::uint32_t> hint{};       ///< labels of sites to begin from
    std::int64_t cutoff = ServiceProgram::must;  ///< only choices that cost less are looked for
    std::int64_t enough = std::numeric_limits<std::int64_t>::min();  ///< a choice as cheap as this ends it
    double total = 0.0;                                              ///< relative gaps are of |total - cost|
};

/// Exchanges give a choice, Lagrangian relaxation a bound; reduced costs then settle most sites, and what
/// remains goes to the solver in the radius formulation. Without a solver the answer keeps its gap.
/// \param solver may be null
[[nodiscard]] ServiceChoice search_service(const ServiceProgram& program,
                                           const optimize::IntegerSolver* solver, const ServiceGoal& goal,
                                           const optimize::SearchLimits& limits);

}  // namespace yiquan::siting
