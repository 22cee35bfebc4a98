// SPDX-License-Identifier: MIT
#pragma once

#include "core/relocation/solution.hpp"
#include "core/siting/integer_program.hpp"

namespace yiquan::relocation {

/// Places as many people as possible, and that with the least travel.
///
/// Splitting units gives the bound and, rounded and improved, a plan; the solver closes what is left between
/// them.
/// \param solver may be null; then the bound stays what it is
[[nodiscard]] Solution solve_travel(const Instance& instance, const siting::IntegerSolver* solver,
                                    const siting::SearchLimits& limits);

}  // namespace yiquan::relocation
