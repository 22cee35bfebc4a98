// SPDX-License-Identifier: MIT
#include "core/geo/circle_frame.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "tests/unit/base/dice.hpp"

namespace yiquan::geo {
namespace {

constexpr double two_pi = 2.0 * std::numbers::pi;

GeodesicCircle circle_in_china(test::Dice& dice, double least, double most) {
    return {{dice.between(73.0, 135.0), dice.between(4.0, 54.0)},
            Metres{std::exp(dice.between(std::log(least), std::log(most)))}};
}

TEST(CircleFrame, EdgePointsLieOnTheEllipsoidAtTheRadius) {
    test::Dice dice(51);
    for (int c = 0; c < 2'000; ++c) {
        const GeodesicCircle circle = circle_in_china(dice, 100.0, 15'000.0);
        const CircleFrame frame(circle);
        for (int i = 0; i < 10; ++i) {
            const Ecef at = frame.at(dice.between(0.0, two_pi));
            const double on_ellipsoid =
                (at.x * at.x + at.y * at.y) / (wgs84::semi_major * wgs84::semi_major) +
                at.z * at.z / (wgs84::semi_minor * wgs84::semi_minor);
            EXPECT_NEAR(on_ellipsoid, 1.0, 1e-14);
            // The stated 2.4e-9 of the radius, and 10 nm for degrees kept as doubles.
            EXPECT_NEAR(geodesic_distance(circle.centre(), to_lonlat(at)).value(), circle.radius().value(),
                        2.4e-9 * circle.radius().value() + 1e-8);
        }
    }
}

TEST(CircleFrame, EdgePointsOfLargeCirclesAreRightToAMillionth) {
    // The chord's bounds part with the square of the radius: (300 km / 15 km)^2 * 2.4e-9 = 9.6e-7.
    test::Dice dice(52);
    for (int c = 0; c < 2'000; ++c) {
        const GeodesicCircle circle = circle_in_china(dice, 15'000.0, 300'000.0);
        const Ecef at = CircleFrame(circle).at(dice.between(0.0, two_pi));
        EXPECT_NEAR(geodesic_distance(circle.centre(), to_lonlat(at)).value(), circle.radius().value(),
                    1e-6 * circle.radius().value());
    }
}

TEST(CircleFrame, TheSlopeOfLongitudeAgreesWithFiniteDifferences) {
    test::Dice dice(53);
    for (int c = 0; c < 2'000; ++c) {
        const GeodesicCircle circle = circle_in_china(dice, 1'000.0, 100'000.0);
        const CircleFrame frame(circle);
        const double angle = dice.between(0.0, two_pi);
        constexpr double step = 1e-4;
        const double before = to_lonlat(frame.at(angle - step)).lon;
        const double after = to_lonlat(frame.at(angle + step)).lon;
        const double slope = (after - before) * radians_per_degree / (2.0 * step);
        const double scale =
            circle.radius().value() / wgs84::semi_major / std::cos(circle.centre().lat * radians_per_degree);
        EXPECT_NEAR(frame.edge_point(angle).dlon / scale, slope / scale, 2e-7);
    }
}

TEST(CircleFrame, AnglesRunAnticlockwiseFromEast) {
    const GeodesicCircle circle{{101.0, 36.0}, kilometres(10)};
    const CircleFrame frame(circle);
    EXPECT_GT(to_lonlat(frame.at(0.0)).lon, 101.1);
    EXPECT_GT(to_lonlat(frame.at(two_pi / 4.0)).lat, 36.05);
    EXPECT_LT(to_lonlat(frame.at(two_pi / 2.0)).lon, 100.9);
    EXPECT_LT(to_lonlat(frame.at(-two_pi / 4.0)).lat, 35.95);
}

TEST(CircleFrame, SeesItsOwnEdgePointsUnderTheirAngle) {
    test::Dice dice(54);
    for (int i = 0; i < 5'000; ++i) {
        const CircleFrame frame(circle_in_china(dice, 100.0, 300'000.0));
        const double angle = dice.between(-3.1, 3.1);
        EXPECT_NEAR(frame.angle_of(frame.at(angle)), angle, 1e-9);
    }
}

/// Share of sampled edge points that lie in the other circle, compared with the arc point by point.
void expect_arc_holds(const GeodesicCircle& a, const GeodesicCircle& b) {
    const CircleFrame frame(a);
    const CircleFrame::Arc arc = frame.held_by(CircleFrame(b));
    constexpr int samples = 720;
    for (int i = 0; i < samples; ++i) {
        const double angle = two_pi * (i + 0.5) / samples;
        const Ecef at = frame.at(angle);
        const double beyond =
            std::sqrt(chord2(at, CircleFrame(b).centre())) - std::sqrt(CircleFrame(b).edge_chord2());
        if (std::abs(beyond) < 1e-6 * b.radius().value()) continue;  // too near to the end of the arc to tell
        bool held = arc.kind == CircleFrame::Arc::Kind::all;
        if (arc.kind == CircleFrame::Arc::Kind::part) {
            const double turn = std::remainder(angle - arc.middle, two_pi);
            held = turn >= -arc.before && turn <= arc.after;
        }
        ASSERT_EQ(held, beyond < 0.0) << "radii " << a.radius().value() << ' ' << b.radius().value()
                                      << " apart " << geodesic_distance(a.centre(), b.centre()).value()
                                      << " angle " << angle << " beyond " << beyond;
    }
}

TEST(CircleFrame, TheArcHeldByAnotherCircleIsTheOneThatSamplingFinds) {
    test::Dice dice(55);
    for (int c = 0; c < 1'500; ++c) {
        const GeodesicCircle a = circle_in_china(dice, 500.0, 60'000.0);
        const double ratio = dice.below(3) == 0 ? 1.0 : std::exp(dice.between(-2.0, 2.0));
        const Metres radius = ratio * a.radius();
        const double apart = dice.between(0.0, 1.1) * (a.radius().value() + radius.value());
        const LonLat centre = geodesic_destination(a.centre(), dice.between(0.0, 360.0), Metres{apart});
        const GeodesicCircle b{centre, radius};
        expect_arc_holds(a, b);
        expect_arc_holds(b, a);
    }
}

TEST(CircleFrame, ArcsOfCirclesThatAllButTouchAreStillRight) {
    test::Dice dice(56);
    for (int c = 0; c < 1'000; ++c) {
        const GeodesicCircle a = circle_in_china(dice, 5'000.0, 50'000.0);
        const Metres radius = dice.between(0.3, 1.0) * a.radius();
        const double hair = dice.between(-1e-5, 1e-5) * a.radius().value();
        const double touching =
            dice.below(2) == 0 ? a.radius().value() + radius.value() : a.radius().value() - radius.value();
        const LonLat centre =
            geodesic_destination(a.centre(), dice.between(0.0, 360.0), Metres{touching + hair});
        const GeodesicCircle b{centre, radius};
        expect_arc_holds(a, b);
        expect_arc_holds(b, a);
    }
}

TEST(CircleFrame, OfTwoCirclesAroundOnePlaceTheLargerHoldsTheSmaller) {
    const CircleFrame small(GeodesicCircle{{101.0, 36.0}, kilometres(5)});
    const CircleFrame large(GeodesicCircle{{101.0, 36.0}, kilometres(15)});
    EXPECT_EQ(small.held_by(large).kind, CircleFrame::Arc::Kind::all);
    EXPECT_EQ(large.held_by(small).kind, CircleFrame::Arc::Kind::none);
    EXPECT_EQ(small.held_by(small).kind, CircleFrame::Arc::Kind::all);
}

}  // namespace
}  // namespace yiquan::geo
