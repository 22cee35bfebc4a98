// SPDX-License-Identifier: MIT
#include "core/index/packed_rtree.hpp"

#include <algorithm>
#include <utility>

#include "core/index/hilbert.hpp"

namespace yiquan::index {
namespace {

std::uint16_t scaled(double value, double low, double high) {
    constexpr double cells = 65535.0;
    return high > low ? static_cast<std::uint16_t>(cells * (value - low) / (high - low)) : std::uint16_t{0};
}

}  // namespace

PackedRTree::PackedRTree(std::span<const geo::Box> boxes) {
    geo::Box all;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order;  // Hilbert index, item
    for (const geo::Box& box : boxes) {
        if (!box.empty()) all.include(box);
    }
    for (std::uint32_t item = 0; item < boxes.size(); ++item) {
        const geo::Box& box = boxes[item];
        if (box.empty()) continue;
        order.emplace_back(hilbert_index(scaled((box.west + box.east) / 2, all.west, all.east),
                                         scaled((box.south + box.north) / 2, all.south, all.north)),
                           item);
    }
    if (order.empty()) return;
    std::sort(order.begin(), order.end());

    items_ = order.size();
    boxes_.reserve(items_ + items_ / (node_size - 1) + deepest);
    entries_.reserve(boxes_.capacity());
    for (const auto& [along, item] : order) {
        boxes_.push_back(boxes[item]);
        entries_.push_back(item);
    }
    for (std::uint32_t first = 0, last = static_cast<std::uint32_t>(items_);;) {
        for (std::uint32_t child = first; child < last; child += node_size) {
            geo::Box node;
            for (std::uint32_t i = child; i < std::min(child + node_size, last); ++i) node.include(boxes_[i]);
            boxes_.push_back(node);
            entries_.push_back(child);
        }
        first = std::exchange(last, static_cast<std::uint32_t>(boxes_.size()));
        if (last - first == 1) break;
    }
    entries_.push_back(static_cast<std::uint32_t>(boxes_.size() - 1));
}

}  // namespace yiquan::index
