// SPDX-License-Identifier: MIT
#include "core/coverage/service_area.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/coverage/covered_area.hpp"
#include "core/geo/area.hpp"
#include "core/geo/overlay.hpp"
#include "tests/unit/base/dice.hpp"
#include "tests/unit/index/random_tiling.hpp"

namespace yiquan::coverage {
namespace {

using geo::GeodesicCircle;
using geo::LonLat;
using geo::MultiPolygon;

demand::Zones zones_of(const std::vector<MultiPolygon>& shapes) {
    demand::Zones zones;
    for (const MultiPolygon& shape : shapes) zones.push_back({{}, {}, {}, {}, shape, geo::area(shape)});
    return zones;
}

MultiPolygon box(double west, double south, double east, double north) {
    return {{geo::Polygon{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}}}};
}

TEST(DrawnCircle, HasTheAreaOfTheCircleToAThousandthOfAPercent) {
    // GeodSolve and Planimeter, see covered_area_test.cpp.
    EXPECT_NEAR(geo::area(drawn_circle({{101.8, 36.6}, kilometres(15)})).value() / 706.8580201602, 1.0, 1e-5);
    EXPECT_NEAR(geo::area(drawn_circle({{98.0, 34.0}, kilometres(1)})).value() / 3.1415926426, 1.0, 1e-5);
    EXPECT_NEAR(geo::area(drawn_circle({{20.0, 60.0}, kilometres(50)})).value() / 7853.9415416512, 1.0, 1e-5);
    EXPECT_NEAR(geo::area(drawn_circle({{93.0, 38.5}, kilometres(300)})).value() / 282691.1356981312, 1.0,
                1e-4);
}

TEST(DrawnCircle, IsAValidClosedRingWithItsCornersJustOutsideTheRadius) {
    test::Dice dice(161);
    for (int i = 0; i < 200; ++i) {
        const GeodesicCircle circle{{dice.between(73.0, 135.0), dice.between(4.0, 54.0)},
                                    Metres{std::exp(dice.between(std::log(10.0), std::log(100'000.0)))}};
        const MultiPolygon drawn = drawn_circle(circle);
        ASSERT_EQ(drawn.parts.size(), 1U);
        const geo::Ring& ring = drawn.parts[0].rings[0];
        EXPECT_EQ(ring.size(), static_cast<std::size_t>(circle_corners + 1));
        EXPECT_EQ(ring.front(), ring.back());
        EXPECT_EQ(geo::invalidity(drawn), "");
        EXPECT_GT(geo::signed_area(ring), 0.0);
        for (const LonLat corner : ring) {
            const double ratio = geodesic_distance(circle.centre(), corner) / circle.radius();
            EXPECT_GT(ratio, 1.0);
            EXPECT_LT(ratio, 1.00025);
        }
    }
}

TEST(DrawnCircle, OfTheLargestRadiusCanBeDrawn) {
    EXPECT_EQ(geo::invalidity(drawn_circle({{101.0, 36.0}, GeodesicCircle::largest_radius})), "");
}

TEST(DrawnCircle, StaysInOnePieceAcrossTheDateLine) {
    const geo::Box bounds = geo::bounding_box(drawn_circle({{179.9, -17.0}, kilometres(50)}));
    EXPECT_LT(bounds.east - bounds.west, 1.0);
    EXPECT_GT(bounds.east, 180.0);
}

TEST(DrawZones, CoveredAndGapTogetherMakeTheZone) {
    test::Dice dice(162);
    for (int round = 0; round < 6; ++round) {
        const auto tiles =
            test::random_tiling({100.0, 35.0, 102.0, 37.0}, 1 + dice.below(6), 1 + dice.below(6), dice);
        std::vector<GeodesicCircle> circles;
        const std::size_t count = dice.below(40);
        for (std::size_t i = 0; i < count; ++i) {
            circles.emplace_back(LonLat{dice.between(99.9, 102.1), dice.between(34.9, 37.1)},
                                 Metres{std::exp(dice.between(std::log(500.0), std::log(40'000.0)))});
        }
        Progress quiet;
        const auto drawn = draw_zones(circles, zones_of(tiles), 2, quiet);
        ASSERT_EQ(drawn.size(), tiles.size());
        const auto exact = covered_areas(circles, zones_of(tiles), index::PolygonLocator{tiles}, 1, quiet);
        for (std::size_t z = 0; z < tiles.size(); ++z) {
            const double whole = geo::area(tiles[z]).value();
            const double covered = geo::area(drawn[z].covered).value();
            // Each of the three areas is rounded to a square metre.
            EXPECT_NEAR(covered + geo::area(drawn[z].gap).value(), whole, 1e-9 * whole + 2e-6);
            EXPECT_EQ(geo::invalidity(drawn[z].covered), "");
            EXPECT_EQ(geo::invalidity(drawn[z].gap), "");
            EXPECT_FALSE(geo::interiors_meet(drawn[z].covered, drawn[z].gap));
            // The drawing is for the eye, but not far from the figure.
            EXPECT_NEAR(covered, exact[z].value(), 1e-3 * whole);
        }
    }
}

TEST(DrawZones, WithoutCirclesEverythingIsGap) {
    Progress quiet;
    const auto drawn = draw_zones({}, zones_of({box(100.0, 35.0, 101.0, 36.0)}), 1, quiet);
    ASSERT_EQ(drawn.size(), 1U);
    EXPECT_TRUE(drawn[0].covered.empty());
    EXPECT_EQ(geo::area(drawn[0].gap), geo::area(box(100.0, 35.0, 101.0, 36.0)));
}

TEST(DrawZones, AZoneInsideACircleHasNoGap) {
    Progress quiet;
    const std::vector<GeodesicCircle> circles{{{100.5, 35.5}, kilometres(100)}};
    const auto drawn = draw_zones(circles, zones_of({box(100.4, 35.4, 100.6, 35.6)}), 1, quiet);
    EXPECT_TRUE(drawn[0].gap.empty());
    EXPECT_EQ(geo::area(drawn[0].covered), geo::area(box(100.4, 35.4, 100.6, 35.6)));
}

TEST(DrawZones, DrawsTheSameOnAnyNumberOfThreads) {
    test::Dice dice(163);
    const auto tiles = test::random_tiling({100.0, 35.0, 102.0, 37.0}, 4, 4, dice);
    std::vector<GeodesicCircle> circles;
    for (int i = 0; i < 30; ++i)
        circles.emplace_back(LonLat{dice.between(100.0, 102.0), dice.between(35.0, 37.0)}, kilometres(12));
    Progress quiet;
    const auto one = draw_zones(circles, zones_of(tiles), 1, quiet);
    const auto four = draw_zones(circles, zones_of(tiles), 4, quiet);
    for (std::size_t z = 0; z < tiles.size(); ++z) {
        ASSERT_EQ(one[z].gap.parts.size(), four[z].gap.parts.size());
        for (std::size_t i = 0; i < one[z].gap.parts.size(); ++i)
            EXPECT_EQ(one[z].gap.parts[i].rings, four[z].gap.parts[i].rings);
    }
}

}  // namespace
}  // namespace yiquan::coverage
