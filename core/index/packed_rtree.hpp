// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/geo/lonlat.hpp"

namespace yiquan::index {

/// A static R-tree over boxes of mixed size, packed in Hilbert order (Kamel and Faloutsos 1993).
///
/// Built once in O(n log n), never changed; nodes lie in flat arrays, level by level, leaves first. For many
/// circles of one radius `PointGrid` is faster.
class PackedRTree {
public:
    /// \param boxes one per item; empty boxes are never found
    explicit PackedRTree(std::span<const geo::Box> boxes);

    [[nodiscard]] std::size_t size() const { return items_; }

    /// Calls `found(item)` for each item whose box meets `query`, borders included, in no useful order but
    /// always the same one.
    template <class Found>
    void search(const geo::Box& query, Found found) const {
        if (levels_.empty()) return;
        std::array<std::uint32_t, deepest * node_size> stack;  // nodes still to open
        std::size_t depth = 0;
        stack[depth++] = static_cast<std::uint32_t>(boxes_.size() - 1);
        while (depth > 0) {
            const std::uint32_t node = stack[--depth];
            if (!boxes_[node].intersects(query)) continue;
            if (node < items_) {
                found(entries_[node]);
                continue;
            }
            const std::uint32_t first = entries_[node];
            const std::uint32_t last = child_end(first);
            for (std::uint32_t child = first; child < last; ++child) stack[depth++] = child;
        }
    }

private:
    static constexpr std::uint32_t node_size = 16;
    static constexpr std::size_t deepest = 9;  // 16^8 exceeds 2^32 items

    [[nodiscard]] std::uint32_t child_end(std::uint32_t first) const;

    std::size_t items_ = 0;
    std::vector<geo::Box> boxes_;         // leaves, then each level, root last
    std::vector<std::uint32_t> entries_;  // a leaf's item, or a node's first child
    std::vector<std::uint32_t> levels_;   // one past the last box of each level
};

}  // namespace yiquan::index
