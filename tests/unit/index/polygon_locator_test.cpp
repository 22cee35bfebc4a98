// SPDX-License-Identifier: MIT
#include "core/index/polygon_locator.hpp"

#include <geos_c.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <vector>

#include "tests/unit/base/dice.hpp"
#include "tests/unit/index/random_tiling.hpp"

namespace yiquan::index {
namespace {

using geo::LonLat;
using geo::MultiPolygon;
using geo::Ring;

/// Even-odd count for one polygon in extended precision: how many tiles claim a point that lies on no edge.
bool holds(const MultiPolygon& polygon, LonLat p) {
    bool odd = false;
    for (const geo::Polygon& part : polygon.parts) {
        for (const Ring& ring : part.rings) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const LonLat a = ring[i - 1];
                const LonLat b = ring[i];
                if ((a.lat > p.lat) == (b.lat > p.lat)) continue;
                const long double t =
                    (static_cast<long double>(p.lat) - a.lat) / (static_cast<long double>(b.lat) - a.lat);
                if (a.lon + t * (static_cast<long double>(b.lon) - a.lon) > p.lon) odd = !odd;
            }
        }
    }
    return odd;
}

TEST(PolygonLocator, EveryPlaceInATilingLiesInTheTileThatHoldsIt) {
    test::Dice dice(101);
    for (int round = 0; round < 40; ++round) {
        const std::vector<MultiPolygon> tiles =
            test::random_tiling({90.0, 31.0, 103.0, 39.0}, 1 + dice.below(25), 1 + dice.below(25), dice);
        const PolygonLocator locator(tiles);
        for (int i = 0; i < 500; ++i) {
            const LonLat p{dice.between(90.0, 103.0), dice.between(31.0, 39.0)};
            const std::uint32_t tile = locator.locate(p);
            ASSERT_LT(tile, tiles.size());
            ASSERT_TRUE(holds(tiles[tile], p));
        }
    }
}

TEST(PolygonLocator, PlacesOnSharedBordersAndCornersLieInExactlyOneOfTheNeighbours) {
    test::Dice dice(102);
    for (int round = 0; round < 20; ++round) {
        const std::vector<MultiPolygon> tiles =
            test::random_tiling({90.0, 31.0, 103.0, 39.0}, 2 + dice.below(12), 2 + dice.below(12), dice);
        const PolygonLocator all(tiles);
        std::vector<PolygonLocator> alone;
        for (const MultiPolygon& tile : tiles) alone.emplace_back(std::span{&tile, 1});
        const auto check = [&](LonLat p) {
            if (p.lon <= 90.0 || p.lon >= 103.0 || p.lat <= 31.0 || p.lat >= 39.0) return;
            std::size_t owners = 0;
            for (std::size_t t = 0; t < tiles.size(); ++t)
                owners += alone[t].locate(p) == PolygonLocator::none ? 0U : 1U;
            ASSERT_EQ(owners, 1U) << p.lon << ' ' << p.lat;
            const std::uint32_t tile = all.locate(p);
            ASSERT_LT(tile, tiles.size());
            ASSERT_EQ(alone[tile].locate(p), 0U);
        };
        for (const MultiPolygon& tile : tiles) {
            const Ring& ring = tile.parts[0].rings[0];
            for (std::size_t i = 1; i < ring.size(); ++i) {
                check(ring[i]);
                const double t = dice.between(0.0, 1.0);
                check({ring[i - 1].lon + t * (ring[i].lon - ring[i - 1].lon),
                       ring[i - 1].lat + t * (ring[i].lat - ring[i - 1].lat)});
                check({(ring[i - 1].lon + ring[i].lon) / 2.0, (ring[i - 1].lat + ring[i].lat) / 2.0});
            }
        }
    }
}

TEST(PolygonLocator, AStraightLatticeSplitsItsLinesAndCrossings) {
    // 4 x 4 unit squares; on lines and crossings all numbers are exact.
    std::vector<MultiPolygon> tiles;
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 4; ++x) {
            const double w = x;
            const double s = y;
            tiles.push_back({{geo::Polygon{{{{w, s}, {w + 1, s}, {w + 1, s + 1}, {w, s + 1}, {w, s}}}}}});
        }
    }
    const PolygonLocator locator(tiles);
    for (int y = 1; y < 8; ++y) {
        for (int x = 1; x < 8; ++x) {
            const std::uint32_t tile = locator.locate({x / 2.0, y / 2.0});
            ASSERT_LT(tile, 16U) << x << ' ' << y;
            // Points on a line go to the square east or north of it.
            EXPECT_EQ(tile, static_cast<std::uint32_t>(y / 2 * 4 + x / 2));
        }
    }
}

class Geos {
public:
    explicit Geos(const Ring& shell, const std::vector<Ring>& holes) : handle_(GEOS_init_r(), GEOS_finish_r) {
        std::vector<GEOSGeometry*> inner;
        for (const Ring& hole : holes) inner.push_back(linear_ring(hole));
        polygon_ = GEOSGeom_createPolygon_r(handle_.get(), linear_ring(shell), inner.data(),
                                            static_cast<unsigned>(inner.size()));
    }
    ~Geos() { GEOSGeom_destroy_r(handle_.get(), polygon_); }
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    [[nodiscard]] bool contains(LonLat p) const {
        GEOSGeometry* point = GEOSGeom_createPointFromXY_r(handle_.get(), p.lon, p.lat);
        const bool inside = GEOSContains_r(handle_.get(), polygon_, point) == 1;
        GEOSGeom_destroy_r(handle_.get(), point);
        return inside;
    }

private:
    GEOSGeometry* linear_ring(const Ring& ring) {
        GEOSCoordSequence* points =
            GEOSCoordSeq_create_r(handle_.get(), static_cast<unsigned>(ring.size()), 2);
        for (unsigned i = 0; i < ring.size(); ++i)
            GEOSCoordSeq_setXY_r(handle_.get(), points, i, ring[i].lon, ring[i].lat);
        return GEOSGeom_createLinearRing_r(handle_.get(), points);
    }
    std::unique_ptr<GEOSContextHandle_HS, void (*)(GEOSContextHandle_t)> handle_;
    GEOSGeometry* polygon_ = nullptr;
};

TEST(PolygonLocator, AgreesWithGeosOnStarsWithHoles) {
    test::Dice dice(103);
    for (int round = 0; round < 60; ++round) {
        const LonLat centre{dice.between(91.0, 102.0), dice.between(32.0, 38.0)};
        const Ring shell = test::random_star(centre, 0.5, 1.0, 3 + dice.below(200), dice);
        std::vector<Ring> holes;
        if (round % 2 == 0) holes.push_back(test::random_star(centre, 0.1, 0.2, 3 + dice.below(50), dice));
        MultiPolygon polygon;
        polygon.parts.push_back({{shell}});
        for (const Ring& hole : holes) polygon.parts[0].rings.push_back(hole);
        const PolygonLocator locator({&polygon, 1});
        const Geos geos(shell, holes);
        for (int i = 0; i < 300; ++i) {
            const LonLat p{centre.lon + dice.between(-1.1, 1.1), centre.lat + dice.between(-1.1, 1.1)};
            ASSERT_EQ(locator.locate(p) == 0U, geos.contains(p)) << round;
        }
    }
}

MultiPolygon square(double west, double south, double size) {
    return {{geo::Polygon{{{{west, south},
                            {west + size, south},
                            {west + size, south + size},
                            {west, south + size},
                            {west, south}}}}}};
}

TEST(PolygonLocator, WherePolygonsOverlapTheFirstWins) {
    const std::vector<MultiPolygon> two{square(0.0, 0.0, 2.0), square(1.0, 1.0, 2.0)};
    const PolygonLocator locator(two);
    EXPECT_EQ(locator.locate({0.5, 0.5}), 0U);
    EXPECT_EQ(locator.locate({1.5, 1.5}), 0U);
    EXPECT_EQ(locator.locate({2.5, 2.5}), 1U);
    const std::vector<MultiPolygon> same(3, square(0.0, 0.0, 2.0));
    EXPECT_EQ(PolygonLocator{same}.locate({1.0, 1.0}), 0U);
}

TEST(PolygonLocator, AHoleFilledByAnotherPolygonBelongsToThatOne) {
    MultiPolygon ring = square(0.0, 0.0, 3.0);
    ring.parts[0].rings.push_back(square(1.0, 1.0, 1.0).parts[0].rings[0]);
    const std::vector<MultiPolygon> both{ring, square(1.0, 1.0, 1.0)};
    const PolygonLocator locator(both);
    EXPECT_EQ(locator.locate({1.5, 1.5}), 1U);
    EXPECT_EQ(locator.locate({0.5, 0.5}), 0U);
    EXPECT_EQ(PolygonLocator({&ring, 1}).locate({1.5, 1.5}), PolygonLocator::none);
}

TEST(PolygonLocator, PartsFarApartAreOnePolygon) {
    MultiPolygon islands = square(90.0, 31.0, 0.001);
    islands.parts.push_back(square(103.0, 39.0, 0.001).parts[0]);
    const PolygonLocator locator({&islands, 1});
    EXPECT_EQ(locator.locate({90.0005, 31.0005}), 0U);
    EXPECT_EQ(locator.locate({103.0005, 39.0005}), 0U);
    EXPECT_EQ(locator.locate({96.0, 35.0}), PolygonLocator::none);
}

TEST(PolygonLocator, OutsideEveryPolygonThereIsNone) {
    const std::vector<MultiPolygon> one{square(0.0, 0.0, 1.0)};
    const PolygonLocator locator(one);
    for (const LonLat p : {LonLat{-0.1, 0.5},
                           {1.1, 0.5},
                           {0.5, -0.1},
                           {0.5, 1.1},
                           {1e300, 0.5},
                           {std::nan(""), 0.5},
                           {0.5, std::nan("")}}) {
        EXPECT_EQ(locator.locate(p), PolygonLocator::none);
    }
    EXPECT_EQ(PolygonLocator{std::span<const MultiPolygon>{}}.locate({0.0, 0.0}), PolygonLocator::none);
    const std::vector<MultiPolygon> empties(3);
    EXPECT_EQ(PolygonLocator{empties}.locate({0.0, 0.0}), PolygonLocator::none);
}

}  // namespace
}  // namespace yiquan::index
