// SPDX-License-Identifier: MIT
#include "core/intake/meeting_pairs.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "core/geo/overlay.hpp"

namespace yiquan::intake {
namespace {

using geo::LonLat;
using geo::MultiPolygon;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

MultiPolygon polygon(std::vector<LonLat> shell, std::vector<std::vector<LonLat>> holes = {}) {
    geo::Polygon out;
    shell.push_back(shell.front());
    out.rings.push_back(std::move(shell));
    for (auto& hole : holes) {
        hole.push_back(hole.front());
        out.rings.push_back(std::move(hole));
    }
    return {{std::move(out)}};
}

MultiPolygon square(double west, double south, double side) {
    return polygon({{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}});
}

TEST(MeetingPairs, SkipNeighboursThatShareTheirBorder) {
    EXPECT_THAT(
        meeting_pairs(std::vector{square(0, 0, 1), square(1, 0, 1), square(0, 1, 1), square(1, 1, 1)}),
        IsEmpty());
    EXPECT_THAT(meeting_pairs(std::vector{square(0, 0, 1), square(5, 0, 1)}), IsEmpty());
}

TEST(MeetingPairs, SkipAZoneThatFillsTheHoleOfAnother) {
    const auto ring = polygon({{0, 0}, {3, 0}, {3, 3}, {0, 3}}, {{{1, 1}, {1, 2}, {2, 2}, {2, 1}}});
    EXPECT_THAT(meeting_pairs(std::vector{ring, square(1, 1, 1)}), IsEmpty());
}

TEST(MeetingPairs, ListOverlapsOfEveryKind) {
    const auto all = ElementsAre(Pair(0U, 1U));
    EXPECT_THAT(meeting_pairs(std::vector{square(0, 0, 2), square(1, 1, 2)}), all) << "edges cross";
    EXPECT_THAT(meeting_pairs(std::vector{square(0, 0, 3), square(1, 1, 1)}), all) << "one inside the other";
    EXPECT_THAT(meeting_pairs(std::vector{square(1, 1, 1), square(0, 0, 3)}), all) << "the other way round";
    EXPECT_THAT(meeting_pairs(std::vector{square(0, 0, 1), square(0, 0, 1)}), all) << "the same twice";
    EXPECT_THAT(meeting_pairs(std::vector{polygon({{0, 0}, {2, 0}, {2, 2}, {0, 2}}),
                                          polygon({{0, 0}, {2, 0}, {0, 2}})}),
                all)
        << "all vertices in common";
    EXPECT_THAT(meeting_pairs(std::vector{polygon({{0, 0}, {2, 0}, {2, 2}, {0, 2}}),
                                          polygon({{0, 2}, {1, 1}, {2, 2}})}),
                all)
        << "a chain between two common vertices runs inside";
}

TEST(MeetingPairs, DoNotDependOnTheDirectionOfRings) {
    auto clockwise = square(1, 0, 1);
    std::reverse(clockwise.parts[0].rings[0].begin(), clockwise.parts[0].rings[0].end());
    EXPECT_THAT(meeting_pairs(std::vector{square(0, 0, 1), clockwise}), IsEmpty());
    auto same = square(0, 0, 1);
    std::reverse(same.parts[0].rings[0].begin(), same.parts[0].rings[0].end());
    EXPECT_THAT(meeting_pairs(std::vector{square(0, 0, 1), same}), ElementsAre(Pair(0U, 1U)));
}

TEST(MeetingPairs, MissNoPairThatMeets) {
    // Random triangles on a small lattice have many common vertices, common edges and vertices on edges.
    std::mt19937 random(4711);
    std::uniform_int_distribution<int> lattice(0, 5);
    std::size_t meeting = 0;
    std::size_t listed = 0;
    for (int round = 0; round < 300; ++round) {
        std::vector<MultiPolygon> shapes;
        while (shapes.size() < 6) {
            std::vector<LonLat> corners;
            for (int i = 0; i < 3; ++i) {
                corners.push_back({100.0 + 0.1 * lattice(random), 36.0 + 0.1 * lattice(random)});
            }
            const double doubled = (corners[1].lon - corners[0].lon) * (corners[2].lat - corners[0].lat) -
                                   (corners[2].lon - corners[0].lon) * (corners[1].lat - corners[0].lat);
            if (std::abs(doubled) > 0.001) shapes.push_back(polygon(corners));
        }
        const auto pairs = meeting_pairs(shapes);
        listed += pairs.size();
        for (std::uint32_t a = 0; a < shapes.size(); ++a) {
            for (std::uint32_t b = a + 1; b < shapes.size(); ++b) {
                if (!geo::interiors_meet(shapes[a], shapes[b])) continue;
                ++meeting;
                EXPECT_TRUE(std::binary_search(pairs.begin(), pairs.end(), std::pair{a, b})) << round;
            }
        }
    }
    EXPECT_GT(meeting, 500U);
    EXPECT_LT(listed, 2 * meeting);
}

TEST(MeetingPairs, ListNothingInARandomTilingWithSharedVertices) {
    // A 12 x 12 lattice with shaken corners, cut into triangles.
    std::mt19937 random(12);
    std::uniform_real_distribution<double> shake(-0.03, 0.03);
    constexpr std::size_t size = 13;
    std::vector<LonLat> corners;
    for (std::size_t i = 0; i < size * size; ++i) {
        corners.push_back({100.0 + 0.1 * static_cast<double>(i % size) + shake(random),
                           36.0 + 0.1 * static_cast<double>(i / size) + shake(random)});
    }
    std::vector<MultiPolygon> shapes;
    for (std::size_t row = 0; row + 1 < size; ++row) {
        for (std::size_t column = 0; column + 1 < size; ++column) {
            const std::size_t at = row * size + column;
            shapes.push_back(polygon({corners[at], corners[at + 1], corners[at + size]}));
            shapes.push_back(polygon({corners[at + 1], corners[at + size + 1], corners[at + size]}));
        }
    }
    EXPECT_THAT(meeting_pairs(shapes), IsEmpty());
    shapes.push_back(square(100.52, 36.52, 0.01));
    EXPECT_FALSE(meeting_pairs(shapes).empty());
}

}  // namespace
}  // namespace yiquan::intake
