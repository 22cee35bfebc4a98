// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "core/relocation/relocate.hpp"

namespace yiquan::io {

/// Numbers of households or sites in the order in which results list them.
template <class Named>
[[nodiscard]] std::vector<std::size_t> by_id(const std::vector<Named>& items) {
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return items[a].id < items[b].id; });
    return order;
}

/// Of each household the unit with which it stays; null where it has a place.
[[nodiscard]] inline std::vector<const relocation::Unplaced*> unplaced_by_household(
    const relocation::Problem& problem, const relocation::Answer& answer) {
    std::vector<const relocation::Unplaced*> out(problem.households.size(), nullptr);
    for (const relocation::Unplaced& unit : answer.unplaced) {
        for (const std::uint32_t row : unit.rows) out[row] = &unit;
    }
    return out;
}

}  // namespace yiquan::io
