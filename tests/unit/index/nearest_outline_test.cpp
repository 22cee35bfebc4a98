// SPDX-License-Identifier: MIT
#include "core/index/nearest_outline.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/geo/ellipsoid.hpp"
#include "tests/unit/index/random_tiling.hpp"

namespace yiquan::index {
namespace {

using Edge = NearestOutline::Edge;

/// Every edge of every outline in turn; the first of those that are equally near.
std::uint32_t by_looking_at_all(geo::LonLat p, const std::vector<Edge>& edges) {
    std::uint32_t best = NearestOutline::none;
    double least = std::numeric_limits<double>::infinity();
    const double squeeze = std::cos(p.lat * geo::radians_per_degree);
    for (const Edge& edge : edges) {
        const double ax = (edge.a.lon - p.lon) * squeeze;
        const double ay = edge.a.lat - p.lat;
        const double dx = (edge.b.lon - edge.a.lon) * squeeze;
        const double dy = edge.b.lat - edge.a.lat;
        const double length2 = dx * dx + dy * dy;
        const double t = length2 > 0.0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0.0;
        const double x = ax + t * dx;
        const double y = ay + t * dy;
        if (x * x + y * y < least) {
            least = x * x + y * y;
            best = edge.outline;
        }
    }
    return best;
}

std::vector<Edge> edges_of(const std::vector<geo::MultiPolygon>& shapes) {
    std::vector<Edge> edges;
    for (std::uint32_t number = 0; number < shapes.size(); ++number) {
        const geo::Ring& ring = shapes[number].parts[0].rings[0];
        for (std::size_t i = 1; i < ring.size(); ++i) edges.push_back({ring[i - 1], ring[i], number});
    }
    return edges;
}

TEST(NearestOutline, IsTheOneThatLookingAtEveryEdgeFinds) {
    test::Dice dice(181);
    for (int round = 0; round < 40; ++round) {
        std::vector<geo::MultiPolygon> shapes;
        const std::size_t count = 1 + dice.below(40);
        for (std::size_t i = 0; i < count; ++i) {
            const geo::LonLat centre{dice.between(90.0, 103.0), dice.between(31.0, 39.0)};
            shapes.push_back({{geo::Polygon{
                {test::random_star(centre, 0.01, dice.between(0.02, 2.0), 3 + dice.below(40), dice)}}}});
        }
        const std::vector<Edge> edges = edges_of(shapes);
        const NearestOutline outlines(edges);
        for (int i = 0; i < 300; ++i) {
            const geo::LonLat p{dice.between(88.0, 105.0), dice.between(30.0, 40.0)};
            EXPECT_EQ(outlines.nearest(p), by_looking_at_all(p, edges));
        }
    }
}

TEST(NearestOutline, OfTwoThatShareABorderIsTheFirst) {
    // On and beside shared borders and corners the distances of neighbours are equal to the last bit.
    test::Dice dice(182);
    for (int round = 0; round < 20; ++round) {
        const auto shapes =
            test::random_tiling({99.0, 33.0, 105.0, 38.0}, 1 + dice.below(8), 1 + dice.below(8), dice);
        const std::vector<Edge> edges = edges_of(shapes);
        const NearestOutline outlines(edges);
        for (int i = 0; i < 300; ++i) {
            const Edge& edge = edges[dice.below(edges.size())];
            const double t = i % 3 == 0 ? 0.0 : dice.between(0.0, 1.0);
            const double beside = i % 2 == 0 ? 0.0 : dice.between(-1e-4, 1e-4);
            const geo::LonLat p{edge.a.lon + t * (edge.b.lon - edge.a.lon) + beside,
                                edge.a.lat + t * (edge.b.lat - edge.a.lat)};
            EXPECT_EQ(outlines.nearest(p), by_looking_at_all(p, edges));
        }
    }
}

TEST(NearestOutline, OfNoneIsNone) {
    EXPECT_EQ(NearestOutline({}).nearest({101.0, 36.0}), NearestOutline::none);
}

}  // namespace
}  // namespace yiquan::index
