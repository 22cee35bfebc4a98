// SPDX-License-Identifier: MIT
#include "core/base/exact.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/unit/base/dice.hpp"

namespace yiquan {
namespace {

constexpr double tick = 1.0 / 1048576.0;  // 2^-20

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

TEST(Exact, SumsOfValuesInDoublesEqualTheValueOfTheSum) {
    test::Dice dice(2);
    Persons total;
    double in_doubles = 0.0;
    for (int i = 0; i < 100'000; ++i) {
        const Persons amount = Persons::nearest(dice.between(0.0, 80'000.0));  // together about 4e9 < 2^33
        total += amount;
        in_doubles += amount.value();
    }
    EXPECT_EQ(total.value(), in_doubles);
}

TEST(Exact, ValueIsExactUpToTheLargestAmount) {
    EXPECT_EQ(Persons::largest, std::ldexp(1.0, 33));
    const Persons most = Persons::nearest(Persons::largest);
    EXPECT_EQ(most.value(), Persons::largest);
    const Persons one_tick_less = most - Persons::from_ticks(1);
    EXPECT_EQ(one_tick_less.value(), Persons::largest - tick);
    EXPECT_LT(one_tick_less.value(), most.value());
}

TEST(Exact, NearestRoundsToAWholeTickAndHalvesAwayFromZero) {
    EXPECT_EQ(Persons::nearest(0.0).ticks(), 0);
    EXPECT_EQ(Persons::nearest(tick).ticks(), 1);
    EXPECT_EQ(Persons::nearest(0.49 * tick).ticks(), 0);
    EXPECT_EQ(Persons::nearest(0.5 * tick).ticks(), 1);
    EXPECT_EQ(Persons::nearest(-0.5 * tick).ticks(), -1);
    EXPECT_EQ(Persons::nearest(2.5 * tick).ticks(), 3);
    // 0.1 * 2^20 = 104857.6
    EXPECT_EQ(Persons::nearest(0.1).ticks(), 104'858);
    EXPECT_EQ(Persons::nearest(5'923'957.0), Persons::whole(5'923'957));
}

TEST(Exact, NearestOfAValueIsTheAmountAgain) {
    test::Dice dice(3);
    for (int i = 0; i < 10'000; ++i) {
        const auto ticks = static_cast<std::int64_t>(dice.between(-9e15, 9e15));  // within 2^53
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
