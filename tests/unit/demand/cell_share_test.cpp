// SPDX-License-Identifier: MIT
#include "core/demand/cell_share.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "core/geo/overlay.hpp"
#include "tests/unit/base/dice.hpp"
#include "tests/unit/index/random_tiling.hpp"

namespace yiquan::demand {
namespace {

using geo::RawPosition;
using Shape = std::vector<RawPosition>;

void add_ring(CellShares& cells, const Shape& ring) {
    for (std::size_t i = 1; i < ring.size(); ++i) cells.add_edge(ring[i - 1], ring[i]);
}

std::vector<float> shares_of(const std::vector<Shape>& rings, std::size_t columns, std::size_t rows,
                             std::size_t first_column = 0, std::size_t first_row = 0) {
    CellShares cells(first_column, columns, first_row, rows);
    for (const Shape& ring : rings) add_ring(cells, ring);
    return cells.shares();
}

TEST(CellShares, OfASquareOffTheGridAreWorkedByHand) {
    // From (0.5, 0.25) to (2.25, 1.5):
    //   row 0, 0.75 high: 0.5 | 1 | 0.25 wide;  row 1, 0.5 high
    const Shape square{{0.5, 0.25}, {2.25, 0.25}, {2.25, 1.5}, {0.5, 1.5}, {0.5, 0.25}};
    const std::vector<float> expected{0.375F, 0.75F, 0.1875F, 0.0F, 0.25F, 0.5F, 0.125F, 0.0F};
    EXPECT_EQ(shares_of({square}, 4, 2), expected);
}

TEST(CellShares, ATriangleCutsCellsInHalf) {
    const Shape triangle{{0.0, 0.0}, {2.0, 2.0}, {0.0, 2.0}, {0.0, 0.0}};
    EXPECT_EQ(shares_of({triangle}, 2, 2), (std::vector<float>{0.5F, 0.0F, 1.0F, 0.5F}));
}

TEST(CellShares, HolesAreLeftOut) {
    const Shape shell{{0.0, 0.0}, {3.0, 0.0}, {3.0, 3.0}, {0.0, 3.0}, {0.0, 0.0}};
    const Shape hole{{1.0, 1.0}, {1.0, 2.0}, {2.0, 2.0}, {2.0, 1.0}, {1.0, 1.0}};
    EXPECT_EQ(shares_of({shell, hole}, 3, 3), (std::vector<float>{1, 1, 1, 1, 0, 1, 1, 1, 1}));
}

TEST(CellShares, TheWindowMayLieAnywhereInOrBesideThePolygon) {
    const Shape large{{-5.0, -5.0}, {50.0, -5.0}, {50.0, 50.0}, {-5.0, 50.0}, {-5.0, -5.0}};
    EXPECT_EQ(shares_of({large}, 2, 2, 10, 10), std::vector<float>(4, 1.0F));
    const Shape beside{{20.0, 10.0}, {30.0, 10.0}, {30.0, 12.0}, {20.0, 12.0}, {20.0, 10.0}};
    EXPECT_EQ(shares_of({beside}, 2, 2, 10, 10), std::vector<float>(4, 0.0F));
    EXPECT_EQ(shares_of({beside}, 2, 2, 40, 10), std::vector<float>(4, 0.0F));
    EXPECT_EQ(shares_of({beside}, 2, 2, 20, 40), std::vector<float>(4, 0.0F));
    EXPECT_EQ(shares_of({beside}, 2, 2, 20, 9), (std::vector<float>{0, 0, 1, 1}));
    EXPECT_EQ(shares_of({}, 2, 2), std::vector<float>(4, 0.0F));
}

/// Area by GEOS of a polygon within a cell.
double clipped(const geo::MultiPolygon& polygon, double x, double y) {
    const geo::MultiPolygon cell{{geo::Polygon{{{{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}, {x, y}}}}}};
    const geo::MultiPolygon inside = geo::intersection(polygon, cell);
    double twice = 0.0;
    for (const geo::Polygon& part : inside.parts) {
        for (const geo::Ring& ring : part.rings) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                twice +=
                    (ring[i - 1].lon - x) * (ring[i].lat - y) - (ring[i].lon - x) * (ring[i - 1].lat - y);
            }
        }
    }
    return twice / 2.0;
}

TEST(CellShares, AgreeWithGeosOnStarsWithHolesInEveryWindow) {
    test::Dice dice(111);
    for (int round = 0; round < 60; ++round) {
        const geo::LonLat centre{dice.between(3.0, 9.0), dice.between(3.0, 9.0)};
        geo::Polygon polygon;
        polygon.rings.push_back(test::random_star(centre, 1.0, 6.0, 3 + dice.below(40), dice));
        if (round % 3 != 0)
            polygon.rings.push_back(test::random_star(centre, 0.2, 0.7, 3 + dice.below(9), dice));
        const std::size_t first_column = dice.below(6);
        const std::size_t first_row = dice.below(6);
        const std::size_t columns = 1 + dice.below(10);
        const std::size_t rows = 1 + dice.below(10);
        CellShares cells(first_column, columns, first_row, rows);
        for (std::size_t r = 0; r < polygon.rings.size(); ++r) {
            const geo::Ring& ring = polygon.rings[r];
            for (std::size_t i = 1; i < ring.size(); ++i) {
                RawPosition a{ring[i - 1].lon, ring[i - 1].lat};
                RawPosition b{ring[i].lon, ring[i].lat};
                if (r > 0) std::swap(a, b);
                cells.add_edge(a, b);
            }
        }
        const std::vector<float> shares = cells.shares();
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t column = 0; column < columns; ++column) {
                const double expected = clipped({{polygon}}, static_cast<double>(first_column + column),
                                                static_cast<double>(first_row + row));
                ASSERT_NEAR(static_cast<double>(shares[row * columns + column]), expected, 1e-7) << round;
            }
        }
    }
}

TEST(CellShares, OfATilingAddUpToOneInEveryCell) {
    test::Dice dice(112);
    for (int round = 0; round < 20; ++round) {
        constexpr std::size_t side = 20;
        const auto tiles =
            test::random_tiling({-1.0, -1.0, 21.0, 21.0}, 1 + dice.below(30), 1 + dice.below(30), dice);
        std::vector<double> sum(side * side);
        for (const geo::MultiPolygon& tile : tiles) {
            CellShares cells(0, side, 0, side);
            const geo::Ring& ring = tile.parts[0].rings[0];
            for (std::size_t i = 1; i < ring.size(); ++i)
                cells.add_edge({ring[i - 1].lon, ring[i - 1].lat}, {ring[i].lon, ring[i].lat});
            const std::vector<float> shares = cells.shares();
            for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += static_cast<double>(shares[i]);
        }
        for (const double s : sum) ASSERT_NEAR(s, 1.0, 3e-7);
    }
}

Persons sum_of(const std::vector<Persons>& parts) {
    return std::accumulate(parts.begin(), parts.end(), Persons{});
}

TEST(SplitExactly, SplitsWholeTicksByLargestRemainder) {
    // 10 ticks by 1/4, 1/4 and the rest: 2.5, 2.5, 5; the tick that is left goes to the earlier half.
    const std::vector<double> quarters{0.25, 0.25};
    EXPECT_EQ(split_exactly(Persons::from_ticks(10), quarters),
              (std::vector<Persons>{Persons::from_ticks(3), Persons::from_ticks(2), Persons::from_ticks(5)}));
    // 7 ticks by 0.5: 3.5 and 3.5.
    const std::vector<double> half{0.5};
    EXPECT_EQ(split_exactly(Persons::from_ticks(7), half),
              (std::vector<Persons>{Persons::from_ticks(4), Persons::from_ticks(3)}));
}

TEST(SplitExactly, SharesThatFillTheCellLeaveNothingOutside) {
    // 0.3 and 0.7 as floats add up to a little less than 1.
    for (const double people : {1.0, 1'000.0, 1e6, 8e9}) {
        for (const double cut : {0.3, 0.1, 0.5, 1.0 / 3.0, 0.01}) {
            const std::vector<double> shares{static_cast<double>(static_cast<float>(cut)),
                                             static_cast<double>(static_cast<float>(1.0 - cut))};
            const std::vector<Persons> parts = split_exactly(Persons::nearest(people), shares);
            EXPECT_EQ(sum_of(parts), Persons::nearest(people));
            EXPECT_EQ(parts.back(), Persons{}) << people << " at " << cut;
            EXPECT_NEAR(parts[0].value(), people * cut, 1e-7 * people + 1e-6);
        }
    }
}

TEST(SplitExactly, EdgeCases) {
    EXPECT_EQ(split_exactly(Persons::whole(5), {}), std::vector<Persons>{Persons::whole(5)});
    const std::vector<double> nothing{0.0, 0.0};
    EXPECT_EQ(split_exactly(Persons::whole(5), nothing).back(), Persons::whole(5));
    const std::vector<double> all{1.0};
    EXPECT_EQ(split_exactly(Persons::whole(5), all), (std::vector<Persons>{Persons::whole(5), Persons{}}));
    const std::vector<double> too_much{1.0, 1.0};
    EXPECT_EQ(split_exactly(Persons::from_ticks(5), too_much),
              (std::vector<Persons>{Persons::from_ticks(3), Persons::from_ticks(2), Persons{}}));
    EXPECT_EQ(sum_of(split_exactly(Persons{}, too_much)), Persons{});
}

TEST(SplitExactly, LosesNoTickWhateverTheShares) {
    test::Dice dice(113);
    for (int round = 0; round < 20'000; ++round) {
        std::vector<double> shares;
        const std::size_t count = dice.below(6);
        const double scale = dice.between(0.0, 1.2) / static_cast<double>(std::max<std::size_t>(1, count));
        for (std::size_t i = 0; i < count; ++i)
            shares.push_back(dice.below(4) == 0 ? 0.0 : std::min(1.0, 2.0 * scale * dice.between(0.0, 1.0)));
        const Persons amount =
            Persons::from_ticks(static_cast<std::int64_t>(std::exp(dice.between(0.0, std::log(9e15)))));
        const std::vector<Persons> parts = split_exactly(amount, shares);
        ASSERT_EQ(parts.size(), count + 1);
        ASSERT_EQ(sum_of(parts), amount);
        const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
        for (std::size_t i = 0; i < count; ++i) {
            ASSERT_GE(parts[i], Persons{});
            const double fair = amount.value() * shares[i] / std::max(1.0, sum);
            // One tick, and the millionth that is taken for rounding.
            ASSERT_NEAR(parts[i].value(), fair, 1e-6 + 1.1e-6 * amount.value());
        }
        ASSERT_GE(parts.back(), Persons{});
    }
}

}  // namespace
}  // namespace yiquan::demand
