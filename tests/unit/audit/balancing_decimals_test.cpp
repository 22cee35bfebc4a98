// SPDX-License-Identifier: MIT
#include "core/audit/balancing_decimals.hpp"

#include <gtest/gtest.h>

namespace yiquan::audit {
namespace {

Persons people(double number) {
    return Persons::nearest(number);
}

TEST(BalancingDecimals, WholeNumbersNeedNone) {
    EXPECT_EQ(balancing_decimals(people(187), {people(100), people(87)}), 0);
    EXPECT_EQ(balancing_decimals({}, {}), 0);
}

TEST(BalancingDecimals, PartsThatRoundUpTogetherNeedMore) {
    // 1.5 + 1.5 = 3 would read 2 + 2 = 3.
    EXPECT_EQ(balancing_decimals(people(3), {people(1.5), people(1.5)}), 1);
    // 0.25 + 0.25 + 0.5 = 1 would read 0 + 0 + 1 = 1 (halves go up), and so adds up at once.
    EXPECT_EQ(balancing_decimals(people(1), {people(0.25), people(0.25), people(0.5)}), 0);
    // 0.4 + 0.4 + 0.2 = 1 would read 0 + 0 + 0 = 1.
    EXPECT_EQ(balancing_decimals(people(1), {people(0.4), people(0.4), people(0.2)}), 1);
}

TEST(BalancingDecimals, WhatIsTakenAwayIsRoundedAsItIsShown) {
    // 10 + 0.5 − 2.5 = 8 reads 10 + 1 − 3 = 8.
    EXPECT_EQ(balancing_decimals(people(8), {people(10), people(0.5), people(-2.5)}), 0);
    // 10 + 0.3 − 0.6 = 9.7 would read 10 + 0 − 1 = 10.
    EXPECT_EQ(balancing_decimals(people(9.7), {people(10), people(0.3), people(-0.6)}), 1);
}

TEST(BalancingDecimals, SixShowEveryTick) {
    // Five would read 0.33333 + 0.33333 + 0.33333 = 1.00000.
    EXPECT_EQ(balancing_decimals(people(1), {people(0.333333), people(0.333333), people(0.333334)}), 6);
}

}  // namespace
}  // namespace yiquan::audit
