// SPDX-License-Identifier: MIT
#include "core/audit/service_areas.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "core/geo/geodesic.hpp"
#include "core/io/audit/layers.hpp"
#include "tests/unit/base/error_of.hpp"
#include "tests/unit/features/memory_layers.hpp"

namespace yiquan::audit {
namespace {

using std::numbers::pi;

std::vector<coverage::Facility> stations_east_of_xining(const std::vector<double>& metres) {
    std::vector<coverage::Facility> out;
    for (const double distance : metres) {
        coverage::Facility& facility = out.emplace_back();
        facility.id = fmt::format("s{}", out.size());
        facility.name = "station";
        facility.place = geo::geodesic_destination({101.778, 36.617}, 90.0, Metres{distance});
    }
    return out;
}
ServiceAreas drawn(const std::vector<double>& metres, const std::vector<Metres>& radii,
                   unsigned threads = 1) {
    Progress quiet;
    std::vector<Cost> bands;
    for (const Metres radius : radii) bands.push_back(cost_of(radius));
    return draw_service_areas(stations_east_of_xining(metres), std::move(bands), threads, quiet);
}

TEST(ServiceAreas, AreDrawnByBandThenInTheOrderOfTheList) {
    const ServiceAreas areas = drawn({9000.0, 0.0}, {kilometres(2), kilometres(1)});
    ASSERT_EQ(areas.areas.size(), 4U);
    EXPECT_EQ(areas.bands, (std::vector{Cost::whole(1000), Cost::whole(2000)})) << "rising";
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(areas.areas[i].band, i / 2);
        EXPECT_EQ(areas.areas[i].facility, i % 2);
        const double radius = areas.bands[i / 2].value() / 1000.0;
        EXPECT_NEAR(areas.areas[i].area.value(), pi * radius * radius, 2e-5 * pi * radius * radius);
    }
}

TEST(ServiceAreas, ApartFromEachOtherAddUp) {
    const ServiceAreas areas = drawn({0.0, 5000.0, 10'000.0}, {kilometres(1), kilometres(2)});
    ASSERT_EQ(areas.union_km2.size(), 2U);
    EXPECT_NEAR(areas.union_km2[0], 3.0 * pi, 1e-4);
    EXPECT_NEAR(areas.union_km2[1], 12.0 * pi, 1e-4);
}

TEST(ServiceAreas, LandUnderSeveralCountsOnce) {
    // One radius apart, two circles share r^2 (2 pi / 3 - sqrt(3) / 2).
    const double lens = 4.0 * (2.0 * pi / 3.0 - std::sqrt(3.0) / 2.0);
    EXPECT_NEAR(drawn({0.0, 2000.0}, {kilometres(2)}).union_km2[0], 8.0 * pi - lens, 1e-4);
    EXPECT_NEAR(drawn({0.0, 0.0, 0.0}, {kilometres(2)}).union_km2[0], 4.0 * pi, 1e-4)
        << "three stations in one house";
}

TEST(ServiceAreas, OfNoStationsAreNone) {
    const ServiceAreas areas = drawn({}, {kilometres(2)});
    EXPECT_TRUE(areas.areas.empty());
    EXPECT_EQ(areas.union_km2, std::vector{0.0});
}

TEST(ServiceAreas, AreTheSameOnFourThreads) {
    std::vector<double> metres;
    for (int i = 0; i < 500; ++i) metres.push_back(37.0 * i);
    const ServiceAreas one = drawn(metres, {kilometres(1), Metres{300}});
    const ServiceAreas four = drawn(metres, {kilometres(1), Metres{300}}, 4);
    EXPECT_EQ(one.union_km2, four.union_km2);
    for (std::size_t i = 0; i < one.areas.size(); ++i)
        EXPECT_EQ(one.areas[i].shape.parts[0].rings, four.areas[i].shape.parts[0].rings);
}

TEST(ServiceAreas, ReachTheRadiusInEveryDirection) {
    const ServiceAreas areas = drawn({0.0}, {kilometres(30)});
    const geo::Ring& ring = areas.areas[0].shape.parts[0].rings[0];
    for (const geo::LonLat corner : ring) {
        const double distance = geo::geodesic_distance({101.778, 36.617}, corner).value();
        EXPECT_GE(distance, 30'000.0);
        EXPECT_LE(distance, 30'000.0 * 1.0003);
    }
    EXPECT_EQ(ring.front(), ring.back());
}

TEST(ServiceAreas, WithAnImpossibleRadiusAreRefused) {
    for (const double metres : {0.0, -1.0, 2e6, std::nan("")}) {
        const auto error = test::error_of([&] { (void)drawn({0.0}, {Metres{metres}}); });
        ASSERT_TRUE(error) << metres;
        EXPECT_EQ(error->kind(), ErrorKind::usage);
    }
}

TEST(ServiceAreas, AreWrittenWithoutAFigureOfDemand) {
    test::MemoryLayers store;
    io::write_service_areas(stations_east_of_xining({0.0}), drawn({0.0}, {kilometres(1)}), store);
    const test::MemoryLayers::Layer& layer = store.layer("service_areas");
    ASSERT_EQ(layer.rows.size(), 1U);
    EXPECT_EQ(layer.text(0, "facility_id"), "s1");
    EXPECT_EQ(layer.text(0, "radius_m"), "1000");
    EXPECT_TRUE(std::holds_alternative<std::monostate>(layer.cell(0, "demand_served")));
}

}  // namespace
}  // namespace yiquan::audit
