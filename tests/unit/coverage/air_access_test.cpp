// SPDX-License-Identifier: MIT
#include "core/coverage/air_access.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

#include "core/geo/geodesic.hpp"

namespace yiquan::coverage {
namespace {

constexpr geo::LonLat origin{101.778, 36.617};

geo::LonLat east(double metres) {
    return geo::geodesic_destination(origin, 90.0, Metres{metres});
}

/// Stations 0, 1 and 2 stand 3, 6 and 0 km east of the origin; the second does not serve.
AirAccess two_of_three(unsigned threads = 1) {
    std::vector<Facility> list(3);
    list[0].place = east(3000);
    list[1].place = east(6000);
    list[2].place = east(0);
    return {list, {2, 0}, {Cost::whole(1000), Cost::whole(2000)}, threads};
}

TEST(AirAccess, AnswersInNumbersOfTheList) {
    demand::DemandBatch batch;
    batch.places = {east(500), east(1500), east(6000)};
    batch.weights = {Persons::whole(1), Persons::whole(2), Persons::whole(4)};
    batch.zones.assign(3, demand::no_zone);
    batch.ids = {"a", "b", "c"};
    Progress quiet;
    const Served served = two_of_three().serve(batch, quiet);
    EXPECT_EQ(served.covering[0], (std::vector<std::uint32_t>{1, 0, 0}));
    EXPECT_EQ(served.covering[1], (std::vector<std::uint32_t>{1, 2, 0}));
    EXPECT_EQ(served.only, (std::vector<std::uint32_t>{2, no_facility, no_facility}));
    EXPECT_EQ(served.nearest[0], 2U);
    EXPECT_EQ(served.nearest[2], 0U) << "not the one that does not serve";
    EXPECT_NEAR(served.cost[2].value(), 3000.0, 0.1);
    EXPECT_EQ(served.within[1], (std::vector{Persons::whole(2), Persons{}, Persons::whole(3)}));
    EXPECT_EQ(served.band(0), std::optional<std::size_t>{0});
    EXPECT_EQ(served.band(1), std::optional<std::size_t>{1});
    EXPECT_EQ(served.band(2), std::nullopt);
    EXPECT_EQ(served.service(1, 0), Service::gap);
    EXPECT_EQ(served.service(1), Service::covered);
    EXPECT_EQ(served.service(2), Service::gap) << "by air every place can be reached";
}

TEST(AirAccess, DrawsThoseThatServe) {
    Progress quiet;
    std::vector<std::uint32_t> drawn;
    for (const DrawnArea& area : two_of_three().draw_areas(0, quiet)) drawn.push_back(area.facility);
    EXPECT_EQ(drawn, (std::vector<std::uint32_t>{2, 0}));
    EXPECT_NEAR(two_of_three(2).covered_km2(0, quiet), 6.2832, 1e-3);  // two circles of 1 km, apart
}

TEST(AirAccess, HasNoRemotestPlaceWithoutFacilities) {
    const geo::LonLat a = east(0);
    const geo::LonLat b = east(100);
    const geo::MultiPolygon land{{geo::Polygon{{{a, b, {b.lon, b.lat + 0.001}, {a.lon, a.lat + 0.001}, a}}}}};
    EXPECT_FALSE(AirAccess({}, {}, {Cost::whole(1000)}, 1).remotest(land).has_value());
    const auto remotest = two_of_three().remotest(land);
    ASSERT_TRUE(remotest);
    EXPECT_EQ(remotest->facility, 2U);
    EXPECT_NEAR(remotest->cost.value(), 149.4, 5.0);  // 100 m east and 111 m north
}

}  // namespace
}  // namespace yiquan::coverage
