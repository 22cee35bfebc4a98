// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/cost.hpp"

namespace yiquan::siting {

/// Pairs of demand and site, in one row per demand: row `i` is [first[i], first[i + 1]). Sites rise in a row.
struct Links {
    std::vector<std::size_t> first{0};
    std::vector<std::uint32_t> site;
    std::vector<Cost> cost;  ///< one per pair; empty where nothing but the pairs was asked for

    [[nodiscard]] std::size_t rows() const { return first.size() - 1; }
};

}  // namespace yiquan::siting
