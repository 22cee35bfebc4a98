// SPDX-License-Identifier: MIT
#include "core/base/exact.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/unit/base/dice.hpp"

namespace yiquan {
namespace {

constexpr double tick = 1e-6;

TEST(Exact, SumsAreTheSameInAnyOrder) {
    test::Dice dice(1);
    std::vector<Persons> amounts;
    for (int i = 0; i < 10'000; ++i) amounts.push_back(Persons::nearest(dice.between(0.0, 1000.0)));
    const auto sum = [&] {
        Persons total;
        for (const Persons amount : amounts) total += amount;
        return total;
    };
    const Persons forwards = sum();
    std::reverse(amounts.begin(), amounts.end());
    EXPECT_EQ(sum(), forwards);
    std::sort(amounts.begin(), amounts.end());
    EXPECT_EQ(sum(), forwards);
}

TEST(Exact, KeepsDecimalsAsTheyWereWritten) {
    const Persons third = Persons::nearest(0.3);
    EXPECT_EQ(third + third + third, Persons::nearest(0.9));
    EXPECT_EQ((third + third + third).value(), 0.9);
    const Persons more = Persons::nearest(1.1);
    EXPECT_EQ(more + more + more, Persons::nearest(3.3));
    Persons ten;
    for (int i = 0; i < 10; ++i) ten += Persons::nearest(0.1);
    EXPECT_EQ(ten, Persons::whole(1));
    EXPECT_EQ(Persons::nearest(5'923'957.123456).ticks(), 5'923'957'123'456);
}

TEST(Exact, ReachesEightBillionAndAHalf) {
    EXPECT_EQ(Persons::largest, std::ldexp(1.0, 33));
    const Persons most = Persons::nearest(Persons::largest);
    EXPECT_EQ(most, Persons::whole(8'589'934'592));
    const Persons one_tick_less = most - Persons::from_ticks(1);
    EXPECT_LT(one_tick_less.value(), most.value());
    EXPECT_EQ(Persons::nearest(one_tick_less.value()), one_tick_less);
}

TEST(Exact, NearestRoundsToAWholeTick) {
    EXPECT_EQ(Persons::nearest(0.0).ticks(), 0);
    EXPECT_EQ(Persons::nearest(tick).ticks(), 1);
    EXPECT_EQ(Persons::nearest(0.49 * tick).ticks(), 0);
    EXPECT_EQ(Persons::nearest(0.51 * tick).ticks(), 1);
    EXPECT_EQ(Persons::nearest(-0.51 * tick).ticks(), -1);
    EXPECT_EQ(Persons::nearest(2.51 * tick).ticks(), 3);
    EXPECT_EQ(Persons::nearest(0.1).ticks(), 100'000);
    EXPECT_EQ(Persons::nearest(5'923'957.0), Persons::whole(5'923'957));
}

TEST(Exact, NearestOfAValueIsTheAmountAgain) {
    test::Dice dice(3);
    for (int i = 0; i < 10'000; ++i) {
        const auto ticks = static_cast<std::int64_t>(dice.between(-8.5e15, 8.5e15));
        const Persons amount = Persons::from_ticks(ticks);
        EXPECT_EQ(Persons::nearest(amount.value()), amount);
    }
}

TEST(Exact, ComparesAndSubtracts) {
    EXPECT_LT(Persons::whole(2), Persons::whole(3));
    EXPECT_EQ(Persons::whole(2) - Persons::whole(5), Persons::whole(-3));
    EXPECT_EQ(Persons{}.value(), 0.0);
}

TEST(Exact, ShareOfNothingIsZero) {
    EXPECT_EQ(share(Persons{}, Persons{}), 0.0);
    EXPECT_EQ(share(Persons::whole(1), Persons{}), 0.0);
    EXPECT_EQ(share(Persons::whole(1), Persons::whole(4)), 0.25);
    EXPECT_EQ(share(Persons::whole(4), Persons::whole(4)), 1.0);
}

}  // namespace
}  // namespace yiquan
