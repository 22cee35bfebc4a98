// SPDX-License-Identifier: MIT
#include "core/geo/edge_distance.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/geo/geodesic.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan::geo {
namespace {

double metres(const Approach& found) {
    return geodesic_distance(found.from, found.to).value();
}

/// The shortest of many geodesics, which misses the nearest place by half a step at most.
double by_sampling(LonLat p, const Edge& edge, int steps = 20'000) {
    double least = std::numeric_limits<double>::infinity();
    for (int i = 0; i <= steps; ++i)
        least = std::min(least, geodesic_distance(p, edge.at(i / static_cast<double>(steps))).value());
    return least;
}

TEST(EdgeDistance, FollowsTheParallelAndNotTheGreatCircle) {
    // In the middle of two degrees along 36° N the geodesic between the ends runs 460 m north of the
    // parallel.
    const LonLat north{101.0, 36.01};
    const Edge parallel{{100.0, 36.0}, {102.0, 36.0}};
    const Approach found = approach(north, parallel);
    // `echo 36.01 101 36.0 101 | geod +ellps=WGS84 -I +units=m -f %.3f` gives 1109.591 m
    EXPECT_NEAR(metres(found), 1109.591, 0.01);
    EXPECT_NEAR(found.to.lon, 101.0, 1e-4);
    EXPECT_EQ(found.to.lat, 36.0);
}

TEST(EdgeDistance, AgreesWithManyGeodesics) {
    test::Dice dice(7);
    for (int round = 0; round < 60; ++round) {
        const double reach = round % 3 == 0 ? 3.0 : round % 3 == 1 ? 0.1 : 0.001;
        const LonLat middle{dice.between(90.0, 103.0), dice.between(32.0, 39.0)};
        const auto near_by = [&] {
            return LonLat{middle.lon + dice.between(-reach, reach), middle.lat + dice.between(-reach, reach)};
        };
        const Edge edge{near_by(), near_by()};
        const LonLat p = near_by();
        const double expected = by_sampling(p, edge);
        const double got = metres(approach(p, edge));
        EXPECT_LE(got, expected * (1 + 1e-6) + 1e-6);
        EXPECT_GE(got, expected * (1 - 1e-4) - 1e-3) << "round " << round;
    }
}

TEST(EdgeDistance, OfAPointIsTheDistanceBetweenPoints) {
    const LonLat p{101.0, 36.0};
    const LonLat q{101.5, 36.2};
    EXPECT_EQ(metres(approach(p, Edge{q, q})), geodesic_distance(p, q).value());
}

TEST(EdgeDistance, IsZeroWhereEdgesCrossOrTouch) {
    const Edge across{{100.0, 36.0}, {101.0, 37.0}};
    EXPECT_EQ(approach(across, Edge{{100.0, 37.0}, {101.0, 36.0}}).chord2, 0.0);
    EXPECT_EQ(approach(across, Edge{{100.5, 36.5}, {105.0, 36.5}}).chord2, 0.0);  // an end on the edge
    EXPECT_FALSE(edges_meet(across, Edge{{100.0, 36.1}, {100.9, 37.0}}));
    EXPECT_FALSE(edges_meet(across, Edge{{102.0, 38.0}, {103.0, 39.0}}));  // in line, apart
}

TEST(EdgeDistance, BetweenEdgesAgreesWithManyGeodesics) {
    test::Dice dice(11);
    for (int round = 0; round < 40; ++round) {
        const double reach = round % 2 == 0 ? 1.0 : 0.01;
        const LonLat middle{dice.between(90.0, 103.0), dice.between(32.0, 39.0)};
        const auto near_by = [&] {
            return LonLat{middle.lon + dice.between(-reach, reach), middle.lat + dice.between(-reach, reach)};
        };
        const Edge a{near_by(), near_by()};
        const Edge b{near_by(), near_by()};
        const double got = std::sqrt(approach(a, b).chord2);
        double expected = std::numeric_limits<double>::infinity();
        if (edges_meet(a, b)) expected = 0.0;
        constexpr int steps = 2000;
        for (int i = 0; i <= steps && expected > 0.0; ++i)
            expected = std::min(expected, std::sqrt(approach(a.at(i / double{steps}), b).chord2));
        EXPECT_LE(got, expected * (1 + 1e-9) + 1e-6);
        // Samples pass the nearest place by half a step at most, which lengthens the way by its square.
        const double half_step = geodesic_distance(a.a, a.b).value() / steps / 2;
        EXPECT_GE(got, expected - half_step * half_step / std::max(expected, 1.0) - 1e-3);
    }
}

TEST(EdgeDistance, TheBoundOfBoxesIsNeverTooLong) {
    test::Dice dice(13);
    for (int round = 0; round < 2000; ++round) {
        const auto box = [&] {
            Box made;
            made.include(LonLat{dice.between(-180.0, 180.0), dice.between(-89.0, 89.0)});
            made.include(LonLat{made.west + dice.between(0.0, 5.0), made.south + dice.between(0.0, 1.0)});
            return made;
        };
        const Box a = box();
        const Box b = box();
        const auto inside = [&](const Box& of) {
            return LonLat{dice.between(of.west, of.east), dice.between(of.south, of.north)};
        };
        EXPECT_LE(least_chord2(a, b), chord2(to_ecef(inside(a)), to_ecef(inside(b))) * (1 + 1e-12));
    }
    // A tenth of a degree of latitude is 11.1 km.
    const Box south{100.0, 36.0, 101.0, 36.1};
    const Box north{100.5, 36.2, 100.6, 36.3};
    EXPECT_NEAR(std::sqrt(least_chord2(south, north)), 11'100.0, 60.0);
    EXPECT_EQ(least_chord2(south, {100.9, 36.1, 102.0, 37.0}), 0.0);
}

}  // namespace
}  // namespace yiquan::geo
