// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "core/base/progress.hpp"
#include "core/siting/problem.hpp"

namespace yiquan::io {

/// A problem from a graph in the p-median format of the OR-Library: "nodes edges p", then "from to length"
/// per edge. Every node is demand of weight 1 and a site; costs are shortest paths. Where an edge is given
/// twice, the last length counts.
struct GraphProblem {
    siting::Problem problem;
    std::uint32_t count = 0;  ///< p
};
/// \throws Error{input} for anything else in the file, where the graph is not connected, and where its costs
/// would take too much memory
[[nodiscard]] GraphProblem read_orlib_graph(const std::string& path, Progress& progress);

}  // namespace yiquan::io
