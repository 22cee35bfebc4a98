// SPDX-License-Identifier: MIT
#include "core/index/nearest_tree.hpp"

#include <algorithm>

namespace yiquan::index {
namespace {

constexpr std::size_t leaf_size = 8;

double coordinate(const geo::Ecef& p, int axis) {
    return axis == 0 ? p.x : axis == 1 ? p.y : p.z;
}

void take(NearestTree::Answer& best, std::uint32_t item, double chord2) {
    if (chord2 < best.chord2 || (chord2 == best.chord2 && item < best.item)) best = {item, chord2};
}

}  // namespace

NearestTree::NearestTree(std::span<const geo::Ecef> places) : by_item_(places.begin(), places.end()) {
    for (std::uint32_t i = 0; i < places.size(); ++i) nodes_.push_back({places[i], i});
    build(0, nodes_.size(), 0);
}

void NearestTree::build(std::size_t begin, std::size_t end, int axis) {
    if (end - begin <= leaf_size) return;
    const std::size_t middle = begin + (end - begin) / 2;
    const auto first = nodes_.begin();
    std::nth_element(first + static_cast<std::ptrdiff_t>(begin), first + static_cast<std::ptrdiff_t>(middle),
                     first + static_cast<std::ptrdiff_t>(end), [axis](const Node& a, const Node& b) {
                         const double ca = coordinate(a.place, axis);
                         const double cb = coordinate(b.place, axis);
                         return ca < cb || (ca == cb && a.item < b.item);
                     });
    build(begin, middle, (axis + 1) % 3);
    build(middle + 1, end, (axis + 1) % 3);
}

NearestTree::Answer NearestTree::nearest(const geo::Ecef& from, std::uint32_t hint) const {
    Answer best;
    if (hint < by_item_.size()) best = {hint, chord2(from, by_item_[hint])};
    search(from, 0, nodes_.size(), 0, best);
    return best;
}

void NearestTree::search(const geo::Ecef& from, std::size_t begin, std::size_t end, int axis,
                         Answer& best) const {
    if (end - begin <= leaf_size) {
        for (std::size_t i = begin; i < end; ++i) take(best, nodes_[i].item, chord2(from, nodes_[i].place));
        return;
    }
    const std::size_t middle = begin + (end - begin) / 2;
    const double offset = coordinate(from, axis) - coordinate(nodes_[middle].place, axis);
    const int next = (axis + 1) % 3;
    if (offset < 0.0) {
        search(from, begin, middle, next, best);
    } else {
        search(from, middle + 1, end, next, best);
    }
    if (offset * offset > best.chord2) return;
    take(best, nodes_[middle].item, chord2(from, nodes_[middle].place));
    if (offset < 0.0) {
        search(from, middle + 1, end, next, best);
    } else {
        search(from, begin, middle, next, best);
    }
}

}  // namespace yiquan::index
