// SPDX-License-Identifier: MIT
#include "core/coverage/covered_area.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <vector>

#include "core/base/error.hpp"
#include "core/geo/area.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/overlay.hpp"
#include "tests/unit/base/dice.hpp"
#include "tests/unit/index/random_tiling.hpp"

namespace yiquan::coverage {
namespace {

using geo::GeodesicCircle;
using geo::LonLat;
using geo::MultiPolygon;

constexpr double pi = std::numbers::pi;
constexpr double million_m2 = 1e6;

double union_km2(const std::vector<GeodesicCircle>& circles, unsigned threads = 1) {
    Progress quiet;
    return union_area_km2(circles, threads, quiet);
}

demand::Zones zones_of(const std::vector<MultiPolygon>& shapes) {
    demand::Zones zones;
    for (const MultiPolygon& shape : shapes) zones.push_back({{}, {}, {}, {}, shape, geo::area(shape)});
    return zones;
}

std::vector<double> covered_km2(const std::vector<GeodesicCircle>& circles,
                                const std::vector<MultiPolygon>& shapes, unsigned threads = 1) {
    Progress quiet;
    std::vector<double> out;
    for (const SquareKilometres area :
         covered_areas(circles, zones_of(shapes), index::PolygonLocator{shapes}, threads, quiet))
        out.push_back(area.value());
    return out;
}

double sum(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

MultiPolygon box(double west, double south, double east, double north) {
    return {{geo::Polygon{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}}}};
}

/// A polygon of geodesic corners, drawn without any of the code under test.
MultiPolygon fine_polygon(const GeodesicCircle& circle, int corners = 1024) {
    geo::Ring ring;
    for (int i = 0; i < corners; ++i)
        ring.push_back(geodesic_destination(circle.centre(), -360.0 * i / corners, circle.radius()));
    ring.push_back(ring.front());
    return {{geo::Polygon{{ring}}}};
}

/// A regular polygon of n corners holds n/2 sin(2 pi/n) / pi of its circle: 6.3e-6 less for 1,024 corners.
double union_by_geos(const std::vector<GeodesicCircle>& circles) {
    std::vector<MultiPolygon> parts;
    for (const GeodesicCircle& circle : circles) parts.push_back(fine_polygon(circle));
    double km2 = 0.0;
    for (const geo::Polygon& part : geo::union_of(parts).parts) {
        for (std::size_t i = 0; i < part.rings.size(); ++i)
            km2 += (i == 0 ? 1.0 : -1.0) * std::abs(geo::signed_area(part.rings[i])) / million_m2;
    }
    return km2;
}

TEST(UnionArea, OfOneCircleAgreesWithGeographicLib) {
    // 100,000 corners by GeodSolve, area by Planimeter -p 9 (GeographicLib 2.1.2). The edge is right to
    // 2.4e-9 of the radius at 15 km and parts with its square, so the area to twice that.
    EXPECT_NEAR(union_km2({{{101.8, 36.6}, kilometres(15)}}) / 706.8580201602, 1.0, 1e-8);
    EXPECT_NEAR(union_km2({{{98.0, 34.0}, kilometres(1)}}) / 3.1415926426, 1.0, 1e-8);
    EXPECT_NEAR(union_km2({{{20.0, 60.0}, kilometres(50)}}) / 7853.9415416512, 1.0, 6e-8);
    EXPECT_NEAR(union_km2({{{0.0, 0.0}, kilometres(100)}}) / 31415.2786356100, 1.0, 3e-7);
    EXPECT_NEAR(union_km2({{{93.0, 38.5}, kilometres(300)}}) / 282691.1356981312, 1.0, 3e-6);
}

TEST(UnionArea, OfOneCircleIsThatOfACapOfTheLocalSphere) {
    // pi r^2 (1 - r^2 / 12 R^2) with R^2 = M N, the Gaussian radius of curvature.
    test::Dice dice(141);
    for (int i = 0; i < 500; ++i) {
        const LonLat centre{dice.between(-180.0, 180.0), dice.between(-80.0, 80.0)};
        const double r = std::exp(dice.between(std::log(10.0), std::log(30'000.0)));
        const double e2 = geo::wgs84::eccentricity2;
        const double s = std::sin(centre.lat * pi / 180.0);
        const double gauss = geo::wgs84::semi_major * std::sqrt(1.0 - e2) / (1.0 - e2 * s * s);
        const double expected = pi * r * r * (1.0 - r * r / (12.0 * gauss * gauss)) / million_m2;
        // A 10-m circle has its places rounded to 2 nm.
        EXPECT_NEAR(union_km2({{centre, Metres{r}}}) / expected, 1.0, 3e-8 + 1e-8 / r)
            << r << ' ' << centre.lat;
    }
}

TEST(UnionArea, OfCirclesApartIsTheSum) {
    const std::vector<GeodesicCircle> circles{
        {{101.0, 36.0}, kilometres(15)}, {{95.0, 33.0}, kilometres(5)}, {{90.0, 38.0}, kilometres(1)}};
    double expected = 0.0;
    for (const GeodesicCircle& circle : circles) expected += union_km2({circle});
    EXPECT_NEAR(union_km2(circles) / expected, 1.0, 1e-9);
}

TEST(UnionArea, EqualCirclesCountOnceHoweverOftenListed) {
    const GeodesicCircle circle{{101.0, 36.0}, kilometres(15)};
    const double once = union_km2({circle});
    EXPECT_DOUBLE_EQ(union_km2({circle, circle}), once);
    EXPECT_DOUBLE_EQ(union_km2(std::vector<GeodesicCircle>(200, circle)), once);
}

TEST(UnionArea, CirclesWithinACircleAddNothing) {
    const GeodesicCircle large{{101.0, 36.0}, kilometres(15)};
    std::vector<GeodesicCircle> circles{large};
    test::Dice dice(142);
    for (int i = 0; i < 50; ++i) {
        const LonLat centre = geodesic_destination(large.centre(), dice.between(0.0, 360.0),
                                                   Metres{dice.between(0.0, 9'900.0)});
        circles.emplace_back(centre, kilometres(5));
    }
    circles.emplace_back(large.centre(), kilometres(3));
    EXPECT_NEAR(union_km2(circles) / union_km2({large}), 1.0, 1e-12);
}

TEST(UnionArea, OfTwoEqualCirclesIsTheLensFormula) {
    // In the plane 2 pi r^2 - (2 r^2 acos(d / 2r) - d/2 sqrt(4 r^2 - d^2)); at 1 km curvature is below 1e-8.
    for (const double d : {1.0, 100.0, 500.0, 1'000.0, 1'500.0, 1'900.0, 1'999.0, 1'999.999}) {
        for (const double azimuth : {0.0, 90.0, 33.0}) {
            const double r = 1'000.0;
            const LonLat first{101.8, 36.6};
            const LonLat second = geodesic_destination(first, azimuth, Metres{d});
            const double lens =
                2.0 * r * r * std::acos(d / (2.0 * r)) - d / 2.0 * std::sqrt(4.0 * r * r - d * d);
            const double expected = (2.0 * pi * r * r - lens) / million_m2;
            EXPECT_NEAR(union_km2({{first, Metres{r}}, {second, Metres{r}}}) / expected, 1.0, 2e-8) << d;
        }
    }
}

std::vector<GeodesicCircle> scattered(std::size_t count, const geo::Box& area, double least, double most,
                                      test::Dice& dice) {
    std::vector<GeodesicCircle> circles;
    for (std::size_t i = 0; i < count; ++i) {
        circles.emplace_back(LonLat{dice.between(area.west, area.east), dice.between(area.south, area.north)},
                             Metres{std::exp(dice.between(std::log(least), std::log(most)))});
    }
    return circles;
}

TEST(UnionArea, OfScatteredCirclesAgreesWithGeos) {
    test::Dice dice(143);
    for (int round = 0; round < 12; ++round) {
        const bool one_radius = round % 2 == 0;
        const auto circles = scattered(2 + dice.below(80), {100.0, 35.0, 102.0, 37.0},
                                       one_radius ? 9'000.0 : 500.0, one_radius ? 9'000.0 : 40'000.0, dice);
        EXPECT_NEAR(union_km2(circles) / union_by_geos(circles), 1.0, 2e-5) << round;
    }
}

/// Sets that are hard on the solver: everything touches, coincides or meets in one point.
std::vector<std::vector<GeodesicCircle>> awkward_sets() {
    std::vector<std::vector<GeodesicCircle>> sets;
    const LonLat origin{101.8, 36.6};
    const Metres r = kilometres(5);
    // A chain along a meridian and one along a geodesic, each circle touching the next.
    std::vector<GeodesicCircle> chain;
    for (int i = 0; i < 30; ++i) {
        chain.emplace_back(geodesic_destination(origin, 0.0, kilometres(10.0 * i)), r);
        chain.emplace_back(geodesic_destination(origin, 77.0, kilometres(10.0 * i)), r);
    }
    sets.push_back(chain);
    // A square lattice, where four circles meet in one point, and one where neighbours touch.
    for (const double step : {0.07, 0.1}) {
        std::vector<GeodesicCircle> lattice;
        const double degree_east = 111'320.0 * std::cos(36.6 * pi / 180.0);
        for (int x = 0; x < 12; ++x) {
            for (int y = 0; y < 12; ++y) {
                lattice.emplace_back(
                    LonLat{101.0 + x * step * 100'000.0 / degree_east, 36.0 + y * step * 0.9}, r);
            }
        }
        sets.push_back(lattice);
    }
    // A flower: six circles through the centre of the seventh.
    std::vector<GeodesicCircle> flower{{origin, r}};
    for (int i = 0; i < 6; ++i) flower.emplace_back(geodesic_destination(origin, 60.0 * i, r), r);
    sets.push_back(flower);
    // Circles inside a large one that touch its edge, from within and from without.
    std::vector<GeodesicCircle> rim{{origin, kilometres(15)}};
    for (int i = 0; i < 40; ++i) {
        rim.emplace_back(geodesic_destination(origin, 9.0 * i, kilometres(10)), r);
        rim.emplace_back(geodesic_destination(origin, 9.0 * i + 4.0, kilometres(20)), r);
    }
    sets.push_back(rim);
    // The same station, written down again and again with less and less care.
    std::vector<GeodesicCircle> copies;
    for (int i = 0; i < 60; ++i) {
        copies.emplace_back(geodesic_destination(origin, 37.0 * i, Metres{std::pow(10.0, i / 6.0 - 10.0)}),
                            r);
    }
    sets.push_back(copies);
    return sets;
}

TEST(UnionArea, OfCirclesThatTouchOrCoincideAgreesWithGeos) {
    for (const auto& circles : awkward_sets()) {
        EXPECT_NEAR(union_km2(circles) / union_by_geos(circles), 1.0, 2e-5) << circles.size();
    }
}

TEST(UnionArea, DoesNotDependOnACircleFarAway) {
    // The sum around the edge is measured from the first circle's parallel: an edge with a gap would show.
    const GeodesicCircle far{{80.0, 10.0}, kilometres(1)};
    const double own = union_km2({far});
    test::Dice dice(144);
    auto sets = awkward_sets();
    for (int i = 0; i < 20; ++i)
        sets.push_back(scattered(300, {100.0, 35.0, 102.0, 37.0}, 500.0, 40'000.0, dice));
    for (auto circles : sets) {
        const double alone = union_km2(circles);
        circles.insert(circles.begin(), far);
        EXPECT_NEAR((union_km2(circles) - own) / alone, 1.0, 1e-7) << circles.size();
    }
}

TEST(UnionArea, DoesNotDependOnTheOrderOfTheList) {
    test::Dice dice(145);
    auto sets = awkward_sets();
    sets.push_back(scattered(300, {100.0, 35.0, 102.0, 37.0}, 500.0, 40'000.0, dice));
    for (auto circles : sets) {
        const double forwards = union_km2(circles);
        std::reverse(circles.begin(), circles.end());
        EXPECT_NEAR(union_km2(circles) / forwards, 1.0, 1e-9);
    }
}

TEST(UnionArea, HasTheSameBitsOnAnyNumberOfThreads) {
    test::Dice dice(146);
    const auto circles = scattered(1'000, {90.0, 32.0, 103.0, 39.0}, 5'000.0, 40'000.0, dice);
    const double one = union_km2(circles, 1);
    for (const unsigned threads : {2U, 4U, 7U}) EXPECT_EQ(union_km2(circles, threads), one);
}

TEST(UnionArea, OfNothingIsZeroAndCancelledWorkStops) {
    EXPECT_EQ(union_km2({}), 0.0);
    class Impatient final : public Progress {
        [[nodiscard]] bool cancelled() const override { return true; }
    } impatient;
    const std::vector<GeodesicCircle> one{{{101.0, 36.0}, kilometres(1)}};
    EXPECT_THROW((void)union_area_km2(one, 1, impatient), Error);
}

TEST(UnionArea, OfFiveThousandCirclesIsFast) {
    test::Dice dice(147);
    const auto circles = scattered(5'000, {90.0, 32.0, 103.0, 39.0}, 5'000.0, 5'000.0, dice);
    double best = std::numeric_limits<double>::infinity();
    for (int i = 0; i < 3; ++i) {
        const auto start = std::chrono::steady_clock::now();
        EXPECT_GT(union_km2(circles), 0.0);
        best = std::min(
            best,
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    RecordProperty("milliseconds", std::to_string(best));
    EXPECT_LT(best, 2'000.0);  // the target of 50 ms is for the benchmark; this only catches a square law
}

TEST(CoveredAreas, AZoneWithinACircleIsCoveredToTheSquareMetre) {
    const std::vector<MultiPolygon> shapes{box(101.7, 36.5, 101.9, 36.7)};
    const auto covered = covered_km2({{{101.8, 36.6}, kilometres(50)}}, shapes);
    EXPECT_NEAR(covered[0], geo::area(shapes[0]).value(), 2e-6);
}

TEST(CoveredAreas, ACircleWithinAZoneCountsWhole) {
    const auto covered = covered_km2({{{101.8, 36.6}, kilometres(15)}}, {box(100.0, 35.0, 103.0, 38.0)});
    EXPECT_NEAR(covered[0] / 706.8580201602, 1.0, 1e-8);
}

TEST(CoveredAreas, ACircleHalvedByAMeridianThroughItsCentreGivesEqualHalves) {
    const auto covered = covered_km2({{{102.0, 36.6}, kilometres(15)}},
                                     {box(100.0, 35.0, 102.0, 38.0), box(102.0, 35.0, 104.0, 38.0)});
    EXPECT_NEAR(covered[0], covered[1], 1e-5);
    EXPECT_NEAR(covered[0] + covered[1], 706.8580201, 1e-5);
}

TEST(CoveredAreas, ZonesThatTouchNoCircleHaveNone) {
    const auto covered = covered_km2({{{101.8, 36.6}, kilometres(15)}},
                                     {box(100.0, 35.0, 100.5, 35.5), box(101.5, 36.3, 102.1, 36.9)});
    EXPECT_EQ(covered[0], 0.0);
    EXPECT_GT(covered[1], 700.0);
    EXPECT_EQ(covered_km2({}, {box(100.0, 35.0, 100.5, 35.5)}), std::vector<double>{0.0});
    EXPECT_TRUE(covered_km2({{{101.8, 36.6}, kilometres(15)}}, {}).empty());
}

TEST(CoveredAreas, AHoleIsNotCovered) {
    MultiPolygon ring = box(101.0, 36.0, 102.6, 37.2);
    ring.parts[0].rings.push_back(box(101.75, 36.55, 101.85, 36.65).parts[0].rings[0]);
    const double hole = geo::area(box(101.75, 36.55, 101.85, 36.65)).value();
    const auto covered = covered_km2({{{101.8, 36.6}, kilometres(15)}}, {ring});
    EXPECT_NEAR(covered[0], 706.8580202 - hole, 1e-5);
}

TEST(CoveredAreas, ZonesThatTileABoxAddUpToTheUnion) {
    test::Dice dice(151);
    for (int round = 0; round < 15; ++round) {
        const auto tiles =
            test::random_tiling({99.0, 34.0, 103.0, 38.0}, 1 + dice.below(12), 1 + dice.below(12), dice);
        const auto circles =
            scattered(1 + dice.below(150), {100.0, 35.0, 102.0, 37.0}, 300.0, 60'000.0, dice);
        // Each zone is rounded to a square metre.
        EXPECT_NEAR(sum(covered_km2(circles, tiles)), union_km2(circles),
                    1e-8 * union_km2(circles) + 1e-6 * static_cast<double>(tiles.size()))
            << round;
    }
    for (const auto& circles : awkward_sets()) {
        const auto tiles = test::random_tiling({98.0, 33.0, 108.0, 41.0}, 6, 6, dice);
        EXPECT_NEAR(sum(covered_km2(circles, tiles)) / union_km2(circles), 1.0, 1e-7) << circles.size();
    }
}

TEST(CoveredAreas, EachZoneAgreesWithGeosOnFinePolygons) {
    test::Dice dice(152);
    for (int round = 0; round < 6; ++round) {
        const auto tiles =
            test::random_tiling({100.0, 35.0, 102.0, 37.0}, 1 + dice.below(5), 1 + dice.below(5), dice);
        const auto circles =
            scattered(1 + dice.below(40), {99.8, 34.8, 102.2, 37.2}, 2'000.0, 50'000.0, dice);
        std::vector<MultiPolygon> parts;
        for (const GeodesicCircle& circle : circles) parts.push_back(fine_polygon(circle));
        const MultiPolygon all = geo::union_of(parts);
        const auto covered = covered_km2(circles, tiles);
        for (std::size_t z = 0; z < tiles.size(); ++z) {
            const double expected = geo::area(geo::intersection(tiles[z], all)).value();
            EXPECT_NEAR(covered[z], expected, 1e-5 * geo::area(tiles[z]).value()) << round << ' ' << z;
        }
    }
}

TEST(CoveredAreas, AgreeWithThrowingAHundredThousandDarts) {
    test::Dice dice(153);
    const geo::Box area{100.0, 35.0, 102.0, 37.0};
    const auto tiles = test::random_tiling(area, 3, 3, dice);
    const auto circles = scattered(25, area, 5'000.0, 40'000.0, dice);
    const index::PolygonLocator locator(tiles);
    const auto covered = covered_km2(circles, tiles);
    std::vector<double> hits(tiles.size());
    constexpr int darts = 100'000;
    // Even on the ellipsoid: the latitude from an even area below it, by halving.
    const double low = geo::area_below(area.south);
    const double high = geo::area_below(area.north);
    for (int i = 0; i < darts; ++i) {
        const double wanted = dice.between(low, high);
        double south = area.south;
        double north = area.north;
        for (int step = 0; step < 40; ++step) {
            const double middle = (south + north) / 2.0;
            (geo::area_below(middle) < wanted ? south : north) = middle;
        }
        const LonLat p{dice.between(area.west, area.east), south};
        const bool inside = std::any_of(circles.begin(), circles.end(),
                                        [&](const GeodesicCircle& circle) { return circle.contains(p); });
        if (inside) hits[locator.locate(p)] += 1.0;
    }
    const double box_km2 = (high - low) * 2.0 * pi / 180.0 / million_m2;
    for (std::size_t z = 0; z < tiles.size(); ++z) {
        const double share = hits[z] / darts;
        const double spread = std::sqrt(share * (1.0 - share) / darts);
        EXPECT_NEAR(covered[z] / box_km2, share, 5.0 * spread + 1e-4) << z;
    }
}

TEST(CoveredAreas, NeverExceedTheZoneNorFallBelowZero) {
    test::Dice dice(154);
    const auto tiles = test::random_tiling({100.0, 35.0, 102.0, 37.0}, 20, 20, dice);
    const auto circles = scattered(300, {100.0, 35.0, 102.0, 37.0}, 10'000.0, 60'000.0, dice);
    const auto covered = covered_km2(circles, tiles);
    for (std::size_t z = 0; z < tiles.size(); ++z) {
        EXPECT_GE(covered[z], 0.0);
        EXPECT_LE(covered[z], geo::area(tiles[z]).value());
        EXPECT_NEAR(covered[z], geo::area(tiles[z]).value(), 1e-4);  // 300 circles leave nothing out
    }
}

TEST(CoveredAreas, HaveTheSameBitsOnAnyNumberOfThreads) {
    test::Dice dice(155);
    const auto tiles = test::random_tiling({90.0, 32.0, 103.0, 39.0}, 8, 6, dice);
    const auto circles = scattered(1'000, {90.0, 32.0, 103.0, 39.0}, 5'000.0, 40'000.0, dice);
    const auto one = covered_km2(circles, tiles, 1);
    for (const unsigned threads : {2U, 4U, 7U}) EXPECT_EQ(covered_km2(circles, tiles, threads), one);
}

}  // namespace
}  // namespace yiquan::coverage
