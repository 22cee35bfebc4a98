// SPDX-License-Identifier: MIT
#include "core/coverage/remotest_place.hpp"

#include <algorithm>
#include <cmath>
#include <queue>

#include "core/geo/ellipsoid.hpp"
#include "core/index/packed_rtree.hpp"
#include "core/index/polygon_locator.hpp"

namespace yiquan::coverage {
namespace {

/// A square of the search and the farthest that any place in it may be from its nearest facility.
struct Square {
    geo::Box box;
    double at_most;  // metres along the chord

    bool operator<(const Square& other) const { return at_most < other.at_most; }
};

struct Edge {
    geo::LonLat a;
    geo::LonLat b;
};

std::vector<Edge> edges_of(const geo::MultiPolygon& shape) {
    std::vector<Edge> edges;
    for (const geo::Polygon& polygon : shape.parts) {
        for (const geo::Ring& ring : polygon.rings) {
            for (std::size_t i = 1; i < ring.size(); ++i) edges.push_back({ring[i - 1], ring[i]});
        }
    }
    return edges;
}

std::vector<geo::Box> boxes_of(const std::vector<Edge>& edges) {
    std::vector<geo::Box> boxes(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        boxes[i].include(edges[i].a);
        boxes[i].include(edges[i].b);
    }
    return boxes;
}

/// True where the edge, whose box meets the square, does not pass it by at a slant.
bool passes_through(const Edge& edge, const geo::Box& square) {
    const auto side = [&](double lon, double lat) {
        return (edge.b.lon - edge.a.lon) * (lat - edge.a.lat) -
               (edge.b.lat - edge.a.lat) * (lon - edge.a.lon);
    };
    const auto [least, most] =
        std::minmax({side(square.west, square.south), side(square.west, square.north),
                     side(square.east, square.south), side(square.east, square.north)});
    return least <= 0.0 && most >= 0.0;
}

}  // namespace

geo::LonLat remotest_place(const geo::MultiPolygon& shape, const index::NearestTree& tree) {
    constexpr double relative_tolerance = 1e-3;
    constexpr double least_tolerance = 5.0;  // metres
    constexpr int most_squares = 200'000;
    const index::PolygonLocator inside({&shape, 1});
    const std::vector<Edge> edges = edges_of(shape);
    const index::PackedRTree tree_of_edges(boxes_of(edges));
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
            tree_of_edges.search(
                box, [&](std::uint32_t number) { crossed = crossed || passes_through(edges[number], box); });
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
