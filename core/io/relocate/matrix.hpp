// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "core/base/progress.hpp"
#include "core/relocation/problem.hpp"

namespace yiquan::io {

/// Distances in metres from a table with columns `origin_id` (household), `destination_id` (site) and
/// `metres`. An empty cell says that there is no way; every pair of the lists must stand there.
/// \throws Error{input} for a table too large for memory, unknown ids, pairs that are missing or listed
/// twice, and what is no distance
[[nodiscard]] std::shared_ptr<const coverage::CostSource> read_relocation_matrix(
    const std::string& path, const relocation::Problem& problem, Progress& progress);

}  // namespace yiquan::io
