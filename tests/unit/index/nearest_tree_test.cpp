// SPDX-License-Identifier: MIT
#include "core/index/nearest_tree.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "tests/unit/base/dice.hpp"

namespace yiquan::index {
namespace {

NearestTree::Answer nearest_by_looking(const std::vector<geo::Ecef>& places, const geo::Ecef& from) {
    NearestTree::Answer best;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        const double c2 = geo::chord2(from, places[i]);
        if (c2 < best.chord2) best = {i, c2};
    }
    return best;
}

void expect_same(const std::vector<geo::Ecef>& places, const geo::Ecef& from, const NearestTree& tree,
                 std::uint32_t hint) {
    const NearestTree::Answer expected = nearest_by_looking(places, from);
    const NearestTree::Answer answer = tree.nearest(from, hint);
    ASSERT_EQ(answer.item, expected.item) << places.size();
    ASSERT_EQ(answer.chord2, expected.chord2);
}

TEST(NearestTree, AgreesWithLookingThroughTheList) {
    test::Dice dice(81);
    for (const std::size_t count : {0U, 1U, 2U, 8U, 9U, 17U, 100U, 2000U}) {
        std::vector<geo::Ecef> places;
        for (std::size_t i = 0; i < count; ++i)
            places.push_back(geo::to_ecef({dice.between(90.0, 103.0), dice.between(31.0, 39.0)}));
        const NearestTree tree(places);
        for (int q = 0; q < 500; ++q) {
            const geo::Ecef from = geo::to_ecef({dice.between(60.0, 130.0), dice.between(-90.0, 90.0)});
            expect_same(places, from, tree, NearestTree::none);
            expect_same(places, from, tree,
                        static_cast<std::uint32_t>(dice.below(count + 2)));  // also a bad one
        }
    }
}

TEST(NearestTree, DuplicatesAndTiesGoToTheSmallestNumber) {
    // A lattice through the Earth with each place three times: most questions are ties.
    test::Dice dice(82);
    for (int round = 0; round < 30; ++round) {
        std::vector<geo::Ecef> places;
        for (int i = 0; i < 200; ++i) {
            places.push_back({static_cast<double>(dice.below(4)), static_cast<double>(dice.below(4)),
                              static_cast<double>(dice.below(4))});
        }
        const NearestTree tree(places);
        for (int x = 0; x < 8; ++x) {
            for (int y = 0; y < 8; ++y) {
                for (int z = 0; z < 8; ++z) {
                    const geo::Ecef from{x / 2.0, y / 2.0, z / 2.0};
                    expect_same(places, from, tree, NearestTree::none);
                    expect_same(places, from, tree, static_cast<std::uint32_t>(dice.below(200)));
                }
            }
        }
    }
}

TEST(NearestTree, AThousandCopiesOfOnePlaceAnswerWithTheFirst) {
    const std::vector<geo::Ecef> places(1000, geo::to_ecef({101.0, 36.0}));
    const NearestTree tree(places);
    EXPECT_EQ(tree.nearest(geo::to_ecef({100.0, 35.0})).item, 0U);
    EXPECT_EQ(tree.nearest(geo::to_ecef({101.0, 36.0}), 999).item, 0U);
}

TEST(NearestTree, AnEmptySetHasNoNearest) {
    const NearestTree tree({});
    EXPECT_EQ(tree.nearest(geo::to_ecef({101.0, 36.0})).item, NearestTree::none);
    EXPECT_EQ(tree.nearest(geo::to_ecef({101.0, 36.0}), 3).item, NearestTree::none);
}

}  // namespace
}  // namespace yiquan::index
