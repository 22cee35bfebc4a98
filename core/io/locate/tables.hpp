// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/base/progress.hpp"
#include "core/siting/problem.hpp"

namespace yiquan::io {

/// A problem from a table of costs.
struct CostMatrix {
    siting::Problem problem;
    std::size_t rows = 0;  ///< of the table
};
/// Columns `origin_id` (demand), `destination_id` (site), and the cost third. All weights are 1. A pair that
/// is not listed cannot be served.
/// \throws Error{input} for missing columns, blank ids, costs that are negative, too large or no numbers, a
///         pair listed twice; each naming the row
[[nodiscard]] CostMatrix read_cost_matrix(const std::string& path, Progress& progress);

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
