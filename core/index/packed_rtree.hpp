// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <queue>
#include <span>
#include <utility>
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
        if (items_ == 0 || !boxes_.back().intersects(query)) return;
        std::array<std::uint32_t, deepest * node_size> stack{};  // nodes still to open; each meets the query
        std::size_t depth = 0;
        stack[depth++] = static_cast<std::uint32_t>(boxes_.size() - 1);
        while (depth > 0) {
            const std::uint32_t node = stack[--depth];
            const std::uint32_t end = entries_[node + 1];  // where the next node's children begin
            for (std::uint32_t child = entries_[node]; child < end; ++child) {
                if (!meet(boxes_[child], query)) continue;
                if (child < items_) {
                    found(entries_[child]);
                } else {
                    stack[depth++] = child;
                }
            }
        }
    }

    /// Visits items, those of the smaller bound first, until no other can change the answer.
    /// \param bound  of a box: what no item in it falls short of
    /// \param visit  of an item: the best so far, itself included; boxes of a larger bound are passed over
    /// \param best   known before
    template <class Bound, class Visit>
    void nearest(Bound bound, Visit visit, double best = std::numeric_limits<double>::infinity()) const {
        if (items_ == 0) return;
        using Open = std::pair<double, std::uint32_t>;  // bound, node or item
        std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
        const auto root = static_cast<std::uint32_t>(boxes_.size() - 1);
        open.emplace(bound(boxes_[root]), root);
        while (!open.empty() && open.top().first <= best) {
            const std::uint32_t node = open.top().second;
            open.pop();
            if (node < items_) {
                best = visit(entries_[node]);
                continue;
            }
            for (std::uint32_t child = entries_[node]; child < entries_[node + 1]; ++child) {
                const double least = bound(boxes_[child]);
                if (least <= best) open.emplace(least, child);
            }
        }
    }

private:
    static constexpr std::uint32_t node_size = 8;
    static constexpr std::size_t deepest = 12;  // 8^11 exceeds 2^32 items

    /// `a.intersects(b)` without branches, which the processor would guess wrong half the time here.
    [[nodiscard]] static bool meet(const geo::Box& a, const geo::Box& b) {
        const auto holds = [](bool condition) { return static_cast<unsigned>(condition); };
        return (holds(a.west <= b.east) & holds(b.west <= a.east) & holds(a.south <= b.north) &
                holds(b.south <= a.north)) != 0;
    }

    std::size_t items_ = 0;
    std::vector<geo::Box> boxes_;         // leaves, then each level, root last
    std::vector<std::uint32_t> entries_;  // a leaf's item, or a node's first child; then the root's number
};

}  // namespace yiquan::index
