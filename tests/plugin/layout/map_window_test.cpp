// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/map_window.hpp"

#include <gtest/gtest.h>

namespace yiquan::plugin {
namespace {

geo::Box box_of(double west, double south, double east, double north) {
    geo::Box box;
    box.include(geo::LonLat{west, south});
    box.include(geo::LonLat{east, north});
    return box;
}

ZoneOnMap square(double x, double y, double side) {
    return {QgsRectangle(x, y, x + side, y + side), side};
}

TEST(Projection, OfQinghaiIsTheConeThatItsFactsName) {
    // facts: an equal-area conic with lat_1=33 lat_2=38 lon_0=96 stays within 0.13 % in length
    const PaperProjection qinghai = equal_area_projection(box_of(89.4, 31.6, 103.1, 39.2));
    EXPECT_NE(qinghai.definition.find("+lat_1=33 +lat_2=38"), std::string::npos);
    EXPECT_NE(qinghai.definition.find("+lon_0=96"), std::string::npos);
    EXPECT_TRUE(qinghai.crs.isValid());
}

TEST(Projection, OfACountyIsTheZoneOfTheNationalGrid) {
    const PaperProjection wide = equal_area_projection(box_of(89.4, 31.6, 103.1, 39.2));
    const PaperProjection xining = projection_for(box_of(100.9, 36.2, 101.9, 37.4), wide);
    EXPECT_EQ(xining.definition, "EPSG:4543");  // facts/crs: 3-degree zone at 102 E
    EXPECT_EQ(projection_for(box_of(90.0, 33.0, 99.0, 39.0), wide).definition, wide.definition);
}

TEST(Window, HasAScaleOfTwoDigitsAndTheWholeBoxInside) {
    const QgsRectangle box(0, 0, 123400, 50000);
    const MapWindow window = window_on(box, QSizeF(200, 100), 0.05);
    EXPECT_DOUBLE_EQ(window.scale, 690000.0);  // 123.4 km on 180 mm is 1 : 685,556
    EXPECT_TRUE(window.extent.contains(box));
    EXPECT_NEAR(window.extent.width() / window.extent.height(), 2.0, 1e-9);
}

TEST(Window, AtAnEdgeKeepsTheMargin) {
    const QgsRectangle box(0, 0, 100000, 50000);
    const QSizeF paper(200, 200);
    const MapWindow window = window_on(box, paper, 0.05);
    const MapWindow moved = box_at_edge(window, box, paper, 0.05, 0, 1);
    EXPECT_NEAR(moved.extent.yMaximum() - box.yMaximum(), 0.05 * moved.extent.height(), 1.0);
    EXPECT_TRUE(moved.extent.contains(box));
}

TEST(Inset, ShowsTheGroupOfSmallZonesAndNotTheSingleOneFarOff) {
    std::vector<ZoneOnMap> zones{square(0, 0, 500000), square(500000, 0, 500000)};
    for (int i = 0; i < 4; ++i) zones.push_back(square(700000 + 5000.0 * i, 200000, 5000));
    zones.push_back(square(100000, 400000, 5000));
    // At 1 : 5,000,000 five kilometres are one millimetre.
    const auto inset = find_inset(zones, 5e6, QSizeF(80, 60), 7);
    ASSERT_TRUE(inset.has_value());
    EXPECT_EQ(inset->gained, 4U);
    EXPECT_TRUE(inset->window.extent.contains(QgsRectangle(700000, 200000, 720000, 205000)));
    EXPECT_FALSE(inset->window.extent.intersects(zones.back().box));
    EXPECT_LE(inset->window.scale, 5000.0 / 7.0 * 1000.0);
}

TEST(Inset, IsNotMadeWhereEveryZoneCanBeRead) {
    const std::vector<ZoneOnMap> zones{square(0, 0, 50000), square(50000, 0, 50000)};
    EXPECT_FALSE(find_inset(zones, 1e6, QSizeF(80, 60), 7).has_value());
}

TEST(Inset, IsNotMadeWhereAllZonesAreEquallySmall) {
    std::vector<ZoneOnMap> zones;
    for (int i = 0; i < 900; ++i) zones.push_back(square(10000.0 * (i % 30), 10000.0 * (i / 30), 10000));
    EXPECT_FALSE(find_inset(zones, 3e6, QSizeF(30, 30), 7).has_value());
}

}  // namespace
}  // namespace yiquan::plugin
