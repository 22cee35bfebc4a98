// SPDX-License-Identifier: MIT
#include "core/geo/circle.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/base/error.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan::geo {
namespace {

GeodesicCircle any_circle(test::Dice& dice) {
    const LonLat centre{dice.between(-180.0, 180.0), dice.between(-89.0, 89.0)};
    return {centre, Metres{std::exp(dice.between(0.0, std::log(900'000.0)))}};
}

/// A place at 0 to 2 radii, or close to the edge.
LonLat place_near(const GeodesicCircle& circle, test::Dice& dice) {
    const double offset = std::pow(10.0, dice.between(-10.0, 1.0)) * (dice.below(2) == 0 ? 1.0 : -1.0);
    const double radius = circle.radius().value();
    const double at = dice.below(4) == 0 ? radius * dice.between(0.0, 2.0) : std::max(0.0, radius + offset);
    return geodesic_destination(circle.centre(), dice.between(0.0, 360.0), Metres{at});
}

double signed_half(double degrees) {
    return degrees - 360.0 * std::round(degrees / 360.0);
}

TEST(GeodesicCircle, ContainsExactlyWhatTheGeodesicSays) {
    test::Dice dice(41);
    std::size_t inside = 0;
    for (int c = 0; c < 1'000; ++c) {
        const GeodesicCircle circle = any_circle(dice);
        for (int i = 0; i < 100; ++i) {
            const LonLat p = place_near(circle, dice);
            ASSERT_EQ(circle.contains(p), circle.contains_exactly(p))
                << "radius " << circle.radius().value() << ", distance "
                << geodesic_distance(circle.centre(), p).value();
            inside += circle.contains(p) ? 1U : 0U;
        }
    }
    EXPECT_GT(inside, 30'000U);
    EXPECT_LT(inside, 70'000U);
}

TEST(GeodesicCircle, ContainsExactlyWithinAMicrometreOfTheRadius) {
    test::Dice dice(42);
    for (int i = 0; i < 100'000; ++i) {
        const GeodesicCircle circle = any_circle(dice);
        const LonLat p = geodesic_destination(circle.centre(), dice.between(0.0, 360.0),
                                              circle.radius() + Metres{dice.between(-1e-6, 1e-6)});
        ASSERT_EQ(circle.contains(p), circle.contains_exactly(p)) << "radius " << circle.radius().value();
    }
}

TEST(GeodesicCircle, ContainsExactlyWithinANanometreOfTheRadiusOfASmallCircle) {
    test::Dice dice(43);
    for (int i = 0; i < 100'000; ++i) {
        const LonLat centre{dice.between(-180.0, 180.0), dice.between(-89.0, 89.0)};
        const LonLat p =
            geodesic_destination(centre, dice.between(0.0, 360.0), Metres{dice.between(1.0, 50.0)});
        const GeodesicCircle circle{centre, geodesic_distance(centre, p) + Metres{dice.between(-2e-9, 2e-9)}};
        ASSERT_EQ(circle.contains(p), circle.contains_exactly(p)) << "radius " << circle.radius().value();
    }
}

TEST(GeodesicCircle, APlaceExactlyOnTheRadiusIsInside) {
    test::Dice dice(44);
    for (int i = 0; i < 20'000; ++i) {
        const LonLat centre{dice.between(-180.0, 180.0), dice.between(-89.0, 89.0)};
        const LonLat p = geodesic_destination(centre, dice.between(0.0, 360.0),
                                              Metres{std::exp(dice.between(-3.0, std::log(900'000.0)))});
        const GeodesicCircle circle{centre, geodesic_distance(centre, p)};
        EXPECT_TRUE(circle.contains(p)) << circle.radius().value();
    }
}

TEST(GeodesicCircle, TheCentreIsInsideHoweverSmallTheRadius) {
    for (const double radius : {1e-12, 1e-9, 1e-6, 1.0, 1e6}) {
        EXPECT_TRUE((GeodesicCircle{{101.0, 36.0}, Metres{radius}}.contains({101.0, 36.0}))) << radius;
    }
}

TEST(GeodesicCircle, SeesAcrossTheDateLineAndThePoles) {
    const GeodesicCircle date_line{{179.9, -17.0}, kilometres(50)};
    EXPECT_TRUE(date_line.contains({-179.9, -17.0}));  // 0.2 degrees, about 21 km
    EXPECT_FALSE(date_line.contains({-179.0, -17.0}));
    const GeodesicCircle pole{{0.0, 89.9}, kilometres(50)};
    EXPECT_TRUE(pole.contains({180.0, 89.9}));  // 0.2 degrees of meridian, about 22 km
    EXPECT_FALSE(pole.contains({180.0, 89.6}));
}

TEST(GeodesicCircle, OnEveryParallelTheOuterHalfWidthHoldsThePlacesInside) {
    test::Dice dice(45);
    for (int c = 0; c < 2'000; ++c) {
        const GeodesicCircle circle = any_circle(dice);
        for (int i = 0; i < 50; ++i) {
            const LonLat p = place_near(circle, dice);
            if (!circle.contains(p)) continue;
            const double off = std::abs(signed_half(p.lon - circle.centre().lon));
            const double metre = 1e-5 / std::cos(p.lat * radians_per_degree);
            const double outer = circle.half_width(p.lat, true);
            ASSERT_GE(outer, 0.0) << circle.radius().value();
            ASSERT_LE(off, outer + 1e-4 * metre) << circle.radius().value();
            ASSERT_LE(off, circle.greatest_half_width()) << circle.radius().value();
            ASSERT_GE(p.lat, circle.south());
            ASSERT_LE(p.lat, circle.north());
        }
    }
}

TEST(GeodesicCircle, OnEveryParallelPlacesWithinTheInnerHalfWidthAreInside) {
    test::Dice dice(46);
    for (int c = 0; c < 2'000; ++c) {
        const GeodesicCircle circle = any_circle(dice);
        for (int i = 0; i < 50; ++i) {
            const double lat = dice.between(circle.south(), circle.north());
            const double inner = circle.half_width(lat, false);
            const double metre = 1e-5 / std::cos(lat * radians_per_degree);
            if (inner < 1e-4 * metre) continue;
            const double off = (inner - 1e-4 * metre) * (dice.below(2) == 0 ? 1.0 : dice.between(0.0, 1.0));
            ASSERT_TRUE(circle.contains_exactly({circle.centre().lon + off, lat})) << circle.radius().value();
            ASSERT_TRUE(circle.contains_exactly({circle.centre().lon - off, lat})) << circle.radius().value();
        }
    }
}

TEST(GeodesicCircle, OnEveryParallelTheInnerHalfWidthIsWithinTheOuter) {
    test::Dice dice(47);
    for (int c = 0; c < 20'000; ++c) {
        const GeodesicCircle circle = any_circle(dice);
        const double lat = dice.between(circle.south(), circle.north());
        EXPECT_LE(circle.half_width(lat, false), circle.half_width(lat, true));
    }
}

TEST(GeodesicCircle, TheWidestPlaceLiesBetweenTheCentreAndTheWidestLatitude) {
    // Outside that band of parallels the half-width only falls, so a row's ends bound the row.
    test::Dice dice(48);
    for (int c = 0; c < 1'000; ++c) {
        const GeodesicCircle circle = any_circle(dice);
        if (circle.greatest_half_width() >= 180.0) continue;
        double best = -1.0;
        double at = 0.0;
        constexpr int steps = 2'000;
        for (int i = 0; i <= steps; ++i) {
            const double lat = circle.south() + (circle.north() - circle.south()) * i / steps;
            const double width = circle.half_width(lat, true);
            if (width > best) {
                best = width;
                at = lat;
            }
        }
        const double step = (circle.north() - circle.south()) / steps;
        const double low = std::min(circle.centre().lat, circle.widest_latitude()) - step;
        const double high = std::max(circle.centre().lat, circle.widest_latitude()) + step;
        EXPECT_GE(at, low) << circle.centre().lat << ' ' << circle.radius().value();
        EXPECT_LE(at, high) << circle.centre().lat << ' ' << circle.radius().value();
        EXPECT_LE(best, circle.greatest_half_width());
    }
}

TEST(GeodesicCircle, AroundAPoleEveryMeridianIsTouched) {
    EXPECT_EQ((GeodesicCircle{{10.0, 89.5}, kilometres(100)}.greatest_half_width()), 180.0);
    EXPECT_EQ((GeodesicCircle{{10.0, -89.5}, kilometres(100)}.greatest_half_width()), 180.0);
    EXPECT_LT((GeodesicCircle{{10.0, 88.5}, kilometres(100)}.greatest_half_width()), 180.0);
    EXPECT_EQ((GeodesicCircle{{10.0, 90.0}, kilometres(1)}.greatest_half_width()), 180.0);
}

TEST(GeodesicCircle, ARadiusThatCannotBeMeantIsRefused) {
    const LonLat centre{101.0, 36.0};
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (const double radius : {0.0, -1.0, nan, infinity, -infinity, 1'000'000.1}) {
        try {
            const GeodesicCircle circle{centre, Metres{radius}};
            FAIL() << radius;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::usage);
            EXPECT_THAT(error.message().en, ::testing::HasSubstr("1000 km"));
        }
    }
    EXPECT_NO_THROW((GeodesicCircle{centre, GeodesicCircle::largest_radius}));
}

}  // namespace
}  // namespace yiquan::geo
