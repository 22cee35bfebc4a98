// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/progress.hpp"
#include "core/optimize/integer_program.hpp"
#include "core/siting/answer.hpp"
#include "core/siting/model.hpp"
#include "core/siting/plan.hpp"
#include "core/siting/problem.hpp"
#include "core/siting/request.hpp"

namespace yiquan::siting {

/// Answers a request.
///
/// When time is over, or the user asks to stop, the best choice so far is the answer. Sites and demand are
/// put in order of their ids first, so the answer does not depend on rows or threads.
/// \param solver may be null: answers then keep a gap where branching alone does not close it
/// \throws Error{usage} for a request that the model or the problem contradicts
/// \throws Error{input} for data that the model cannot use, or where the time limit ends before it is known
///         who can be served from where
/// \throws Error{cancelled} while that is being found out
[[nodiscard]] Answer locate(const Problem& problem, const Request& request,
                            const optimize::IntegerSolver* solver, Progress& progress);

/// Numbers of sites to ask for, one after the other.
struct CountRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// Answers a request for each number of sites; what it takes to be served is gathered once, in the time of
/// the first.
/// \return shorter where the user asked to stop
[[nodiscard]] std::vector<Answer> locate_each(const Problem& problem, const Request& request,
                                              CountRange counts, const optimize::IntegerSolver* solver,
                                              Progress& progress);

/// Answers and what the last of them changes.
struct Located {
    std::vector<Answer> answers;
    Plan plan;
};
/// \param counts none where the request's own count or budget is asked for
[[nodiscard]] Located locate_with_plan(const Problem& problem, const Request& request,
                                       std::optional<CountRange> counts,
                                       const optimize::IntegerSolver* solver, Progress& progress);

}  // namespace yiquan::siting
