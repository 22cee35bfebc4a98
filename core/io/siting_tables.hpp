// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/base/progress.hpp"
#include "core/siting/problem.hpp"

namespace yiquan::io {

/// A problem from a table of costs: columns `origin_id` (demand), `destination_id` (site), and the cost
/// third. All weights are 1. A pair that is not listed cannot be served. \throws Error{input} for missing
/// columns, blank ids, costs that are negative or no numbers, a pair listed
///         twice; each naming the row
[[nodiscard]] siting::Problem read_cost_matrix(const std::string& path, Progress& progress);

/// A problem from a graph in the p-median format of the OR-Library: "nodes edges p", then "from to length"
/// per edge. Every node is demand of weight 1 and a site; costs are shortest paths. Where an edge is given
/// twice, the last length counts.
struct GraphProblem {
    siting::Problem problem;
    std::uint32_t count = 0;  ///< p
};
/// \throws Error{input} for anything else in the file, and where the graph is not connected
[[nodiscard]] GraphProblem read_orlib_graph(const std::string& path);

/// Sets weights from columns `id` and `weight`; demand that is not listed keeps its own.
/// \return rows of the table, as of the next two
/// \throws Error{input} for unknown or repeated ids, negative weights and what is no number
[[nodiscard]] std::size_t read_weights(const std::string& path, siting::Demand& demand);

/// Sets zones from columns `id` and `zone`, and `parent` where there is one, which tells zones of one name
/// apart; every demand must be listed. Zones are sorted by name.
[[nodiscard]] std::size_t read_demand_zones(const std::string& path, siting::Demand& demand);

/// Sets prices and seats of sites from a table with `id` and `price` or `seats` or both; blank cells change
/// nothing.
[[nodiscard]] std::size_t read_site_table(const std::string& path, siting::Problem& problem);

/// True where the text names a file rather than ids.
[[nodiscard]] bool is_file(const std::string& text);

/// Ids from "a,b,c", or from the column `id` of a table where the text names a file.
[[nodiscard]] std::vector<std::string> read_ids(const std::string& text);

}  // namespace yiquan::io
