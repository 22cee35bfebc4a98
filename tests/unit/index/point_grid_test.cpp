// SPDX-License-Identifier: MIT
#include "core/index/point_grid.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "core/index/cover_count.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan::index {
namespace {

using geo::GeodesicCircle;
using geo::LonLat;

CoverCount cover_by_looking(const std::vector<LonLat>& points, const std::vector<GeodesicCircle>& circles,
                            const std::vector<Persons>& weights) {
    CoverCount out;
    out.count.resize(points.size());
    out.only.assign(points.size(), CoverCount::none);
    out.within.resize(circles.size());
    for (std::size_t p = 0; p < points.size(); ++p) {
        for (std::uint32_t c = 0; c < circles.size(); ++c) {
            if (!circles[c].contains_exactly(points[p])) continue;
            ++out.count[p];
            out.only[p] = out.count[p] == 1 ? c : CoverCount::none;
            out.within[c] += weights[p];
        }
    }
    return out;
}

void expect_counts(const std::vector<LonLat>& points, const std::vector<GeodesicCircle>& circles,
                   test::Dice& dice, const std::string& scene) {
    std::vector<Persons> weights;
    for (std::size_t i = 0; i < points.size(); ++i)
        weights.push_back(Persons::nearest(dice.between(0.0, 9.0)));
    const CoverCount expected = cover_by_looking(points, circles, weights);
    const PointGrid grid(points);
    for (const unsigned threads : {1U, 4U}) {
        Progress quiet;
        const CoverCount actual = count_cover(grid, circles, weights, threads, quiet);
        ASSERT_EQ(actual.count, expected.count) << scene << ", " << threads << " threads";
        ASSERT_EQ(actual.only, expected.only) << scene << ", " << threads << " threads";
        ASSERT_EQ(actual.within, expected.within) << scene << ", " << threads << " threads";
    }
}

struct Scene {
    std::string name;
    geo::Box box;
    double least_radius;
    double most_radius;
};

const std::vector<Scene> scenes{
    {"Qinghai, one radius", {90.0, 31.5, 103.0, 39.0}, 15'000.0, 15'000.0},
    {"Qinghai, mixed radii", {90.0, 31.5, 103.0, 39.0}, 100.0, 500'000.0},
    {"one town", {101.7, 36.5, 101.9, 36.7}, 300.0, 3'000.0},
    {"one street", {101.7, 36.5, 101.70001, 36.6}, 50.0, 3'000.0},
    {"one square metre", {101.7, 36.5, 101.70001, 36.50001}, 0.01, 2.0},
    {"the whole Earth", {-180.0, -90.0, 180.0, 90.0}, 100.0, 900'000.0},
    {"around the north pole", {-180.0, 88.0, 180.0, 90.0}, 1'000.0, 400'000.0},
    {"around the south pole", {-180.0, -90.0, 180.0, -89.5}, 100.0, 100'000.0},
    {"near the pole, on one side", {5.0, 85.0, 60.0, 89.9}, 1'000.0, 400'000.0},
    {"across the date line", {179.0, -20.0, 181.0, -15.0}, 1'000.0, 100'000.0},
    {"circles larger than the place", {101.0, 36.0, 101.5, 36.5}, 400'000.0, 900'000.0}};

LonLat any_place(test::Dice& dice, const geo::Box& box) {
    LonLat p{dice.between(box.west, box.east), dice.between(box.south, box.north)};
    if (p.lon > 180.0) p.lon -= 360.0;
    return p;
}

TEST(CountCover, AgreesWithLookingAtEveryPairInScenesOfEveryKind) {
    test::Dice dice(91);
    for (const Scene& scene : scenes) {
        for (int round = 0; round < 30; ++round) {
            std::vector<LonLat> points;
            const std::size_t count = dice.below(4) == 0 ? dice.below(5) : dice.below(500);
            while (points.size() < count) {
                const LonLat p = any_place(dice, scene.box);
                const std::size_t copies = dice.below(10) == 0 ? 1 + dice.below(5) : 1;
                points.insert(points.end(), copies, p);
            }
            std::vector<GeodesicCircle> circles;
            const std::size_t circle_count = dice.below(30);
            for (std::size_t c = 0; c < circle_count; ++c) {
                const bool on_a_point = !points.empty() && dice.below(3) == 0;
                const LonLat centre =
                    on_a_point ? points[dice.below(points.size())] : any_place(dice, scene.box);
                circles.emplace_back(centre, Metres{std::exp(dice.between(std::log(scene.least_radius),
                                                                          std::log(scene.most_radius)))});
            }
            expect_counts(points, circles, dice, scene.name);
        }
    }
}

TEST(CountCover, ManyPointsAndFineCellsChangeNothing) {
    test::Dice dice(92);
    for (const Scene& scene : scenes) {
        std::vector<LonLat> points;
        for (int i = 0; i < 20'000; ++i) points.push_back(any_place(dice, scene.box));
        std::vector<GeodesicCircle> circles;
        for (int c = 0; c < 6; ++c) {
            circles.emplace_back(any_place(dice, scene.box),
                                 Metres{dice.between(scene.least_radius, scene.most_radius)});
        }
        expect_counts(points, circles, dice, scene.name);
    }
}

TEST(CountCover, APointExactlyOnTheRadiusIsCounted) {
    test::Dice dice(93);
    const LonLat centre{101.8, 36.6};
    std::vector<LonLat> points;
    for (int i = 0; i < 300; ++i)
        points.push_back(geodesic_destination(centre, dice.between(0.0, 360.0), kilometres(15)));
    std::vector<GeodesicCircle> circles;
    for (const LonLat p : points) circles.emplace_back(centre, geodesic_distance(centre, p));
    expect_counts(points, circles, dice, "rim");
}

TEST(CountCover, PointsInALineOrInOnePlaceAreCounted) {
    test::Dice dice(94);
    std::vector<LonLat> parallel;
    std::vector<LonLat> meridian;
    const std::vector<LonLat> heap(3'000, LonLat{101.8, 36.6});
    for (int i = 0; i < 3'000; ++i) {
        parallel.push_back({101.0 + i * 1e-3, 36.6});
        meridian.push_back({101.8, 35.0 + i * 1e-3});
    }
    std::vector<GeodesicCircle> circles;
    for (int c = 0; c < 20; ++c)
        circles.emplace_back(LonLat{dice.between(101.0, 104.0), dice.between(35.0, 38.0)}, kilometres(40));
    circles.emplace_back(LonLat{101.8, 36.6}, Metres{0.001});
    expect_counts(parallel, circles, dice, "along a parallel");
    expect_counts(meridian, circles, dice, "along a meridian");
    expect_counts(heap, circles, dice, "one heap");
}

TEST(CountCover, APointOnEitherSideOfTheDateLineIsCountedOnce) {
    test::Dice dice(95);
    // So few points share one cell that reaches round the Earth.
    expect_counts({{-179.95, 0.0}, {179.95, 0.0}}, {{{180.0, 0.0}, kilometres(50)}}, dice, "two points");
    expect_counts({{-179.95, 0.0}, {179.95, 0.0}, {0.0, 0.0}}, {{{-180.0, 0.0}, kilometres(50)}}, dice,
                  "three");
    expect_counts({{-180.0, 5.0}, {180.0, 5.0}}, {{{179.0, 5.0}, kilometres(200)}}, dice, "the line itself");
}

TEST(CountCover, ACircleAroundThePoleReachesEveryMeridian) {
    test::Dice dice(96);
    std::vector<LonLat> points;
    for (int i = 0; i < 36'000; ++i) points.push_back({-180.0 + i * 0.01, dice.between(89.0, 90.0)});
    for (const double lon : {-180.0, -10.0, 0.0, 10.0, 100.0, 180.0}) {
        expect_counts(points, {{{lon, 89.5}, kilometres(120)}, {{lon, 90.0}, kilometres(30)}}, dice,
                      "pole from " + std::to_string(lon));
    }
}

TEST(CountCover, NoPointsAndNoCirclesGiveEmptyAnswers) {
    Progress quiet;
    const PointGrid nowhere({});
    const std::vector<GeodesicCircle> circles{{{101.0, 36.0}, kilometres(1)}};
    const CoverCount empty = count_cover(nowhere, circles, {}, 4, quiet);
    EXPECT_TRUE(empty.count.empty());
    EXPECT_EQ(empty.within, std::vector<Persons>{Persons{}});

    const std::vector<LonLat> points{{101.0, 36.0}};
    const std::vector<Persons> weights{Persons::whole(7)};
    const CoverCount none = count_cover(PointGrid{points}, {}, weights, 4, quiet);
    EXPECT_EQ(none.count, std::vector<std::uint32_t>{0});
    EXPECT_EQ(none.only, std::vector<std::uint32_t>{CoverCount::none});
}

TEST(CountCover, CanBeCancelled) {
    class Impatient final : public Progress {
        [[nodiscard]] bool cancelled() const override { return true; }
    } impatient;
    const std::vector<LonLat> points{{101.0, 36.0}};
    const std::vector<Persons> weights{Persons::whole(1)};
    EXPECT_THROW((void)count_cover(PointGrid{points}, {}, weights, 2, impatient), Error);
}

TEST(PointGrid, KeepsEveryPointOnceAndTheOrderWithinACell) {
    test::Dice dice(97);
    std::vector<LonLat> points;
    for (int i = 0; i < 5'000; ++i) points.push_back({dice.between(101.0, 102.0), dice.between(36.0, 37.0)});
    points.insert(points.end(), 100, LonLat{101.5, 36.5});
    const PointGrid grid(points);
    std::vector<std::uint32_t> order(grid.order().begin(), grid.order().end());
    std::vector<std::uint32_t> heap;
    for (const std::uint32_t point : order) {
        if (points[point] == LonLat{101.5, 36.5}) heap.push_back(point);
    }
    EXPECT_EQ(heap.size(), 100U);
    EXPECT_TRUE(std::is_sorted(heap.begin(), heap.end()));
    std::sort(order.begin(), order.end());
    for (std::uint32_t i = 0; i < order.size(); ++i) ASSERT_EQ(order[i], i);
    EXPECT_EQ(grid.row_start(0), 0U);
    EXPECT_EQ(grid.row_start(grid.rows()), points.size());
}

TEST(PointGrid, RunsNeverOverlapAndSureOnesAreInside) {
    test::Dice dice(98);
    for (const Scene& scene : scenes) {
        std::vector<LonLat> points;
        for (int i = 0; i < 3'000; ++i) points.push_back(any_place(dice, scene.box));
        const PointGrid grid(points);
        for (int c = 0; c < 20; ++c) {
            const GeodesicCircle circle{any_place(dice, scene.box),
                                        Metres{dice.between(scene.least_radius, scene.most_radius)}};
            std::vector<int> visits(points.size());
            grid.visit(
                circle,
                [&](std::size_t first, std::size_t last) {
                    for (std::size_t slot = first; slot < last; ++slot) {
                        ++visits[slot];
                        ASSERT_TRUE(circle.contains_exactly(grid.place(slot))) << scene.name;
                    }
                },
                [&](std::size_t first, std::size_t last) {
                    for (std::size_t slot = first; slot < last; ++slot) ++visits[slot];
                });
            for (std::size_t slot = 0; slot < visits.size(); ++slot) {
                ASSERT_LE(visits[slot], 1) << scene.name;
                ASSERT_TRUE(visits[slot] == 1 || !circle.contains_exactly(grid.place(slot))) << scene.name;
            }
        }
    }
}

}  // namespace
}  // namespace yiquan::index
