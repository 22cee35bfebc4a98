// SPDX-License-Identifier: MIT
#include "core/index/packed_rtree.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "tests/unit/base/dice.hpp"

namespace yiquan::index {
namespace {

std::vector<std::uint32_t> found_by(const PackedRTree& tree, const geo::Box& query) {
    std::vector<std::uint32_t> found;
    tree.search(query, [&](std::uint32_t item) { found.push_back(item); });
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::uint32_t> found_by_looking(const std::vector<geo::Box>& boxes, const geo::Box& query) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].intersects(query)) found.push_back(i);
    }
    return found;
}

geo::Box any_box(test::Dice& dice, double extent) {
    const double west = dice.between(90.0, 103.0);
    const double south = dice.between(31.0, 39.0);
    const double size = dice.below(3) == 0 ? 0.0 : dice.between(0.0, extent);  // a third are points or lines
    return {west, south, west + size, south + (dice.below(5) == 0 ? 0.0 : size)};
}

TEST(PackedRTree, FindsWhatLookingThroughTheListFinds) {
    test::Dice dice(71);
    for (const std::size_t count : {0U, 1U, 2U, 15U, 16U, 17U, 255U, 256U, 257U, 4097U, 5000U}) {
        for (const double extent : {0.0, 0.1, 20.0}) {
            std::vector<geo::Box> boxes;
            for (std::size_t i = 0; i < count; ++i) boxes.push_back(any_box(dice, extent));
            const PackedRTree tree(boxes);
            EXPECT_EQ(tree.size(), count);
            for (int q = 0; q < 50; ++q) {
                const geo::Box query = any_box(dice, 3.0);
                ASSERT_EQ(found_by(tree, query), found_by_looking(boxes, query)) << count;
            }
        }
    }
}

TEST(PackedRTree, BordersThatTouchAreFound) {
    const std::vector<geo::Box> boxes{{0.0, 0.0, 1.0, 1.0}};
    const PackedRTree tree(boxes);
    EXPECT_EQ(found_by(tree, {1.0, 1.0, 2.0, 2.0}).size(), 1U);
    EXPECT_EQ(found_by(tree, {1.0000001, 1.0, 2.0, 2.0}).size(), 0U);
    EXPECT_EQ(found_by(tree, {0.5, 0.5, 0.5, 0.5}).size(), 1U);
}

TEST(PackedRTree, ManyBoxesInOnePlaceAreAllFound) {
    const std::vector<geo::Box> boxes(1000, geo::Box{101.0, 36.0, 101.0, 36.0});
    const PackedRTree tree(boxes);
    EXPECT_EQ(found_by(tree, {101.0, 36.0, 101.0, 36.0}).size(), 1000U);
    EXPECT_TRUE(found_by(tree, {101.1, 36.0, 101.2, 36.0}).empty());
}

TEST(PackedRTree, EmptyBoxesAreNeverFoundAndFindNothing) {
    std::vector<geo::Box> boxes(40);
    boxes[7] = {101.0, 36.0, 102.0, 37.0};
    const PackedRTree tree(boxes);
    EXPECT_EQ(found_by(tree, {-180.0, -90.0, 180.0, 90.0}), std::vector<std::uint32_t>{7});
    EXPECT_TRUE(found_by(tree, geo::Box{}).empty());
    EXPECT_TRUE(found_by(PackedRTree{std::vector<geo::Box>(5)}, {-180.0, -90.0, 180.0, 90.0}).empty());
}

}  // namespace
}  // namespace yiquan::index
