// SPDX-License-Identifier: MIT
#include "core/geo/geodesic.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/geo/ellipsoid.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan::geo {
namespace {

struct Leg {
    LonLat from;
    LonLat to;
    double metres;
};

TEST(GeodesicDistance, AgreesWithTheGeodProgram) {
    // echo "36.617 101.778 36.4 94.9" | geod +ellps=WGS84 -I -F %.9f   (PROJ 9.1.1)
    for (const Leg& leg : {Leg{{101.778, 36.617}, {94.9, 36.4}, 616478.669797629},
                           Leg{{101.778, 36.617}, {101.779, 36.617}, 89.456125772},
                           Leg{{179.0, 89.5}, {-170.0, 89.7}, 23828.208270819},
                           Leg{{179.5, -33.0}, {-179.5, -33.5}, 108439.618274567},
                           Leg{{0.0, 0.0}, {1.0, 0.0}, 111319.490793274}}) {
        EXPECT_NEAR(geodesic_distance(leg.from, leg.to).value(), leg.metres, 2e-8);
        EXPECT_NEAR(geodesic_distance(leg.to, leg.from).value(), leg.metres, 2e-8);
    }
    EXPECT_EQ(geodesic_distance({101.0, 36.0}, {101.0, 36.0}), Metres{0.0});
}

TEST(GeodesicDestination, LiesAtTheDistance) {
    test::Dice dice(31);
    for (int i = 0; i < 10'000; ++i) {
        const LonLat from{dice.between(-180.0, 180.0), dice.between(-90.0, 90.0)};
        const Metres distance{std::exp(dice.between(0.0, std::log(1e6)))};
        const LonLat to = geodesic_destination(from, dice.between(0.0, 360.0), distance);
        EXPECT_NEAR(geodesic_distance(from, to).value(), distance.value(), 3e-8);
    }
}

TEST(Ecef, ComesBackToDegrees) {
    test::Dice dice(32);
    for (int i = 0; i < 10'000; ++i) {
        const LonLat p{dice.between(-180.0, 180.0), dice.between(-90.0, 90.0)};
        const LonLat back = to_lonlat(to_ecef(p));
        EXPECT_NEAR(back.lat, p.lat, 1e-13 * 90.0);
        EXPECT_NEAR(back.lon, p.lon, 1e-13 * 180.0);
    }
}

TEST(Ecef, KnownPlaces) {
    // echo "0 0 0" | cs2cs EPSG:4979 EPSG:4978; the semi-axes of WGS84
    EXPECT_NEAR(to_ecef({0.0, 0.0}).x, 6378137.0, 1e-9);
    EXPECT_NEAR(to_ecef({90.0, 0.0}).y, 6378137.0, 1e-9);
    EXPECT_NEAR(to_ecef({0.0, 90.0}).z, 6356752.314245, 1e-6);
}

TEST(ChordBounds, BracketTheChordOfEveryGeodesic) {
    test::Dice dice(33);
    for (int i = 0; i < 100'000; ++i) {
        const LonLat from{dice.between(-180.0, 180.0), dice.between(-90.0, 90.0)};
        const Metres length{std::exp(dice.between(0.0, std::log(1e6)))};
        const LonLat to = geodesic_destination(from, dice.between(0.0, 360.0), length);
        const double c2 = chord2(to_ecef(from), to_ecef(to));
        const ChordBounds bounds = chord_bounds(length);
        // The destination is a double in degrees: it may lie 2e-9 m beside the place that is meant.
        const double slack = 1e-8 * std::sqrt(c2);
        EXPECT_GE(c2, bounds.certain2 - slack) << length.value();
        EXPECT_LE(c2, bounds.possible2 + slack) << length.value();
    }
}

TEST(ChordBounds, AreATenthOfAMillimetreApartAtFifteenKilometres) {
    const ChordBounds bounds = chord_bounds(kilometres(15));
    EXPECT_LT(std::sqrt(bounds.possible2) - std::sqrt(bounds.certain2), 1.2e-4);
    EXPECT_GT(std::sqrt(bounds.possible2), std::sqrt(bounds.certain2));
}

TEST(AreaBelow, IsHalfTheEarthAtThePole) {
    // The ellipsoid's surface is 510 065 621.724 km^2 (GeographicLib: Planimeter -h; c2 * 4 pi).
    EXPECT_NEAR(area_below(90.0) * 4.0 * std::numbers::pi, 510065621724088.0, 1e6);
    EXPECT_EQ(area_below(0.0), 0.0);
    EXPECT_EQ(area_below(-36.0), -area_below(36.0));
}

}  // namespace
}  // namespace yiquan::geo
