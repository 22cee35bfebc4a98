// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "core/optimize/search_limits.hpp"
#include "core/siting/service_program.hpp"

namespace yiquan::siting {

/// Prices that clients would pay to be served, and what they prove.
struct LagrangianBound {
    /// Below any bound that says something.
    static constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min() / 4;

    std::vector<std::int64_t> multiplier;  ///< one per client
    std::vector<std::int64_t> reduced;     ///< per site: what opening it adds to the bound before the choice
    std::int64_t bound = 0;                ///< no choice of sites costs less; exact integer arithmetic
    std::vector<std::vector<std::uint32_t>> choices;  ///< sites that the relaxation opened, the latest last
};

struct LagrangianOptions {
    int rounds = 3000;
    int patience = 40;        ///< rounds without a better bound before steps are halved
    double first_step = 3.0;  ///< share of the way to the target
    double last_step = 1e-4;
    std::size_t kept_choices = 6;
    std::int64_t good_bound = std::numeric_limits<std::int64_t>::max();  ///< a bound as good as this ends it
    std::span<const std::int64_t> start{};  ///< multipliers to begin with; empty: from the clients' costs
};

/// Bound by relaxing that each client is served (Cornuéjols, Fisher and Nemhauser 1977), by subgradients
/// (Held, Wolfe and Crowder 1974). It comes as near as the linear program does.
/// \param target cost of a known choice, which steers the steps
[[nodiscard]] LagrangianBound lagrangian_bound(const ServiceProgram& program, std::int64_t target,
                                               const LagrangianOptions& options,
                                               const optimize::SearchLimits& limits);

/// Sites that must be open or closed, and what no client pays more than, in any choice cheaper than `target`.
struct Fixing {
    std::vector<SiteState> states;
    std::vector<std::int64_t> ceiling;
    std::size_t fixed = 0;
};
[[nodiscard]] Fixing fix_by_reduced_cost(const ServiceProgram& program, const LagrangianBound& bound,
                                         std::int64_t target);

}  // namespace yiquan::siting
