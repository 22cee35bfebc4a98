// SPDX-License-Identifier: MIT
#include "core/geo/overlay.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <thread>
#include <vector>

#include "core/base/error.hpp"
#include "core/geo/area.hpp"

namespace yiquan::geo {
namespace {

MultiPolygon box(double west, double south, double east, double north) {
    return {{Polygon{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}}}};
}

/// Area in square degrees, holes taken off by their direction.
double degrees2(const MultiPolygon& polygons) {
    double twice = 0.0;
    for (const Polygon& part : polygons.parts) {
        for (const Ring& ring : part.rings) {
            for (std::size_t i = 1; i < ring.size(); ++i)
                twice += ring[i - 1].lon * ring[i].lat - ring[i].lon * ring[i - 1].lat;
        }
    }
    return twice / 2.0;
}

TEST(Overlay, OfTwoBoxesIsWhatPaperAndPencilSay) {
    const MultiPolygon a = box(0.0, 0.0, 2.0, 2.0);
    const MultiPolygon b = box(1.0, 1.0, 3.0, 3.0);
    const std::vector<MultiPolygon> both{a, b};
    EXPECT_DOUBLE_EQ(degrees2(union_of(both)), 7.0);
    EXPECT_DOUBLE_EQ(degrees2(intersection(a, b)), 1.0);
    EXPECT_DOUBLE_EQ(degrees2(difference(a, b)), 3.0);
    EXPECT_TRUE(interiors_meet(a, b));
}

TEST(Overlay, AHoleIsCutAndRunsClockwise) {
    const MultiPolygon ring = difference(box(0.0, 0.0, 4.0, 4.0), box(1.0, 1.0, 2.0, 2.0));
    ASSERT_EQ(ring.parts.size(), 1U);
    ASSERT_EQ(ring.parts[0].rings.size(), 2U);
    EXPECT_GT(signed_area(ring.parts[0].rings[0]), 0.0);
    EXPECT_LT(signed_area(ring.parts[0].rings[1]), 0.0);
    EXPECT_DOUBLE_EQ(degrees2(ring), 15.0);
}

TEST(Overlay, NeighboursThatShareABorderDoNotMeetInside) {
    EXPECT_FALSE(interiors_meet(box(0.0, 0.0, 1.0, 1.0), box(1.0, 0.0, 2.0, 1.0)));
    EXPECT_FALSE(interiors_meet(box(0.0, 0.0, 1.0, 1.0), box(1.0, 1.0, 2.0, 2.0)));
    EXPECT_TRUE(intersection(box(0.0, 0.0, 1.0, 1.0), box(1.0, 0.0, 2.0, 1.0)).empty());  // only a line
}

TEST(Overlay, WithNothingIsNothing) {
    EXPECT_TRUE(intersection(box(0.0, 0.0, 1.0, 1.0), {}).empty());
    EXPECT_DOUBLE_EQ(degrees2(difference(box(0.0, 0.0, 1.0, 1.0), {})), 1.0);
    EXPECT_TRUE(union_of({}).empty());
    EXPECT_TRUE(union_of(std::vector<MultiPolygon>(3)).empty());
    EXPECT_FALSE(interiors_meet({}, box(0.0, 0.0, 1.0, 1.0)));
}

TEST(Overlay, TheSameAreaIsTheSamePolygonWhateverTheOrderOfTheParts) {
    const std::vector<MultiPolygon> forwards{box(0.0, 0.0, 1.0, 1.0), box(5.0, 5.0, 6.0, 6.0),
                                             box(0.5, 0.5, 2.0, 2.0)};
    const std::vector<MultiPolygon> backwards(forwards.rbegin(), forwards.rend());
    const MultiPolygon a = union_of(forwards);
    const MultiPolygon b = union_of(backwards);
    ASSERT_EQ(a.parts.size(), b.parts.size());
    for (std::size_t i = 0; i < a.parts.size(); ++i) EXPECT_EQ(a.parts[i].rings, b.parts[i].rings);
}

const MultiPolygon bow_tie{{Polygon{{{{0.0, 0.0}, {2.0, 2.0}, {2.0, 0.0}, {0.0, 2.0}, {0.0, 0.0}}}}}};

TEST(Invalidity, NamesTheFaultAndThePlace) {
    EXPECT_EQ(invalidity(box(0.0, 0.0, 1.0, 1.0)), "");
    EXPECT_EQ(invalidity({}), "");
    EXPECT_THAT(invalidity(bow_tie), ::testing::HasSubstr("Self-intersection at 1.000000 1.000000"));
}

TEST(MadeValid, KeepsTheAreaOfABowTie) {
    const MultiPolygon repaired = made_valid(bow_tie);
    EXPECT_EQ(invalidity(repaired), "");
    EXPECT_DOUBLE_EQ(degrees2(repaired), 2.0);  // two triangles of base 2 and height 1
}

TEST(MadeValid, DropsWhatHasNoArea) {
    EXPECT_TRUE(made_valid({{Polygon{{{{0.0, 0.0}, {1.0, 1.0}, {0.0, 0.0}}}}}}).empty());
    EXPECT_TRUE(made_valid({{Polygon{{{{0.0, 0.0}, {1.0, 1.0}, {2.0, 2.0}, {0.0, 0.0}}}}}}).empty());
    EXPECT_TRUE(made_valid({{Polygon{}}}).empty());
}

TEST(Overlay, RingsThatAreNotClosedAreOurFaultAndLeakNothing) {
    MultiPolygon open = box(0.0, 0.0, 1.0, 1.0);
    open.parts[0].rings[0].pop_back();
    MultiPolygon open_hole = box(0.0, 0.0, 4.0, 4.0);
    open_hole.parts[0].rings.push_back(box(1.0, 1.0, 2.0, 2.0).parts[0].rings[0]);
    open_hole.parts[0].rings.push_back(open.parts[0].rings[0]);
    for (const MultiPolygon& bad : {open, open_hole}) {
        try {
            (void)intersection(bad, box(0.0, 0.0, 1.0, 1.0));
            FAIL();
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::internal);
            EXPECT_THAT(error.message().en, ::testing::HasSubstr("GEOS"));
        }
    }
}

TEST(Invalidity, FindsCoordinatesThatAreNotFinite) {
    MultiPolygon broken = box(0.0, 0.0, 1.0, 1.0);
    broken.parts[0].rings[0][2].lat = std::numeric_limits<double>::quiet_NaN();
    EXPECT_NE(invalidity(broken), "");
}

TEST(Overlay, WorksOnSeveralThreadsAtOnce) {
    std::vector<double> areas(8);
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < areas.size(); ++t) {
            threads.emplace_back([&areas, t] {
                for (int i = 0; i < 50; ++i)
                    areas[t] += degrees2(intersection(box(0.0, 0.0, 2.0, 2.0), box(1.0, 1.0, 3.0, 3.0)));
            });
        }
    }
    EXPECT_EQ(areas, std::vector<double>(8, 50.0));
}

}  // namespace
}  // namespace yiquan::geo
