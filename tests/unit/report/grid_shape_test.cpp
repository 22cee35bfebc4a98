// SPDX-License-Identifier: MIT
#include "core/report/grid_shape.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace yiquan::report {
namespace {

using testing::ElementsAre;

geo::MultiPolygon shape_of(const geo::Ring& ring) {
    return {{geo::Polygon{{ring}}}};
}

TEST(GridShape, TellsTheWayFromCornerToCorner) {
    const auto grid = on_grid(shape_of({{1.0, 2.0}, {1.5, 2.0}, {1.5, 2.2}, {1.0, 2.0}}), 0.1, Tiny::kept);
    ASSERT_EQ(grid.size(), 1U);
    EXPECT_THAT(grid[0], ElementsAre(GridRing{10, 20, 5, 0, 0, 2}));
}

TEST(GridShape, LeavesOutCornersThatChangeNothing) {
    const auto grid = on_grid(shape_of({{0, 0}, {0.101, 0.0}, {0.2, 0}, {0.204, 0.001}, {0.2, 0.2}, {0, 0}}),
                              0.1, Tiny::kept);
    EXPECT_THAT(grid[0], ElementsAre(GridRing{0, 0, 2, 0, 0, 2}));
}

TEST(GridShape, KeepsASpikeThatGoesThereAndBack) {
    const auto grid = on_grid(shape_of({{0, 0}, {3, 0}, {2, 0}, {2, 2}, {0, 0}}), 1.0, Tiny::kept);
    EXPECT_THAT(grid[0], ElementsAre(GridRing{0, 0, 3, 0, -1, 0, 0, 2}));
}

TEST(GridShape, KeepsATinyZoneAsATriangleAndDropsATinyHole) {
    const geo::Ring tiny{{5.01, 5.01}, {5.02, 5.01}, {5.02, 5.02}, {5.01, 5.01}};
    const geo::Ring large{{0, 0}, {9, 0}, {9, 9}, {0, 0}};
    EXPECT_THAT(on_grid(shape_of(tiny), 1.0, Tiny::kept).at(0), ElementsAre(GridRing{5, 5, 1, 0, -1, 1}));
    EXPECT_TRUE(on_grid(shape_of(tiny), 1.0, Tiny::dropped).empty());
    EXPECT_EQ(on_grid({{geo::Polygon{{large, tiny}}}}, 1.0, Tiny::kept).at(0).size(), 1U);
}

TEST(GridShape, SharesTheBorderOfNeighbours) {
    // Both have the corners (1, 0.123) and (1, 0.877) on their common border.
    const auto left = on_grid(shape_of({{0, 0}, {1, 0.123}, {1, 0.877}, {0, 1}, {0, 0}}), 0.01, Tiny::kept);
    const auto right = on_grid(shape_of({{2, 0}, {2, 1}, {1, 0.877}, {1, 0.123}, {2, 0}}), 0.01, Tiny::kept);
    EXPECT_THAT(left[0][0], ElementsAre(0, 0, 100, 12, 0, 76, -100, 12));
    EXPECT_THAT(right[0][0], ElementsAre(200, 0, 0, 100, -100, -12, 0, -76));
}

}  // namespace
}  // namespace yiquan::report
