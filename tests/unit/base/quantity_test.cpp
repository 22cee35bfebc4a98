// SPDX-License-Identifier: MIT
#include "core/base/quantity.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "core/base/error.hpp"

namespace yiquan {
namespace {

using ::testing::HasSubstr;

/// The message of the error that reading a length raises, empty where none does.
Message refusal(std::string_view text) {
    try {
        (void)parse_length(text, "radius");
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::usage) << text;
        return error.message();
    }
    return {};
}

struct Reading {
    std::string_view text;
    double value;
};

TEST(ParseLength, ReadsMetresAndKilometresInBothLanguages) {
    for (const Reading& reading :
         {Reading{"800 m", 800.0}, Reading{"800m", 800.0}, Reading{"1.5km", 1500.0},
          Reading{"1.5 km", 1500.0}, Reading{"3 公里", 3000.0}, Reading{"3公里", 3000.0},
          Reading{"500米", 500.0}, Reading{"500 米", 500.0}, Reading{"2千米", 2000.0},
          Reading{" \t15 km \t", 15000.0}, Reading{"1e3 m", 1000.0}, Reading{".5 km", 500.0},
          Reading{"250 metres", 250.0}, Reading{"250 meters", 250.0}, Reading{"2 kilometres", 2000.0}}) {
        EXPECT_DOUBLE_EQ(parse_length(reading.text, "radius").value(), reading.value) << reading.text;
    }
}

TEST(ParseLength, KilometresInDecimalsAreTheMetresThatTheyWrite) {
    for (const Reading& reading :
         {Reading{"1.005 km", 1005.0}, Reading{"2.014 km", 2014.0}, Reading{"32.3 km", 32300.0},
          Reading{"0.0011 km", 1.1}, Reading{"4.35公里", 4350.0}, Reading{"1.001km", 1001.0}}) {
        EXPECT_EQ(parse_length(reading.text, "radius").value(), reading.value) << reading.text;
    }
    for (int metres = 1; metres <= 200'000; ++metres) {  // every limit of whole metres up to 200 km
        const std::string text = fmt::format("{}.{:03} km", metres / 1000, metres % 1000);
        EXPECT_EQ(parse_length(text, "radius").value(), static_cast<double>(metres)) << text;
    }
}

TEST(ParseLength, ReadsTheSameNumberInEveryLocale) {
    // A decimal comma is not understood as a decimal point, whatever the locale.
    EXPECT_THAT(refusal("1,5 km").en, HasSubstr("unknown unit"));
    EXPECT_DOUBLE_EQ(parse_length("1.5 km", "radius").value(), 1500.0);
}

TEST(ParseLength, AMissingUnitIsRefusedAndAnExampleGiven) {
    for (const std::string_view text : {"800", "800 ", "0", "-3", "1e3"}) {
        const Message message = refusal(text);
        EXPECT_THAT(message.en, HasSubstr("no unit")) << text;
        EXPECT_THAT(message.en, HasSubstr("\"1 km\"")) << text;
        EXPECT_THAT(message.zh, HasSubstr("没有单位")) << text;
    }
}

TEST(ParseLength, DegreesAreRefusedAsNoLength) {
    for (const std::string_view text : {"0.01°", "0.01 deg", "1 degree", "0.5 degrees", "0.01 度"}) {
        EXPECT_THAT(refusal(text).en, HasSubstr("degrees")) << text;
        EXPECT_THAT(refusal(text).zh, HasSubstr("度")) << text;
    }
}

TEST(ParseLength, ZeroAndNegativeLengthsAreRefused) {
    for (const std::string_view text : {"0 m", "0.0 km", "-0 m", "-800 m", "-1e-9 km", "-0公里"}) {
        EXPECT_THAT(refusal(text).en, HasSubstr("greater than zero")) << text;
        EXPECT_THAT(refusal(text).zh, HasSubstr("必须大于零")) << text;
    }
}

TEST(ParseLength, NumbersThatAreNotFiniteAreRefused) {
    for (const std::string_view text :
         {"nan m", "NaN km", "inf m", "-inf km", "infinity m", "1e999 m", "1e-999 m", "nan", "inf"}) {
        EXPECT_THAT(refusal(text).en, HasSubstr("not a number")) << text;
    }
}

TEST(ParseLength, ANumberThatOverflowsWithItsUnitIsRefused) {
    EXPECT_THAT(refusal("1e306 km").en, HasSubstr("not a number"));
}

TEST(ParseLength, GarbageIsRefused) {
    for (const std::string_view text :
         {"", " ", "m", "km", "far", "公里", "--3 m", "one km", "\xff\xfe", "°", "’; DROP TABLE", "😀"}) {
        EXPECT_THAT(refusal(text).en, HasSubstr("not a number")) << text;
    }
}

TEST(ParseLength, UnknownUnitsAreNamed) {
    EXPECT_THAT(refusal("5 miles").en, HasSubstr("unknown unit \"miles\""));
    EXPECT_THAT(refusal("5 里").zh, HasSubstr("单位“里”无法识别"));
    EXPECT_THAT(refusal("5 min").en, HasSubstr("unknown unit \"min\""));  // a time is not a length
    EXPECT_THAT(refusal("0x10 m").en, HasSubstr("unknown unit"));
    EXPECT_THAT(refusal("1 km 500 m").en, HasSubstr("unknown unit"));
    EXPECT_THAT(refusal(std::string_view{"1 m\0", 4}).en, HasSubstr("unknown unit"));
}

TEST(ParseLength, MessagesNameFieldAndText) {
    EXPECT_THAT(refusal("800").en, HasSubstr("radius = \"800\""));
    EXPECT_THAT(refusal("800").zh, HasSubstr("radius = “800”"));
}

TEST(ParseDuration, ReadsSecondsMinutesAndHoursInBothLanguages) {
    for (const Reading& reading :
         {Reading{"90 s", 90.0}, Reading{"15 min", 900.0}, Reading{"15min", 900.0}, Reading{"1 h", 3600.0},
          Reading{"15分钟", 900.0}, Reading{"15 分", 900.0}, Reading{"1.5小时", 5400.0},
          Reading{"30秒", 30.0}, Reading{"2 minutes", 120.0}}) {
        EXPECT_DOUBLE_EQ(parse_duration(reading.text, "budget").value(), reading.value) << reading.text;
    }
}

TEST(ParseDuration, MinutesInDecimalsAreTheSecondsThatTheyWrite) {
    EXPECT_EQ(parse_duration("1.1 min", "budget").value(), 66.0);
    EXPECT_EQ(parse_duration("4.35 min", "budget").value(), 261.0);
    EXPECT_EQ(parse_duration("1.1小时", "budget").value(), 3960.0);
}

TEST(WholeMillimetres, AreThoseOfTheDecimalsThatWereTyped) {
    EXPECT_EQ(whole_millimetres(Metres{1005.0}), 1'005'000);
    EXPECT_EQ(whole_millimetres(Metres{0.3}), 300);
    EXPECT_EQ(whole_millimetres(Metres{1.0005}), 1'001);  // a half goes up, though the number is below it
    EXPECT_EQ(whole_millimetres(Metres{-1.0005}), -1'001);
    EXPECT_EQ(whole_millimetres(Metres{1e8}), 100'000'000'000);
    constexpr double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(whole_millimetres(Metres{infinity}), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(whole_millimetres(Metres{-infinity}), std::numeric_limits<std::int64_t>::min());
}

TEST(ParseDuration, RefusesWhatLengthsRefuse) {
    for (const std::string_view text : {"15", "0 min", "-5 min", "nan s", "1e307 h", "5 km", "15 m", ""}) {
        EXPECT_THROW((void)parse_duration(text, "budget"), Error) << text;
    }
}

TEST(QuantityText, HasAtMostThreeDecimalsAndNoTrailingZeros) {
    EXPECT_EQ(to_text(Metres{800.0}), "800 m");
    EXPECT_EQ(to_text(Metres{0.0}), "0 m");
    EXPECT_EQ(to_text(Metres{0.5}), "0.5 m");
    EXPECT_EQ(to_text(Metres{999.0}), "999 m");
    EXPECT_EQ(to_text(Metres{1000.0}), "1 km");
    EXPECT_EQ(to_text(Metres{1500.0}), "1.5 km");
    EXPECT_EQ(to_text(Metres{12345.6789}), "12.346 km");
    EXPECT_EQ(to_text(Metres{100'000.0}), "100 km");
    EXPECT_EQ(to_text(minutes(15)), "15 min");
    EXPECT_EQ(to_text(Seconds{90.0}), "1.5 min");
}

TEST(QuantityText, IsReadBackAsTheSameLength) {
    for (const double metres : {1.0, 12.5, 300.0, 999.0, 1000.0, 15'000.0, 123'456.0}) {
        EXPECT_DOUBLE_EQ(parse_length(to_text(Metres{metres}), "radius").value(), metres);
    }
}

}  // namespace
}  // namespace yiquan
