// SPDX-License-Identifier: MIT
#pragma once

#include "core/optimize/integer_program.hpp"
#include "core/relocation/instance.hpp"

namespace yiquan::relocation {

/// What the solver says about a plan of whole units.
struct ProgramResult {
    Assignment plan;  ///< empty where none better than the known one was found
    std::int64_t bound = 0;
    bool proved = false;  ///< nothing is better than `plan`, or than the known one where that is empty
};

/// Places more heads than all but `left_out` of them.
/// \return as bound the most heads that may be placed
[[nodiscard]] ProgramResult most_people(const Instance& instance, std::int64_t left_out,
                                        const optimize::IntegerSolver& solver,
                                        const optimize::SearchLimits& limits);

/// Travels less than `known` while at most `may_stay` heads stay.
/// \return as bound the least travel
/// \param gap relative gap that is good enough; 0 asks for a proof
[[nodiscard]] ProgramResult least_travel(const Instance& instance, std::int64_t may_stay, std::int64_t known,
                                         double gap, const optimize::IntegerSolver& solver,
                                         const optimize::SearchLimits& limits);

}  // namespace yiquan::relocation
