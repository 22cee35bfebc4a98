// SPDX-License-Identifier: MIT
#include "core/relocation/row_by_row.hpp"

#include <gtest/gtest.h>

#include "tests/unit/base/dice.hpp"

namespace yiquan::relocation {
namespace {

/// 4, 3, 3, 2 people may go to sites of 5 and 7 seats, the last one only to a third: 3 + 2, 4 + 3 and 1 do.
TEST(RowByRow, FindsThePackingThatTheLargestFirstMisses) {
    RowsToPlace rows{{4, 3, 3, 2, 1}, {{0, 1}, {0, 1}, {0, 1}, {0, 1}, {2}}, {5, 7, 1}};
    EXPECT_EQ(fits_row_by_row(rows), RowByRow::fits);
    rows.room = {5, 6, 1};
    EXPECT_EQ(fits_row_by_row(rows), RowByRow::does_not_fit);
    rows.room = {7, 7, 0};
    EXPECT_EQ(fits_row_by_row(rows), RowByRow::does_not_fit);
}

/// Twenty rows of two people and sites of three and five seats: heads that could be split would fit.
TEST(RowByRow, SeesThatRowsOfTwoLeaveOddSeatsEmpty) {
    RowsToPlace rows;
    for (int i = 0; i < 20; ++i) {
        rows.people.push_back(2);
        rows.sites.push_back({0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    }
    rows.room = {3, 5, 3, 5, 3, 5, 3, 5, 3, 5};
    EXPECT_EQ(fits_row_by_row(rows), RowByRow::does_not_fit);
    rows.room = {4, 4, 4, 4, 4, 4, 4, 4, 4, 4};
    EXPECT_EQ(fits_row_by_row(rows), RowByRow::fits);
}

bool tried(const RowsToPlace& rows, std::size_t row, std::vector<std::int64_t>& left) {
    if (row == rows.people.size()) return true;
    for (const std::uint32_t s : rows.sites[row]) {
        if (left[s] < rows.people[row]) continue;
        left[s] -= rows.people[row];
        const bool found = tried(rows, row + 1, left);
        left[s] += rows.people[row];
        if (found) return true;
    }
    return false;
}

TEST(RowByRow, AgreesWithTryingEveryWayToPlaceSmallLists) {
    int fitting = 0;
    constexpr int rounds = 3'000;
    for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
        SCOPED_TRACE(seed);
        test::Dice dice(seed);
        const std::size_t sites = 2 + dice.below(3);
        const std::size_t most = 2 + dice.below(6);
        RowsToPlace rows;
        std::int64_t people = 0;
        for (std::size_t r = 0, count = 2 + dice.below(7); r < count; ++r) {
            rows.people.push_back(static_cast<std::int64_t>(1 + dice.below(most)));
            people += rows.people.back();
            std::vector<std::uint32_t>& own = rows.sites.emplace_back();
            for (std::uint32_t s = 0; s < sites; ++s) {
                if (dice.below(4) != 0) own.push_back(s);
            }
        }
        for (std::size_t s = 0; s < sites; ++s) {
            const auto share = static_cast<std::uint64_t>(people) / sites + 2;
            rows.room.push_back(static_cast<std::int64_t>(share / 2 + dice.below(share)));
        }
        std::vector<std::int64_t> left = rows.room;
        const bool fits = tried(rows, 0, left);
        fitting += fits ? 1 : 0;
        EXPECT_EQ(fits_row_by_row(rows), fits ? RowByRow::fits : RowByRow::does_not_fit);
    }
    EXPECT_GT(fitting, rounds / 5);
    EXPECT_LT(fitting, rounds * 4 / 5);
}

/// Sizes that fill no two sites exactly: all seats are needed, so only a search could tell.
TEST(RowByRow, SaysSoWhereTheSearchIsTooLongAndNotThatItDoesNotFit) {
    test::Dice dice(7);
    RowsToPlace rows;
    std::int64_t people = 0;
    for (int i = 0; i < 60; ++i) {
        rows.people.push_back(static_cast<std::int64_t>(100'001 + 2 * dice.below(50'000)));
        people += rows.people.back();
        rows.sites.push_back({0, 1, 2});
    }
    rows.room = {people / 3, people / 3, people - 2 * (people / 3)};
    EXPECT_EQ(fits_row_by_row(rows, 100'000), RowByRow::undecided);
}

}  // namespace
}  // namespace yiquan::relocation
