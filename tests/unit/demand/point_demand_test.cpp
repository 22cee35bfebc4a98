// SPDX-License-Identifier: MIT
#include "core/demand/point_demand.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/base/dice.hpp"
#include "tests/unit/index/random_tiling.hpp"

namespace yiquan::demand {
namespace {

TEST(PointDemand, PutsEachPointInItsZoneAndReportsThoseInNone) {
    const std::vector<geo::MultiPolygon> zones{
        {{geo::Polygon{{{{100, 36}, {101, 36}, {101, 37}, {100, 37}, {100, 36}}}}}},
        {{geo::Polygon{{{{101, 36}, {102, 36}, {102, 37}, {101, 37}, {101, 36}}}}}}};
    const index::PolygonLocator locator(zones);
    DemandPoints points{{{100.5, 36.5}, {101.5, 36.5}, {105.0, 36.5}},
                        {Persons::whole(10), Persons::whole(20), Persons::nearest(2.5)},
                        {"a", "b", "c"},
                        {}};
    features::FindingList findings;
    Progress quiet;
    PointDemand demand(points, locator, "places.csv", 2, findings, quiet);
    EXPECT_EQ(demand.fraction(), 0.0);
    const DemandBatch* batch = demand.next();
    ASSERT_NE(batch, nullptr);
    EXPECT_EQ(demand.fraction(), 1.0);
    EXPECT_EQ(batch->zones, (std::vector<ZoneIndex>{0, 1, no_zone}));
    EXPECT_EQ(batch->id(2), "c");
    EXPECT_EQ(demand.next(), nullptr);

    ASSERT_EQ(findings.count(), 1U);
    EXPECT_EQ(findings.list()[0].kind, features::FindingKind::outside_zones);
    EXPECT_EQ(findings.list()[0].action, features::Action::kept);
    EXPECT_EQ(findings.list()[0].source, "places.csv");
    EXPECT_THAT(findings.list()[0].detail.en, ::testing::HasSubstr("c (2.5 people)"));
}

TEST(PointDemand, OneAndFourThreadsPutPointsInTheSameZones) {
    test::Dice dice(131);
    const auto tiles = test::random_tiling({90, 31, 103, 39}, 10, 10, dice);
    const index::PolygonLocator locator(tiles);
    DemandPoints points;
    for (int i = 0; i < 50'000; ++i) {
        points.places.push_back({dice.between(89.0, 104.0), dice.between(30.0, 40.0)});
        points.weights.push_back(Persons::whole(1));
        points.ids.push_back(std::to_string(i));
    }
    const auto zones_on = [&](unsigned threads) {
        features::FindingList findings;
        Progress quiet;
        PointDemand demand(points, locator, "x", threads, findings, quiet);
        std::vector<std::string> reported;
        for (const features::Finding& finding : findings.list()) reported.push_back(finding.value);
        return std::pair{demand.next()->zones, reported};
    };
    EXPECT_EQ(zones_on(1), zones_on(4));
}

TEST(PointDemand, NoPointsAreOneEmptyBatch) {
    features::FindingList findings;
    Progress quiet;
    PointDemand demand({}, index::PolygonLocator{std::span<const geo::MultiPolygon>{}}, "x", 1, findings,
                       quiet);
    const DemandBatch* batch = demand.next();
    ASSERT_NE(batch, nullptr);
    EXPECT_EQ(batch->size(), 0U);
    EXPECT_EQ(demand.next(), nullptr);
}

}  // namespace
}  // namespace yiquan::demand
