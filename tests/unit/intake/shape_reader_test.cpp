// SPDX-License-Identifier: MIT
#include "core/intake/shape_reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "core/geo/area.hpp"
#include "core/geo/carried_edge.hpp"
#include "core/geo/crs.hpp"

namespace yiquan::intake {
namespace {

using features::MemorySource;
using features::RawLines;
using features::RawPolygons;

ShapeReader reader(const std::string& crs, geo::Datum datum = geo::Datum::wgs84) {
    static const MemorySource layer{"layer.gpkg", {}, {}, {}};
    return {layer, crs, datum, "[zones]"};
}

Metres off_line(geo::LonLat p, const std::vector<geo::LonLat>& line) {
    Metres least{std::numeric_limits<double>::infinity()};
    for (std::size_t i = 1; i < line.size(); ++i)
        least = std::min(least, geo::off_piece(p, line[i - 1], line[i]));
    return least;
}

TEST(ShapeReader, ASquareInAnEqualAreaSystemKeepsItsArea) {
    // 200 km by 200 km, far beside the middle of the projection: 40,000 km2, whatever its edges do in
    // degrees. Five centimetres along 800 km are 0.04 km2.
    const RawPolygons square{{{{-600'000, -500'000},
                               {-400'000, -500'000},
                               {-400'000, -300'000},
                               {-600'000, -300'000},
                               {-600'000, -500'000}}}};
    const geo::MultiPolygon shape =
        reader("+proj=laea +lat_0=40 +lon_0=105 +datum=WGS84 +type=crs").polygons(square);
    EXPECT_NEAR(geo::area(shape).value(), 40'000.0, 0.04);
}

TEST(ShapeReader, ALongLineInAStripPassesTheMeridianWhereItsLayerHasIt) {
    const geo::LonLat middle = *geo::Projection("EPSG:4543").to_lonlat({500'000, 4'000'000});
    ASSERT_NEAR(middle.lon, 102.0, 1e-9);
    const auto lines = reader("EPSG:4543").lines(RawLines{{{400'000, 4'000'000}, {600'000, 4'000'000}}});
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_LT(off_line(middle, lines[0].points), Metres{0.05});
    // The chord from end to end would pass 570 m north of it or south.
    EXPECT_GT(off_line(middle, {lines[0].points.front(), lines[0].points.back()}), Metres{500.0});
}

TEST(ShapeReader, NeighboursThatShareAnEdgeShareItsPointsFromEitherSide) {
    const auto there =
        reader("EPSG:4543").lines(RawLines{{{412'345.6, 3'987'654.3}, {598'765.4, 4'098'765}}});
    auto back = reader("EPSG:4543").lines(RawLines{{{598'765.4, 4'098'765}, {412'345.6, 3'987'654.3}}});
    std::reverse(back[0].points.begin(), back[0].points.end());
    EXPECT_GT(there[0].points.size(), 8U);
    EXPECT_EQ(there[0].points, back[0].points);
}

TEST(ShapeReader, AnEdgeDrawnOnAWebMapBendsBackWithItsShift) {
    // GCJ-02 swings by tens of metres within a third of a degree: what is straight there is a wave in WGS84.
    const geo::LonLat a{100.0, 36.0};
    const geo::LonLat b{101.0, 36.4};
    const auto lines =
        reader("EPSG:4326", geo::Datum::gcj02).lines(RawLines{{{a.lon, a.lat}, {b.lon, b.lat}}});
    for (int i = 0; i <= 200; ++i) {
        const double t = i / 200.0;
        const geo::LonLat drawn{a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)};
        EXPECT_LT(off_line(geo::gcj02_to_wgs84(drawn), lines[0].points), Metres{0.06}) << t;
    }
}

TEST(ShapeReader, DegreesPassAsTheyAreWithoutNewPoints) {
    const RawPolygons box{{{{100, 36}, {102, 36}, {102, 37}, {100, 37}, {100, 36}}}};
    for (const char* crs : {"EPSG:4326", "EPSG:4490"})
        EXPECT_EQ(reader(crs).polygons(box).parts.at(0).rings.at(0).size(), 5U) << crs;
}

TEST(ShapeReader, ShortEdgesInMetresGainNoPoints) {
    // An edge of 1 km leaves its chord by 2 cm at most.
    const RawPolygons field{{{{500'000, 4'000'000},
                              {501'000, 4'000'000},
                              {501'000, 4'001'000},
                              {500'000, 4'001'000},
                              {500'000, 4'000'000}}}};
    EXPECT_EQ(reader("EPSG:4543").polygons(field).parts.at(0).rings.at(0).size(), 5U);
}

TEST(ShapeReader, ARingOfTwoCornersIsNoAreaHoweverItBends) {
    const RawPolygons back_and_forth{{{{400'000, 4'000'000}, {600'000, 4'000'000}, {400'000, 4'000'000}}}};
    EXPECT_TRUE(reader("EPSG:4543").polygons(back_and_forth).empty());
}

}  // namespace
}  // namespace yiquan::intake
