// SPDX-License-Identifier: MIT
#include "core/coverage/cost_source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "core/base/error.hpp"
#include "core/coverage/air_costs.hpp"
#include "core/coverage/matrix_costs.hpp"
#include "core/coverage/table_distances.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan::coverage {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<geo::LonLat> places(std::uint64_t seed, std::size_t count) {
    test::Dice dice(seed);
    std::vector<geo::LonLat> out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back({dice.between(101.0, 102.0), dice.between(36.0, 37.0)});
    return out;
}

Asked all_of(std::uint32_t rows, std::uint32_t columns) {
    Asked out{std::vector<std::uint32_t>(rows), std::vector<std::uint32_t>(columns)};
    std::iota(out.rows.begin(), out.rows.end(), 0U);
    std::iota(out.columns.begin(), out.columns.end(), 0U);
    return out;
}

/// Rows 0 to 2 and columns 0 to 2; row 1 has no way to column 1, row 2 none at all.
///         0  1  2
///     0   5  3  3
///     1   2  -  9
///     2   -  -  -
MatrixCosts small_matrix() {
    Links links;
    links.first = {0, 3, 5, 5};
    links.column = {0, 1, 2, 0, 2};
    for (const std::int64_t cost : {5, 3, 3, 2, 9}) links.cost.push_back(Cost::whole(cost));
    return MatrixCosts(links);
}

/// The same in metres.
TableDistances small_table() {
    return {3, {5, 3, 3, 2, -1, 9, -1, -1, -1}};
}

TEST(CostSource, AnswersNumberRowsAndColumnsAsTheyWereAskedFor) {
    Progress progress;
    const MatrixCosts matrix = small_matrix();
    const TableDistances table = small_table();
    for (const CostSource* source :
         {static_cast<const CostSource*>(&matrix), static_cast<const CostSource*>(&table)}) {
        const Asked asked{{1, 0}, {2, 0}};
        const Links links = source->within(asked, Cost::whole(5), 2, progress);
        EXPECT_THAT(links.first, ElementsAre(0, 1, 3));
        EXPECT_THAT(links.column, ElementsAre(1, 0, 1));
        EXPECT_THAT(links.cost, ElementsAre(Cost::whole(2), Cost::whole(3), Cost::whole(5)));
        const Links pairs = source->reached(asked, Cost::whole(5), 2, progress);
        EXPECT_EQ(pairs.first, links.first);
        EXPECT_EQ(pairs.column, links.column);
        EXPECT_TRUE(pairs.cost.empty());
    }
}

TEST(CostSource, ALimitIsIncludedAndAPairWithoutAWayIsNowhere) {
    Progress progress;
    const TableDistances table = small_table();
    EXPECT_EQ(table.within(all_of(3, 3), Cost::whole(3), 1, progress).column.size(), 3U);
    EXPECT_EQ(table.within(all_of(3, 3), Cost::from_ticks(2'999'999), 1, progress).column.size(), 1U);
    EXPECT_EQ(table.within(all_of(3, 3), CostSource::no_limit, 1, progress).column.size(), 5U);
}

TEST(CostSource, TheNearestOfAsEqualIsTheOneAskedForFirst) {
    Progress progress;
    const MatrixCosts matrix = small_matrix();
    const TableDistances table = small_table();
    for (const CostSource* source :
         {static_cast<const CostSource*>(&matrix), static_cast<const CostSource*>(&table)}) {
        const NearestColumns first = source->nearest({{0, 1, 2}, {1, 2}}, 2, progress);
        EXPECT_THAT(first.column, ElementsAre(0, 1, NearestColumns::none));
        EXPECT_EQ(first.cost[0].value(), 3.0);
        EXPECT_EQ(first.cost[1].value(), 9.0);
        EXPECT_TRUE(std::isinf(first.cost[2].value()));
        EXPECT_THAT(source->nearest({{0}, {2, 1}}, 1, progress).column, ElementsAre(0));
        EXPECT_THAT(source->nearest({{0}, {}}, 1, progress).column, ElementsAre(NearestColumns::none));
    }
}

TEST(CostSource, ATableCostsWholeMillimetresAndTellsTheNearestAsItStandsThere) {
    Progress progress;
    const TableDistances table(2, {1.2344, 1.2346});
    EXPECT_THAT(table.within({{0}, {0, 1}}, CostSource::no_limit, 1, progress).cost,
                ElementsAre(Cost::from_ticks(1'234'000), Cost::from_ticks(1'235'000)));
    EXPECT_EQ(table.nearest({{0}, {1}}, 1, progress).cost[0].value(), 1.2346);
    EXPECT_EQ(rounded_cost(Metres{1.0005}), Cost::from_ticks(1'001'000));
    EXPECT_EQ(rounded_cost(Metres{1e300}), CostSource::no_limit);
}

TEST(CostSource, ByAirALimitOnlyLeavesPairsOut) {
    const AirCosts costs(places(1, 200), places(2, 20));
    Progress progress;
    const Cost limit = Cost::whole(15'000);
    const Links near = costs.within(all_of(200, 20), limit, 2, progress);
    const Links pairs = costs.reached(all_of(200, 20), limit, 2, progress);
    EXPECT_EQ(near.column, pairs.column);
    EXPECT_EQ(near.first, pairs.first);
    EXPECT_TRUE(pairs.cost.empty());
    const Links all = costs.within(all_of(200, 20), CostSource::no_limit, 2, progress);
    std::size_t found = 0;
    for (std::size_t d = 0; d < all.rows(); ++d) {
        for (std::size_t k = all.first[d]; k < all.first[d + 1]; ++k) {
            if (all.cost[k] > limit) continue;
            ASSERT_LT(found, near.cost.size());
            EXPECT_EQ(near.column[found], all.column[k]);
            EXPECT_EQ(near.cost[found], all.cost[k]);
            EXPECT_GT(near.cost[found], Cost{});
            ++found;
        }
    }
    EXPECT_EQ(found, near.cost.size());
    EXPECT_GT(found, 50U);
}

TEST(CostSource, ByAirTheNearestIsThatOfAllPairs) {
    const AirCosts costs(places(5, 300), places(6, 40));
    Progress progress;
    const Asked asked{{7, 3, 299, 120}, {39, 0, 12, 13, 5}};
    const NearestColumns nearest = costs.nearest(asked, 2, progress);
    const Links all = costs.within(asked, CostSource::no_limit, 1, progress);
    for (std::size_t row = 0; row < asked.rows.size(); ++row) {
        const auto begin = all.cost.begin() + static_cast<std::ptrdiff_t>(all.first[row]);
        const auto least = std::min_element(begin, begin + 5);
        EXPECT_EQ(nearest.column[row], static_cast<std::uint32_t>(least - begin));
        EXPECT_NEAR(nearest.cost[row].value(), least->value(), 0.0006);
    }
}

TEST(CostSource, ByAirIsTheGeodesicToTheMillimetre) {
    // GeodSolve -i on WGS84: 36.6 101.7 to 36.7 101.8 is 14251.369884 m.
    const AirCosts costs({{101.7, 36.6}}, {{101.8, 36.7}});
    Progress progress;
    const Links links = costs.within(all_of(1, 1), CostSource::no_limit, 1, progress);
    EXPECT_THAT(links.cost, ElementsAre(Cost::from_ticks(14'251'370'000)));
    EXPECT_NEAR(costs.nearest(all_of(1, 1), 1, progress).cost[0].value(), 14251.369884, 1e-6);
    // It costs 14,251.370 m, so that it is within as much, though a hair nearer than its circle.
    EXPECT_EQ(costs.within(all_of(1, 1), Cost::from_ticks(14'251'370'000), 1, progress).cost.size(), 1U);
    EXPECT_EQ(costs.within(all_of(1, 1), Cost::from_ticks(14'251'369'000), 1, progress).cost.size(), 0U);
}

TEST(CostSource, TooManyPairsAreRefusedWithTheMemoryThatTheyWouldTake) {
    const AirCosts costs(places(1, 20'000), places(2, 20'000));
    Progress progress;
    try {
        static_cast<void>(costs.within(all_of(20'000, 20'000), CostSource::no_limit, 1, progress));
        ADD_FAILURE() << "not refused";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_THAT(error.what(), HasSubstr("20000 demand points times 20000 sites"));
        EXPECT_THAT(error.what(), HasSubstr("32 GB"));
    }
}

}  // namespace
}  // namespace yiquan::coverage
