// SPDX-License-Identifier: MIT
#include "core/index/hilbert.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <vector>

namespace yiquan::index {
namespace {

struct Cell {
    int x = -1;
    int y = -1;
};

TEST(HilbertIndex, VisitsEveryCellOfASmallSquareOnceAndStepsToANeighbour) {
    // The curve of order 16 fills the 256 x 256 square at its start before it leaves it.
    constexpr int side = 256;
    std::vector<Cell> along(side * side);
    for (int x = 0; x < side; ++x) {
        for (int y = 0; y < side; ++y) {
            const std::uint32_t at =
                hilbert_index(static_cast<std::uint16_t>(x), static_cast<std::uint16_t>(y));
            ASSERT_LT(at, along.size());
            ASSERT_EQ(along[at].x, -1) << x << ' ' << y;
            along[at] = {x, y};
        }
    }
    for (std::size_t i = 1; i < along.size(); ++i) {
        ASSERT_EQ(std::abs(along[i].x - along[i - 1].x) + std::abs(along[i].y - along[i - 1].y), 1) << i;
    }
}

TEST(HilbertIndex, ReachesFromCornerToCorner) {
    EXPECT_EQ(hilbert_index(0, 0), 0U);
    EXPECT_EQ(hilbert_index(65535, 0), 0xFFFFFFFFU);
    // Each quadrant is a quarter of the curve.
    EXPECT_EQ(hilbert_index(0, 40000) >> 30U, 1U);
    EXPECT_EQ(hilbert_index(40000, 40000) >> 30U, 2U);
    EXPECT_EQ(hilbert_index(40000, 0) >> 30U, 3U);
}

}  // namespace
}  // namespace yiquan::index
