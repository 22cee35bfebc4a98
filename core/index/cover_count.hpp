// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "core/base/exact.hpp"
#include "core/base/progress.hpp"
#include "core/index/point_grid.hpp"

namespace yiquan::index {

/// How many circles hold each point, exactly.
struct CoverCount {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    std::vector<std::uint32_t> count;  ///< per point, in the points' original order
    std::vector<std::uint32_t> only;   ///< per point: its one circle where count is 1, else `none`
    std::vector<Persons> within;       ///< per circle: weight of its points
};

/// Counts over all points of a grid.
///
/// Runs of points that lie inside a circle cost two additions whatever their length; only points near
/// the circle's edge are tested one by one.
/// \param weights one per point, original order
/// \throws Error{cancelled}
[[nodiscard]] CoverCount count_cover(const PointGrid& grid, std::span<const geo::GeodesicCircle> circles,
                                     std::span<const Persons> weights, unsigned threads, Progress& progress);

}  // namespace yiquan::index
