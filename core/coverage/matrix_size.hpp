// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace yiquan::coverage {

/// Most costs between demand and sites that are held in memory at once.
inline constexpr std::uint64_t most_costs = 50'000'000;

/// Most pairs that are held without their costs.
inline constexpr std::uint64_t most_pairs = 8 * most_costs;

/// To be asked before a table of costs between all demand and all sites is made.
/// \param source that it is made from, for the message
/// \throws Error{input} where there would be more than `most_costs`, with the memory that they would take
void check_matrix_size(std::string_view source, std::uint64_t demand, std::uint64_t sites);

/// What it throws, where pairs are counted otherwise.
[[noreturn]] void refuse_matrix_size(std::string_view source, std::uint64_t demand, std::uint64_t sites);

}  // namespace yiquan::coverage
