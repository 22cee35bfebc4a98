// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/geo/area.hpp"
#include "tests/scenario/audited.hpp"
#include "tests/scenario/drawn_map.hpp"

namespace yiquan::test {
namespace {

/// The people of all gaps of one zone.
Persons people_in_gaps(const Audited& audit, demand::ZoneIndex zone) {
    Persons sum;
    for (const coverage::Gap& gap : audit.result.gaps) {
        if (gap.zone == zone) sum += gap.people;
    }
    return sum;
}

class DividedValley : public ::testing::Test {
protected:
    // The circle of 2.1 km reaches over both banks, 1.5 km away, and cuts the valley in two.
    DividedValley()
        : town_(R"(
              .........
              4...A..75
              ........3 )",
                kilometres(1)),
          audit_(audited(radius(Metres{2100}), town_.facilities(), town_.zones(R"(
              ZZZZZZZZZ
              ZZZZZZZZZ
              ZZZZZZZZZ )"),
                         town_.demand())) {}
    DrawnMap town_;
    Audited audit_;
};

TEST_F(DividedValley, HasAGapOnEachSideRankedByPeople) {
    ASSERT_EQ(audit_.result.gaps.size(), 2U);
    EXPECT_EQ(audit_.result.gaps[0].people, Persons::whole(7 + 5 + 3));
    EXPECT_EQ(audit_.result.gaps[1].people, Persons::whole(4));
    EXPECT_EQ(people_in_gaps(audit_, 0), audit_.zone("Z").gap);
    const MemoryLayers::Layer& layer = audit_.layers.layer("service_gaps");
    EXPECT_EQ(layer.text(0, "rank"), "1");
    EXPECT_EQ(layer.text(0, "demand"), "15");
    EXPECT_EQ(layer.text(0, "nearest_name"), "station A");
    EXPECT_EQ(layer.text(1, "rank"), "2");
    EXPECT_EQ(layer.text(1, "demand"), "4");
}

TEST_F(DividedValley, SharesTheUncoveredLandBetweenThem) {
    // The circle between banks at distance h = 1.5: 2 (h sqrt(r^2 - h^2) + r^2 asin(h / r)) = 11.4263 km^2.
    constexpr double h = 1.5;
    constexpr double r = 2.1;
    const double covered = 2.0 * (h * std::sqrt(r * r - h * h) + r * r * std::asin(h / r));
    EXPECT_NEAR(covered, 11.4263, 1e-4);
    EXPECT_NEAR(audit_.zone("Z").covered_area.value(), covered, 0.001);
    EXPECT_NEAR(audit_.result.gaps[0].area.value(), (27.0 - covered) / 2.0, 0.005);
    EXPECT_NEAR(audit_.result.gaps[1].area.value(), (27.0 - covered) / 2.0, 0.005);
}

TEST_F(DividedValley, IsRemotestInAFarCorner) {
    // The corners at column -0.5 and 8.5, rows -0.5 and 2.5: sqrt(4.5^2 + 1.5^2) = 4.743 km from A.
    for (const coverage::Gap& gap : audit_.result.gaps) {
        EXPECT_NEAR(gap.remotest.cost.value(), 4743.4, 5.0);
        EXPECT_EQ(gap.remotest.facility, 0U);
        const double nearest_corner = std::min({
            geo::geodesic_distance(gap.remotest.place, town_.at(-0.5, -0.5)).value(),
            geo::geodesic_distance(gap.remotest.place, town_.at(-0.5, 2.5)).value(),
            geo::geodesic_distance(gap.remotest.place, town_.at(8.5, -0.5)).value(),
            geo::geodesic_distance(gap.remotest.place, town_.at(8.5, 2.5)).value(),
        });
        EXPECT_LT(nearest_corner, 20.0);
    }
}

TEST(Gaps, AreRemotestHalfWayBetweenTwoStations) {
    const DrawnMap town("A.......B", kilometres(1));
    const Audited audit =
        audited(radius(Metres{1100}), town.facilities(), town.zones("ZZZZZZZZZ"), town.demand());
    ASSERT_EQ(audit.result.gaps.size(), 1U);
    const coverage::Gap& gap = audit.result.gaps[0];
    EXPECT_NEAR(gap.remotest.cost.value(), 4031.1, 5.0);  // sqrt(4^2 + 0.5^2), on either bank
    EXPECT_NEAR(geo::geodesic_distance(gap.remotest.place, town.at(4.0, 0.0)).value(), 500.0, 10.0);
}

TEST(Gaps, AroundAStationInTheMiddleAreOneRingAndNotTheHole) {
    const DrawnMap town(R"(
        1...1
        .....
        ..A..
        .....
        1...1 )",
                        kilometres(1));
    const Audited audit = audited(radius(Metres{1500}), town.facilities(), town.zones(R"(
        ZZZZZ
        ZZZZZ
        ZZZZZ
        ZZZZZ
        ZZZZZ )"),
                                  town.demand());
    ASSERT_EQ(audit.result.gaps.size(), 1U);
    EXPECT_EQ(audit.result.gaps[0].people, Persons::whole(4));
    EXPECT_EQ(audit.result.gaps[0].shape.parts.at(0).rings.size(), 2U);
    EXPECT_NEAR(audit.result.gaps[0].remotest.cost.value(), 1000.0 * std::sqrt(2 * 2.5 * 2.5), 5.0);
}

TEST(Gaps, StopAtTheBorderOfTheirZone) {
    const DrawnMap town("A...2.3.", kilometres(1));
    const Audited audit =
        audited(radius(Metres{1100}), town.facilities(), town.zones("PPPPPQQQ"), town.demand());
    ASSERT_EQ(audit.result.gaps.size(), 2U);
    EXPECT_EQ(audit.result.gaps[0].zone, 1U) << "Q has the three people";
    EXPECT_EQ(audit.result.gaps[0].people, Persons::whole(3));
    EXPECT_EQ(audit.result.gaps[0].area, audit.zone("Q").area);
    EXPECT_EQ(audit.result.gaps[1].people, Persons::whole(2));
}

TEST(Gaps, WithoutPeopleFollowInTheOrderOfTheirZones) {
    const DrawnMap town(".....1", kilometres(1));
    const Audited audit =
        audited(radius(kilometres(1)), town.facilities(), town.zones("QQPRRR"), town.demand());
    ASSERT_EQ(audit.result.gaps.size(), 3U);
    EXPECT_EQ(audit.zones[audit.result.gaps[0].zone].code, "R");
    EXPECT_EQ(audit.zones[audit.result.gaps[1].zone].code, "P");
    EXPECT_EQ(audit.zones[audit.result.gaps[2].zone].code, "Q");
}

TEST(Gaps, OfTheWidestBandAreTheOnesThatAreDrawn) {
    const DrawnMap town("A.1..2", kilometres(1));
    const Audited audit =
        audited(radius({Metres{1100}, Metres{2600}}), town.facilities(), town.zones("ZZZZZZ"), town.demand());
    ASSERT_EQ(audit.result.gaps.size(), 1U);
    EXPECT_EQ(audit.result.gaps[0].people, Persons::whole(2));
    EXPECT_EQ(audit.result.covered_land.size(), 2U) << "covered land is drawn for each band";
}

TEST(Gaps, KeepThosePeopleThatTheDrawingPutsOnTheCoveredSide) {
    // The corners of a drawn circle lie 0.02 % outside: 40 cm at 2 km. Ten people live 20 cm outside the
    // true circle, straight north, under the drawing.
    DrawnMap town("A", kilometres(1));
    const geo::LonLat outside = geo::geodesic_destination(town.at(0, 0), 0.0, Metres{2000.2});
    town.add_demand("hair", outside, Persons::whole(10));
    const Audited audit = audited(radius(kilometres(2)), town.facilities(), town.zones(R"(
        Z
        Z )"),
                                  town.demand());
    EXPECT_EQ(audit.by_id.at("hair").covering, 0U);

    demand::Zone zone;  // 4 km around A, so that there is land to be a gap
    const geo::LonLat a = town.at(0, 0);
    zone.shape.parts.push_back({{{{a.lon - 0.04, a.lat - 0.04},
                                  {a.lon + 0.04, a.lat - 0.04},
                                  {a.lon + 0.04, a.lat + 0.04},
                                  {a.lon - 0.04, a.lat + 0.04},
                                  {a.lon - 0.04, a.lat - 0.04}}}});
    zone.code = "Z";
    zone.area = geo::area(zone.shape);
    const Audited wide = audited(radius(kilometres(2)), town.facilities(), {zone}, town.demand());
    ASSERT_EQ(wide.result.gaps.size(), 1U);
    EXPECT_EQ(wide.result.gaps[0].people, Persons::whole(10));

    // A zone of two decimetres that the drawing covers whole has people, and so a gap without a shape.
    constexpr double decimetre = 1e-6;
    zone.shape.parts[0].rings[0] = {{outside.lon - decimetre, outside.lat - decimetre},
                                    {outside.lon + decimetre, outside.lat - decimetre},
                                    {outside.lon + decimetre, outside.lat + decimetre},
                                    {outside.lon - decimetre, outside.lat + decimetre},
                                    {outside.lon - decimetre, outside.lat - decimetre}};
    zone.area = geo::area(zone.shape);
    const Audited thin = audited(radius(kilometres(2)), town.facilities(), {zone}, town.demand());
    ASSERT_EQ(thin.result.gaps.size(), 1U);
    EXPECT_TRUE(thin.result.gaps[0].shape.empty());
    EXPECT_EQ(thin.result.gaps[0].people, Persons::whole(10));
    EXPECT_EQ(thin.result.gaps[0].remotest.place, outside);
    EXPECT_TRUE(
        std::holds_alternative<std::monostate>(thin.layers.layer("service_gaps").rows.at(0).geometry));
}

TEST(Gaps, AreNotDrawnWhereNobodyAsksForDrawings) {
    const DrawnMap town("A.1..2", kilometres(1));
    audit::AuditParams params = radius(Metres{2600});
    params.draw = false;
    const Audited plain = audited(params, town.facilities(), town.zones("ZZZZZZ"), town.demand());
    params.draw = true;
    const Audited drawn = audited(params, town.facilities(), town.zones("ZZZZZZ"), town.demand());
    EXPECT_TRUE(plain.result.gaps.empty());
    EXPECT_TRUE(plain.result.service_areas.empty());
    EXPECT_TRUE(plain.result.covered_land.empty());
    EXPECT_EQ(plain.json(), drawn.json()) << "figures never come from drawings";
}

}  // namespace
}  // namespace yiquan::test
