// SPDX-License-Identifier: MIT
#include "core/coverage/gaps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/coverage/air_access.hpp"
#include "core/coverage/nearest.hpp"
#include "core/coverage/remotest_place.hpp"
#include "core/coverage/service_area.hpp"
#include "core/geo/area.hpp"
#include "core/geo/geodesic.hpp"
#include "core/index/cover_count.hpp"
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

index::NearestTree tree_over(const std::vector<LonLat>& facilities) {
    std::vector<geo::Ecef> places;
    for (const LonLat p : facilities) places.push_back(geo::to_ecef(p));
    return index::NearestTree{places};
}

AirAccess access_over(const std::vector<LonLat>& places, Metres radius) {
    std::vector<Facility> facilities(places.size());
    std::vector<std::uint32_t> all(places.size());
    for (std::uint32_t i = 0; i < places.size(); ++i) facilities[all[i] = i].place = places[i];
    return {facilities, all, {cost_of(radius)}, 1};
}

double to_nearest(LonLat p, const std::vector<LonLat>& facilities) {
    double best = std::numeric_limits<double>::infinity();
    for (const LonLat f : facilities) best = std::min(best, geodesic_distance(p, f).value());
    return best;
}

TEST(RemotestPlace, IsAsFarAsFineSamplingFinds) {
    test::Dice dice(171);
    for (int round = 0; round < 40; ++round) {
        const LonLat centre{dice.between(91.0, 102.0), dice.between(32.0, 38.0)};
        MultiPolygon shape{{geo::Polygon{{test::random_star(centre, 0.2, 1.0, 3 + dice.below(30), dice)}}}};
        if (round % 3 == 0)
            shape.parts[0].rings.push_back(test::random_star(centre, 0.05, 0.15, 3 + dice.below(9), dice));
        std::vector<LonLat> facilities;
        const std::size_t count = 1 + dice.below(30);
        for (std::size_t i = 0; i < count; ++i)
            facilities.push_back(
                {centre.lon + dice.between(-1.5, 1.5), centre.lat + dice.between(-1.5, 1.5)});
        const LonLat found = remotest_place(shape, tree_over(facilities));
        const double distance = to_nearest(found, facilities);

        const index::PolygonLocator inside({&shape, 1});
        const geo::Ring& shell = shape.parts[0].rings[0];
        EXPECT_TRUE(inside.locate(found) == 0U ||
                    std::find(shell.begin(), shell.end(), found) != shell.end());
        const auto expect_no_farther = [&](LonLat p) {
            const double sampled = to_nearest(p, facilities);
            // 0.1 % or 5 m are promised; chord and geodesic differ by a millionth.
            ASSERT_LE(sampled, distance + std::max(5.0, 1e-3 * sampled) + 1e-5 * sampled) << round;
        };
        for (int i = 0; i < 4'000; ++i) {
            const LonLat p{centre.lon + dice.between(-1.0, 1.0), centre.lat + dice.between(-1.0, 1.0)};
            if (inside.locate(p) == 0U) expect_no_farther(p);
        }
        for (const LonLat corner : shell) expect_no_farther(corner);
    }
}

TEST(RemotestPlace, OfABoxWithAStationInItsMiddleIsACorner) {
    const LonLat found = remotest_place(box(100.0, 35.0, 101.0, 36.0), tree_over({{100.5, 35.5}}));
    // The southern parallel is the longer one.
    EXPECT_EQ(found.lat, 35.0);
    EXPECT_TRUE(found.lon == 100.0 || found.lon == 101.0);
}

TEST(RemotestPlace, OfANeedleEndsSoonAndLiesInIt) {
    const MultiPolygon needle{
        {geo::Polygon{{{{100.0, 35.0}, {103.0, 36.0}, {103.0, 36.0 + 1e-9}, {100.0, 35.0}}}}}};
    const LonLat found = remotest_place(needle, tree_over({{100.0, 35.0}, {103.0, 36.0}}));
    EXPECT_NEAR((found.lat - 35.0) * 3.0, found.lon - 100.0, 1e-6);
}

/// Gaps as the audit makes them: drawn, then filled with the demand that exact counting leaves uncovered.
struct Scene {
    std::vector<MultiPolygon> shapes;
    std::vector<GeodesicCircle> circles;
    std::vector<LonLat> facilities;
    std::vector<LonLat> places;
    std::vector<Persons> people;
    std::vector<demand::ZoneIndex> zone_of;
    std::vector<Persons> uncovered;  // per zone

    Scene(std::vector<MultiPolygon> shapes_in, std::size_t stations, double radius, std::size_t demand,
          test::Dice& dice)
        : shapes(std::move(shapes_in)) {
        for (std::size_t i = 0; i < stations; ++i) {
            facilities.push_back({dice.between(100.0, 102.0), dice.between(35.0, 37.0)});
            circles.emplace_back(facilities.back(), Metres{radius});
        }
        for (std::size_t i = 0; i < demand; ++i) {
            // Half of the demand lies within two metres of an edge, where drawing and counting may disagree.
            if (i % 2 == 0 && stations > 0) {
                places.push_back(geodesic_destination(facilities[dice.below(stations)],
                                                      dice.between(0.0, 360.0),
                                                      Metres{radius + dice.between(-2.0, 2.0)}));
            } else {
                places.push_back({dice.between(99.9, 102.1), dice.between(34.9, 37.1)});
            }
            people.push_back(Persons::nearest(dice.between(0.0, 1000.0)));
        }
        const index::PolygonLocator locator(shapes);
        uncovered.resize(shapes.size());
        for (const LonLat p : places) zone_of.push_back(locator.locate(p));
    }

    std::vector<Gap> gaps(unsigned threads) {
        Progress quiet;
        const AirAccess access = access_over(facilities, kilometres(1));
        Gaps gaps(draw_zones(circles, zones_of(shapes), threads, quiet), access, threads, quiet);
        const auto cover = index::count_cover(index::PointGrid{places}, circles, people, threads, quiet);
        uncovered.assign(shapes.size(), {});
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (cover.count[i] > 0) continue;
            gaps.add(places[i], zone_of[i], people[i]);
            if (zone_of[i] != demand::no_zone) uncovered[zone_of[i]] += people[i];
        }
        return std::move(gaps).ranked();
    }
};

TEST(Gaps, PeopleAddUpToTheUncoveredOfEachZone) {
    test::Dice dice(172);
    for (int round = 0; round < 8; ++round) {
        Scene scene(
            test::random_tiling({100.0, 35.0, 102.0, 37.0}, 1 + dice.below(5), 1 + dice.below(5), dice),
            dice.below(60), dice.between(2'000.0, 25'000.0), 2'000, dice);
        const std::vector<Gap> gaps = scene.gaps(2);
        std::vector<Persons> in_gaps(scene.shapes.size());
        for (const Gap& gap : gaps) in_gaps[gap.zone] += gap.people;
        EXPECT_EQ(in_gaps, scene.uncovered) << round;
        EXPECT_TRUE(std::is_sorted(gaps.begin(), gaps.end(),
                                   [](const Gap& a, const Gap& b) { return a.people > b.people; }));
        for (const Gap& gap : gaps) {
            if (scene.facilities.empty()) {
                EXPECT_EQ(gap.remotest.facility, no_facility);
                EXPECT_EQ(gap.remotest.cost, no_cost);
                continue;
            }
            if (gap.shape.empty()) continue;
            const double farthest = gap.remotest.cost.value();
            EXPECT_NEAR(farthest, to_nearest(gap.remotest.place, scene.facilities), 1e-5 * farthest);
            EXPECT_GE(farthest, 0.999 * scene.circles[0].radius().value());
            EXPECT_EQ(gap.area, geo::area(gap.shape));
        }
    }
}

TEST(Gaps, AreTheSameOnAnyNumberOfThreads) {
    test::Dice dice(173);
    Scene scene(test::random_tiling({100.0, 35.0, 102.0, 37.0}, 4, 4, dice), 40, 12'000.0, 2'000, dice);
    const std::vector<Gap> one = scene.gaps(1);
    const std::vector<Gap> four = scene.gaps(4);
    ASSERT_EQ(one.size(), four.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(one[i].people, four[i].people);
        EXPECT_EQ(one[i].remotest.place, four[i].remotest.place);
        EXPECT_EQ(one[i].area, four[i].area);
    }
}

TEST(Gaps, DemandInAZoneWithoutADrawnGapStillCounts) {
    std::vector<DrawnZone> drawn(2);
    drawn[0].covered = box(100.0, 35.0, 101.0, 36.0);
    drawn[1].gap = box(101.0, 35.0, 102.0, 36.0);
    Progress quiet;
    Gaps gaps(drawn, access_over({{100.5, 35.5}}, kilometres(1)), 1, quiet);
    gaps.add({100.5, 35.6}, 0, Persons::whole(3));
    gaps.add({100.6, 35.6}, 0, Persons::whole(4));
    gaps.add({101.5, 35.5}, 1, Persons::whole(5));
    gaps.add({100.999, 35.5}, 1, Persons::whole(6));  // put on the wrong side of the border by a hair
    gaps.add({110.0, 35.5}, demand::no_zone, Persons::whole(100));
    const std::vector<Gap> ranked = std::move(gaps).ranked();
    ASSERT_EQ(ranked.size(), 2U);
    EXPECT_EQ(ranked[0].zone, 1U);
    EXPECT_EQ(ranked[0].people, Persons::whole(11));
    EXPECT_EQ(ranked[1].zone, 0U);
    EXPECT_EQ(ranked[1].people, Persons::whole(7));
    EXPECT_TRUE(ranked[1].shape.empty());
}

TEST(NearestFacilities, AgreeWithLookingAtEveryPair) {
    test::Dice dice(174);
    std::vector<LonLat> facilities;
    std::vector<LonLat> places;
    for (int i = 0; i < 200; ++i) facilities.push_back({dice.between(90.0, 103.0), dice.between(32.0, 39.0)});
    facilities.push_back(facilities[7]);  // a twin: the first one answers
    for (int i = 0; i < 20'000; ++i) places.push_back({dice.between(89.0, 104.0), dice.between(31.0, 40.0)});
    places[0] = facilities[7];
    Progress quiet;
    const auto tree = tree_over(facilities);
    const Nearest one = nearest_facilities(places, tree, facilities, 1, quiet);
    const Nearest four = nearest_facilities(places, tree, facilities, 4, quiet);
    EXPECT_EQ(one.facility, four.facility);
    EXPECT_EQ(one.distance, four.distance);
    EXPECT_EQ(one.facility[0], 7U);
    EXPECT_EQ(one.distance[0], Metres{0.0});
    for (std::size_t i = 0; i < 1'000; ++i) {
        const double expected = to_nearest(places[i], facilities);
        EXPECT_NEAR(one.distance[i].value(), expected, 1e-6 * expected);
        EXPECT_EQ(one.distance[i], geodesic_distance(places[i], facilities[one.facility[i]]));
    }
}

TEST(NearestFacilities, WithoutFacilitiesAreInfinitelyFar) {
    Progress quiet;
    const std::vector<LonLat> places{{101.0, 36.0}};
    const Nearest nearest = nearest_facilities(places, tree_over({}), {}, 2, quiet);
    EXPECT_EQ(nearest.facility, std::vector<std::uint32_t>{index::NearestTree::none});
    EXPECT_TRUE(std::isinf(nearest.distance[0].value()));
}

}  // namespace
}  // namespace yiquan::coverage
