// SPDX-License-Identifier: MIT
#include "core/intake/coordinate_text.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace yiquan::intake {
namespace {

void expect_reading(const std::string& text, double value, Axis axis) {
    const auto read = read_coordinate(text);
    ASSERT_TRUE(read) << text;
    EXPECT_NEAR(read->value, value, 1e-12) << text;
    EXPECT_EQ(read->axis, axis) << text;
}

TEST(CoordinateText, ReadsPlainNumbers) {
    expect_reading(" 101.778 ", 101.778, Axis::unnamed);
    expect_reading("－３６．５", -36.5, Axis::unnamed);
    EXPECT_EQ(read_coordinate(std::int64_t{36})->value, 36.0);
}

TEST(CoordinateText, ReadsDegreesMinutesAndSeconds) {
    expect_reading("36°37'12\"N", 36.62, Axis::north_south);
    expect_reading("36°37′12″", 36.62, Axis::unnamed);
    expect_reading("N36°37.2'", 36.62, Axis::north_south);
    expect_reading("36 ° 37 ' 12 '' n", 36.62, Axis::north_south);
    expect_reading("东经101度46分48秒", 101.78, Axis::east_west);
    expect_reading("101°46′48", 101.78, Axis::unnamed);
    expect_reading("E101.78", 101.78, Axis::east_west);
    expect_reading("101.78°", 101.78, Axis::unnamed);
}

TEST(CoordinateText, MakesWestAndSouthNegative) {
    expect_reading("70°30'W", -70.5, Axis::east_west);
    expect_reading("33.5S", -33.5, Axis::north_south);
    expect_reading("南纬33度30分", -33.5, Axis::north_south);
    expect_reading("-33°30'", -33.5, Axis::unnamed);
}

TEST(CoordinateText, LeavesDoubtfulTextUnread) {
    for (const char* text : {"", "abc", "36-37-12", "36°61'", "36°37'60\"", "36.5°30'", "-36°N", "N36N",
                             "36'37°", "°", "36°N37'", "36,617", "101.78, 36.62", "nan", "inf", "1e999"}) {
        EXPECT_FALSE(read_coordinate(std::string{text})) << text;
    }
    EXPECT_FALSE(read_coordinate(std::numeric_limits<double>::quiet_NaN()));
    EXPECT_FALSE(read_coordinate(std::string(10'000'000, '9')));
    EXPECT_FALSE(read_coordinate({}));
}

}  // namespace
}  // namespace yiquan::intake
