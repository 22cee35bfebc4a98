// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/base/progress.hpp"
#include "core/siting/answer.hpp"
#include "core/siting/integer_program.hpp"
#include "core/siting/model.hpp"
#include "core/siting/problem.hpp"
#include "core/siting/request.hpp"

namespace yiquan::siting {

/// Answers a request.
///
/// When time is over, or the user asks to stop, the best choice so far is the answer. Sites and demand are
/// put in order of their ids first, so the answer does not depend on rows or threads. \param solver may be
/// null: answers then keep a gap where branching alone does not close it \throws Error{usage} for a request
/// that the model or the problem contradicts \throws Error{input} for data that the model cannot use \throws
/// Error{cancelled} while the costs are gathered
[[nodiscard]] Answer locate(const Problem& problem, const Request& request, const IntegerSolver* solver,
                            Progress& progress);

/// Answers a request for each number of sites from `first` to `last`; the limits of time count for each.
/// \return shorter where the user asked to stop
[[nodiscard]] std::vector<Answer> locate_each(const Problem& problem, const Request& request,
                                              std::uint32_t first, std::uint32_t last,
                                              const IntegerSolver* solver, Progress& progress);

}  // namespace yiquan::siting
