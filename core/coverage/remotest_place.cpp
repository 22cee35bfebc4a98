// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <queue>

#include "core/coverage/gaps.hpp"
#include "core/geo/ellipsoid.hpp"
#include "core/index/packed_rtree.hpp"

namespace yiquan::coverage {
namespace {

/// A square of the search and the farthest that any place in it may be from its nearest facility.
struct Square {
    geo::Box box;
    double at_most;  // metres along the chord

    bool operator<(const Square& other) const { return at_most < other.at_most; }
};

std::vector<geo::Box> edge_boxes(const geo::MultiPolygon& shape) {
    std::vector<geo::Box> boxes;
    for (const geo::Polygon& polygon : shape.parts) {
        for (const geo::Ring& ring : polygon.rings) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                geo::Box& box = boxes.emplace_back();
                box.include(ring[i - 1]);
                box.include(ring[i]);
            }
        }
    }
    return boxes;
}

}  // namespace

geo::LonLat remotest_place(const geo::MultiPolygon& shape, const index::NearestTree& tree) {
    constexpr double relative_tolerance = 1e-3;
    constexpr double least_tolerance = 5.0;  // metres
    constexpr int most_squares = 200'000;
    const index::PolygonLocator inside({&shape, 1});
    const index::PackedRTree edges(edge_boxes(shape));
    const auto distance = [&](geo::LonLat p) { return std::sqrt(tree.nearest(geo::to_ecef(p)).chord2); };

    geo::LonLat best = shape.parts.front().rings.front().front();
    double best_distance = 0.0;
    for (const geo::Polygon& polygon : shape.parts) {
        for (const geo::LonLat p : polygon.rings.front()) {
            const double d = distance(p);
            if (d > best_distance) {
                best = p;
                best_distance = d;
            }
        }
    }
    std::priority_queue<Square> open;
    const auto add = [&](const geo::Box& box) {
        const geo::LonLat centre{(box.west + box.east) / 2, (box.south + box.north) / 2};
        const bool centre_inside = inside.locate(centre) != index::PolygonLocator::none;
        if (!centre_inside) {
            bool crossed = false;
            edges.search(box, [&](std::uint32_t) { crossed = true; });
            if (!crossed) return;  // the whole square lies outside
        }
        const double to_facility = distance(centre);
        if (centre_inside && to_facility > best_distance) {
            best = centre;
            best_distance = to_facility;
        }
        // Corners lie no farther from the centre than half a diagonal; distances to facilities change no
        // faster.
        const geo::Ecef middle = geo::to_ecef(centre);
        const double half_diagonal =
            std::sqrt(std::max({geo::chord2(middle, geo::to_ecef({box.west, box.south})),
                                geo::chord2(middle, geo::to_ecef({box.west, box.north}))}));
        open.push({box, to_facility + half_diagonal});
    };
    add(geo::bounding_box(shape));
    for (int i = 0; i < most_squares && !open.empty(); ++i) {
        const Square square = open.top();
        open.pop();
        if (square.at_most <= best_distance + std::max(least_tolerance, relative_tolerance * best_distance))
            break;
        const double lon = (square.box.west + square.box.east) / 2;
        const double lat = (square.box.south + square.box.north) / 2;
        add({square.box.west, square.box.south, lon, lat});
        add({lon, square.box.south, square.box.east, lat});
        add({square.box.west, lat, lon, square.box.north});
        add({lon, lat, square.box.east, square.box.north});
    }
    return best;
}

}  // namespace yiquan::coverage
