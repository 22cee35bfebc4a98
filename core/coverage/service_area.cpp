// SPDX-License-Identifier: MIT
#include "core/coverage/service_area.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/parallel.hpp"
#include "core/geo/circle_frame.hpp"
#include "core/geo/overlay.hpp"
#include "core/index/packed_rtree.hpp"

namespace yiquan::coverage {

geo::MultiPolygon drawn_circle(const geo::GeodesicCircle& circle) {
    constexpr double step = 2.0 * std::numbers::pi / circle_corners;
    // A regular polygon of n corners holds n/2 sin(2 pi / n) r^2.
    const double stretch = std::sqrt(step / std::sin(step));
    const geo::CircleFrame frame(geo::GeodesicCircle{
        circle.centre(), std::min(geo::GeodesicCircle::largest_radius, stretch * circle.radius())});
    geo::Ring ring;
    ring.reserve(circle_corners + 1);
    for (int i = 0; i < circle_corners; ++i) {
        geo::LonLat p = geo::to_lonlat(frame.at(i * step));
        // Keep the ring in one piece across the date line.
        p.lon += 360.0 * std::round((circle.centre().lon - p.lon) / 360.0);
        ring.push_back(p);
    }
    ring.push_back(ring.front());
    return {{geo::Polygon{{std::move(ring)}}}};
}

std::vector<DrawnZone> draw_zones(std::span<const geo::GeodesicCircle> circles, const demand::Zones& zones,
                                  unsigned threads, Progress& progress) {
    std::vector<geo::MultiPolygon> drawn;
    std::vector<geo::Box> boxes;
    for (const geo::GeodesicCircle& circle : circles) {
        drawn.push_back(drawn_circle(circle));
        boxes.push_back(geo::bounding_box(drawn.back()));
    }
    const index::PackedRTree tree(boxes);
    std::vector<DrawnZone> out(zones.size());
    parallel_blocks(zones.size(), 1, threads, progress, [&](std::size_t begin, std::size_t end) {
        for (std::size_t z = begin; z < end; ++z) {
            std::vector<std::uint32_t> near;
            tree.search(geo::bounding_box(zones[z].shape),
                        [&](std::uint32_t number) { near.push_back(number); });
            if (near.empty()) {
                out[z].gap = zones[z].shape;
                continue;
            }
            std::sort(near.begin(), near.end());
            std::vector<geo::MultiPolygon> parts;
            for (const std::uint32_t number : near) parts.push_back(drawn[number]);
            const geo::MultiPolygon all = geo::union_of(parts);
            out[z] = {geo::intersection(zones[z].shape, all), geo::difference(zones[z].shape, all)};
        }
    });
    return out;
}

}  // namespace yiquan::coverage
