// SPDX-License-Identifier: MIT
#include "core/geo/area.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/geo/geodesic.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan::geo {
namespace {

Ring box_ring(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

TEST(Area, OfADegreeAgreesWithGeographicLib) {
    // 80,000 points along the four sides of 101..102 E, 36..37 N: Planimeter gives 9941644196.9 m^2.
    EXPECT_NEAR(signed_area(box_ring(101.0, 36.0, 102.0, 37.0)), 9941644196.9, 20.0);
}

TEST(Area, OfALargeHexagonAgreesWithGeographicLib) {
    // 20,000 points along each side, straight in degrees; Planimeter -p 9 gives 264206377930.8802 m^2.
    const Ring hexagon{{97.5, 34.1}, {101.2, 33.7}, {102.9, 36.4}, {100.4, 38.2},
                       {96.8, 38.9}, {95.1, 36.2},  {97.5, 34.1}};
    EXPECT_NEAR(signed_area(hexagon) / 264206377930.8802, 1.0, 1e-9);
}

TEST(Area, OfACircleOfGeodesicCornersAgreesWithGeographicLib) {
    // 100,000 corners from GeodSolve at 15 km around 101.8 E 36.6 N; Planimeter gives 706858020.1602 m^2.
    Ring ring;
    constexpr int corners = 100'000;
    for (int i = 0; i < corners; ++i) {
        ring.push_back(geodesic_destination({101.8, 36.6}, -360.0 * i / corners, kilometres(15)));
    }
    ring.push_back(ring.front());
    EXPECT_NEAR(signed_area(ring) / 706858020.1602, 1.0, 1e-8);
}

TEST(Area, OfARectangleIsTheClosedFormula) {
    // Snyder (1987), eq. 3-12: q of the authalic latitude; the zone between two parallels is
    // a^2/2 (q2 - q1) (lon2 - lon1).
    const double a = 6378137.0;
    const double e2 = 0.00669437999014;
    const double e = std::sqrt(e2);
    const auto q = [&](double lat) {
        const double s = std::sin(lat * std::numbers::pi / 180.0);
        return (1.0 - e2) * (s / (1.0 - e2 * s * s) - std::log((1.0 - e * s) / (1.0 + e * s)) / (2.0 * e));
    };
    test::Dice dice(61);
    for (int i = 0; i < 1'000; ++i) {
        const double west = dice.between(-180.0, 170.0);
        const double east = dice.between(west + 0.001, 180.0);
        const double south = dice.between(-90.0, 80.0);
        const double north = dice.between(south + 0.001, 90.0);
        const double expected =
            a * a / 2.0 * (q(north) - q(south)) * (east - west) * std::numbers::pi / 180.0;
        EXPECT_NEAR(signed_area(box_ring(west, south, east, north)) / expected, 1.0, 1e-9);
    }
}

TEST(Area, SlantedEdgesAreRightToTwelveDigits) {
    // A triangle and the one that completes it to a box.
    test::Dice dice(62);
    for (int i = 0; i < 200; ++i) {
        const double west = dice.between(73.0, 130.0);
        const double south = dice.between(3.0, 50.0);
        const double east = west + dice.between(0.001, 5.0);
        const double north = south + dice.between(0.001, 4.0);
        const double lower = signed_area({{west, south}, {east, south}, {east, north}, {west, south}});
        const double upper = signed_area({{west, south}, {east, north}, {west, north}, {west, south}});
        EXPECT_NEAR((lower + upper) / signed_area(box_ring(west, south, east, north)), 1.0, 1e-12);
        // The lower triangle, cut into 1,000 strips by hand: midpoints along the diagonal.
        double strips = 0.0;
        constexpr int count = 1'000;
        for (int s = 0; s < count; ++s) {
            const double from = west + (east - west) * s / count;
            const double to = west + (east - west) * (s + 1) / count;
            const double top = south + (north - south) * (s + 0.5) / count;
            strips += signed_area(box_ring(from, south, to, top));
        }
        EXPECT_NEAR(strips / lower, 1.0, 1e-6);
    }
}

TEST(Area, IsNegativeClockwiseAndZeroWithoutARing) {
    Ring ring = box_ring(101.0, 36.0, 102.0, 37.0);
    const double anticlockwise = signed_area(ring);
    std::reverse(ring.begin(), ring.end());
    EXPECT_NEAR(signed_area(ring), -anticlockwise, 1e-3);
    EXPECT_EQ(signed_area({}), 0.0);
    EXPECT_EQ(signed_area({{101.0, 36.0}}), 0.0);
    EXPECT_EQ(area(Polygon{}), SquareKilometres{});
    EXPECT_EQ(area(MultiPolygon{}), SquareKilometres{});
}

TEST(Area, HolesAreTakenOffWhicheverWayTheyRun) {
    const Ring shell = box_ring(101.0, 36.0, 102.0, 37.0);
    Ring hole = box_ring(101.4, 36.4, 101.6, 36.6);
    const double expected = (signed_area(shell) - signed_area(hole)) / 1e6;
    EXPECT_NEAR(area(Polygon{{shell, hole}}).value(), expected, 1e-6);
    std::reverse(hole.begin(), hole.end());
    EXPECT_NEAR(area(Polygon{{shell, hole}}).value(), expected, 1e-6);
    EXPECT_NEAR(area(MultiPolygon{{Polygon{{shell, hole}}, Polygon{{hole}}}}).value(),
                signed_area(shell) / 1e6, 2e-6);
}

}  // namespace
}  // namespace yiquan::geo
