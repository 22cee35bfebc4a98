// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "core/geo/ellipsoid.hpp"

namespace yiquan::index {

/// Finds the nearest of a fixed set of places by straight line through the Earth, which orders places as the
/// geodesic does but for ties finer than 1e-6 of the distance. A balanced k-d tree (Bentley 1975) in flat
/// arrays: O(n log n) to build, about O(log n) to ask.
class NearestTree {
public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    explicit NearestTree(std::span<const geo::Ecef> places);

    struct Answer {
        std::uint32_t item = none;
        double chord2 = std::numeric_limits<double>::infinity();  ///< m^2
    };

    /// The nearest place, ties by the smaller number; `none` for an empty set.
    /// \param hint a place that is likely near, such as the last answer; it only saves time
    [[nodiscard]] Answer nearest(const geo::Ecef& from, std::uint32_t hint = none) const;

private:
    struct Node {
        geo::Ecef place;
        std::uint32_t item = none;
    };

    void build(std::size_t begin, std::size_t end, int axis);
    void search(const geo::Ecef& from, std::size_t begin, std::size_t end, int axis, Answer& best) const;

    std::vector<Node> nodes_;  // each subtree is a range with its root in the middle
    std::vector<geo::Ecef> by_item_;
};

}  // namespace yiquan::index
