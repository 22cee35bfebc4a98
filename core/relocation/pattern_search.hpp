// SPDX-License-Identifier: MIT
#pragma once

#include "core/optimize/integer_program.hpp"
#include "core/relocation/solution.hpp"

namespace yiquan::relocation {

/// Narrows the gap of least travel where few units share a site, so that splitting them tells little.
///
/// Every unit gets a worth, and every site takes the units that are worth most in its room (Lagrange's
/// relaxation of "each unit once", with a knapsack per site): a bound as good as that of all ways to fill
/// each site. Worths follow the subgradient. The fillings met on the way give plans, one by one and, put
/// together by the solver, as a whole. A gap that remains is closed over all fillings that a better plan can
/// have, where they are not too many.
/// \param worth    of each unit to start from, person-thousandths; improved
/// \param may_stay heads that may stay
/// \param solver   may be null; then the subgradient's plan and bound remain
/// \param solution plan and bound to improve
void search_patterns(const Instance& instance, std::vector<std::int64_t> worth, std::int64_t may_stay,
                     const optimize::IntegerSolver* solver, const optimize::SearchLimits& limits,
                     Solution& solution);

}  // namespace yiquan::relocation
