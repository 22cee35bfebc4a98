// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/cost.hpp"

namespace yiquan::coverage {

/// Pairs of rows and columns, row by row: those of row `i` are [first[i], first[i + 1]). Columns rise in a
/// row.
struct Links {
    std::vector<std::size_t> first{0};
    std::vector<std::uint32_t> column;
    std::vector<Cost> cost;  ///< one per pair; empty where nothing but the pairs was asked for

    [[nodiscard]] std::size_t rows() const { return first.size() - 1; }
};

}  // namespace yiquan::coverage
