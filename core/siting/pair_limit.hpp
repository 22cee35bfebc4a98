// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace yiquan::siting {

/// So many pairs of demand and site are taken; a search keeps them several times over.
inline constexpr std::size_t most_pairs = 200'000'000;
/// Bytes that a search needs for each of them, with its costs: measured, see docs/performance.md.
inline constexpr std::size_t bytes_per_pair = 60;

/// \throws Error{input} that says how many pairs there may be, what they would take, and what to do
[[noreturn]] void refuse_pairs(std::size_t demands, std::size_t sites);

}  // namespace yiquan::siting
