// SPDX-License-Identifier: MIT
#include "core/relocation/filling.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/base/dice.hpp"

namespace yiquan::relocation {
namespace {

using Units = std::vector<std::uint32_t>;

std::vector<Item> random_items(test::Dice& dice) {
    std::vector<Item> items(1 + dice.below(10));
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        items[i] = {i, static_cast<std::int64_t>(1 + dice.below(12)),
                    static_cast<std::int64_t>(dice.below(60)) - 10};
    }
    return items;
}

/// Every set of items that fits and is worth enough, tried one by one.
std::vector<Units> tried(const std::vector<Item>& items, std::int64_t room, std::int64_t least) {
    std::vector<Units> out;
    for (std::uint32_t mask = 0; mask < (1U << items.size()); ++mask) {
        std::int64_t size = 0;
        std::int64_t worth = 0;
        Units units;
        for (std::uint32_t i = 0; i < items.size(); ++i) {
            if (((mask >> i) & 1U) == 0) continue;
            size += items[i].size;
            worth += items[i].worth;
            units.push_back(i);
        }
        if (size <= room && worth >= least) out.push_back(units);
    }
    std::sort(out.begin(), out.end());
    return out;
}

TEST(Filling, AllThatAreWorthEnoughAreThoseThatTryingFinds) {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        test::Dice dice(seed);
        const std::vector<Item> items = random_items(dice);
        const auto room = static_cast<std::int64_t>(dice.below(40));
        const std::int64_t most = best_filling(items, room).most;
        const std::int64_t least = most - static_cast<std::int64_t>(dice.below(40));
        auto found = all_fillings(items, room, least, 10'000);
        ASSERT_TRUE(found) << "seed " << seed;
        std::sort(found->begin(), found->end());
        EXPECT_EQ(*found, tried(items, room, least)) << "seed " << seed;
    }
}

TEST(Filling, TheBestIsWorthWhatTryingFinds) {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        test::Dice dice(seed);
        const std::vector<Item> items = random_items(dice);
        const auto room = static_cast<std::int64_t>(dice.below(40));
        const Filling best = best_filling(items, room);
        EXPECT_FALSE(tried(items, room, best.most).empty()) << "seed " << seed;
        EXPECT_TRUE(tried(items, room, best.most + 1).empty()) << "seed " << seed;
    }
}

TEST(Filling, TooManyAreNotListed) {
    const std::vector<Item> items{{0, 1, 5}, {1, 1, 5}, {2, 1, 5}};
    EXPECT_FALSE(all_fillings(items, 3, 0, 7));
    EXPECT_THAT(all_fillings(items, 3, 0, 8).value(), testing::SizeIs(8));
}

}  // namespace
}  // namespace yiquan::relocation
