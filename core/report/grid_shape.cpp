// SPDX-License-Identifier: MIT
#include "core/report/grid_shape.hpp"

#include <cmath>
#include <cstddef>

namespace yiquan::report {
namespace {

struct Corner {
    std::int64_t x;
    std::int64_t y;
    friend bool operator==(Corner, Corner) = default;
};

/// On one straight line and between its neighbours, so that leaving it out changes nothing.
bool needless(Corner before, Corner corner, Corner after) {
    const std::int64_t cross =
        (corner.x - before.x) * (after.y - corner.y) - (corner.y - before.y) * (after.x - corner.x);
    const std::int64_t dot =
        (corner.x - before.x) * (after.x - corner.x) + (corner.y - before.y) * (after.y - corner.y);
    return cross == 0 && dot > 0;
}

GridRing grid_ring(const geo::Ring& ring, double step) {
    std::vector<Corner> corners;
    for (const geo::LonLat place : ring) {
        const Corner corner{std::llround(place.lon / step), std::llround(place.lat / step)};
        if (!corners.empty() && corners.back() == corner) continue;
        if (corners.size() > 1 && needless(corners[corners.size() - 2], corners.back(), corner)) {
            corners.back() = corner;
        } else {
            corners.push_back(corner);
        }
    }
    while (corners.size() > 1 && corners.front() == corners.back()) corners.pop_back();
    GridRing out;
    Corner at{0, 0};
    for (const Corner corner : corners) {
        out.push_back(corner.x - at.x);
        out.push_back(corner.y - at.y);
        at = corner;
    }
    return out;
}

constexpr std::size_t numbers_of_triangle = 6;

}  // namespace

std::vector<GridPolygon> on_grid(const geo::MultiPolygon& shape, double step, Tiny tiny) {
    std::vector<GridPolygon> out;
    for (const geo::Polygon& polygon : shape.parts) {
        GridPolygon rings;
        for (const geo::Ring& ring : polygon.rings) {
            GridRing grid = grid_ring(ring, step);
            const bool shell = rings.empty();
            if (grid.size() < numbers_of_triangle) {
                if (shell && tiny == Tiny::dropped) break;
                if (!shell || grid.size() < 2) continue;
                grid = {grid[0], grid[1], 1, 0, -1, 1};
            }
            rings.push_back(std::move(grid));
        }
        if (!rings.empty()) out.push_back(std::move(rings));
    }
    return out;
}

}  // namespace yiquan::report
