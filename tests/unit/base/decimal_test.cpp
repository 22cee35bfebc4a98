// SPDX-License-Identifier: MIT
#include "core/base/decimal.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <string>

#include "core/base/error.hpp"

namespace yiquan {
namespace {

struct Reading {
    std::string_view text;
    int places;
    std::optional<ScaledDecimal> expected;
};

TEST(Decimal, IsReadFromItsDigitsAndNotThroughBinaryFractions) {
    constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
    for (const Reading& it : {
             Reading{"1.005", 6, {{1'005'000, true}}},
             Reading{"0.3", 6, {{300'000, true}}},
             Reading{"-2.5", 1, {{-25, true}}},
             Reading{"+7", 0, {{7, true}}},
             Reading{".5", 1, {{5, true}}},
             Reading{"5.", 1, {{50, true}}},
             Reading{"007.10", 2, {{710, true}}},
             Reading{"0.000", 2, {{0, true}}},
             Reading{"-0", 2, {{0, true}}},
             Reading{"1e3", 2, {{100'000, true}}},
             Reading{"1.2E-3", 6, {{1'200, true}}},
             Reading{"1.2e+3", 0, {{1'200, true}}},
             Reading{"1200", -2, {{12, true}}},
             Reading{"0e999999999999999999999", 6, {{0, true}}},
             Reading{"9223372036854.775807", 6, {{largest, true}}},
             Reading{"-9223372036854.775807", 6, {{-largest, true}}},
         }) {
        EXPECT_EQ(parse_decimal(it.text, it.places), it.expected) << it.text;
    }
}

TEST(Decimal, RoundsMorePlacesThanItKeepsAndSaysSo) {
    for (const Reading& it : {
             Reading{"1.0055", 3, {{1'006, false}}},      // a half goes away from zero
             Reading{"-1.0055", 3, {{-1'006, false}}},    //
             Reading{"1.00549999", 3, {{1'005, false}}},  //
             Reading{"1.0050000", 3, {{1'005, true}}},    // nothing is lost with zeros
             Reading{"0.5", 0, {{1, false}}},             //
             Reading{"0.49", 0, {{0, false}}},            //
             Reading{"0.05", 0, {{0, false}}},            // the digit that decides is a zero not written
             Reading{"99.96", 1, {{1'000, false}}},       // carries through every digit
             Reading{"1e-999999999999", 6, {{0, false}}},
             Reading{"4", -1, {{0, false}}},
         }) {
        EXPECT_EQ(parse_decimal(it.text, it.places), it.expected) << it.text;
    }
}

TEST(Decimal, IsNothingWhereTheTextIsNoNumberOrTooLarge) {
    for (const std::string_view text : {"",
                                        " 1",
                                        "1 ",
                                        "1,5",
                                        "e3",
                                        "-",
                                        ".",
                                        "1e",
                                        "1e+",
                                        "0x10",
                                        "inf",
                                        "nan",
                                        "1.2.3",
                                        "--1",
                                        "１",
                                        "9223372036854.775808",
                                        "9223372036854.7758075",
                                        "1e13",
                                        "99999999999999999999",
                                        "1e999999999999"}) {
        EXPECT_EQ(parse_decimal(text, 6), std::nullopt) << text;
    }
}

TEST(Decimal, EndsWhereItsUnitBegins) {
    EXPECT_EQ(decimal_length("1.5km"), 3U);
    EXPECT_EQ(decimal_length("1e3km"), 3U);
    EXPECT_EQ(decimal_length("3em"), 1U);
    EXPECT_EQ(decimal_length("3e-m"), 1U);
    EXPECT_EQ(decimal_length("-2 米"), 2U);
    EXPECT_EQ(decimal_length("1.2.3"), 3U);
    EXPECT_EQ(decimal_length("km"), 0U);
    EXPECT_EQ(decimal_length(""), 0U);
}

TEST(Decimal, TimesAWholeNumberIsRoundedOnce) {
    EXPECT_LT(1.005 * 1000.0, 1005.0);  // what the machine makes of it
    EXPECT_EQ(decimal_times("1.005", 1000), 1005.0);
    EXPECT_EQ(decimal_times("-1.005", 1000), -1005.0);
    EXPECT_EQ(decimal_times("0.0011", 1000), 1.1);
    EXPECT_EQ(decimal_times("1.1", 60), 66.0);
    EXPECT_EQ(decimal_times("0", 1000), 0.0);
    EXPECT_EQ(decimal_times("2.5e2", 3), 750.0);
    EXPECT_EQ(decimal_times("9.99", 4'294'967'295U), 42906723277.05);
    EXPECT_EQ(decimal_times("1e308", 1000), std::nullopt);
    EXPECT_EQ(decimal_times("one", 1000), std::nullopt);
    EXPECT_EQ(shortest_times(1.005, 1000), 1005.0);
    EXPECT_EQ(shortest_times(-1.005, 1000), -1005.0);
    EXPECT_TRUE(std::isinf(shortest_times(std::numeric_limits<double>::infinity(), 1000)));
    EXPECT_TRUE(std::isnan(shortest_times(std::numeric_limits<double>::quiet_NaN(), 1000)));
}

TEST(Decimal, OfANumberIsTheShortestTextThatReadsBackAsIt) {
    EXPECT_EQ(nearest_decimal(1.005, 6), 1'005'000);
    EXPECT_EQ(nearest_decimal(0.3, 6), 300'000);
    EXPECT_EQ(nearest_decimal(-0.3, 6), -300'000);
    EXPECT_EQ(nearest_decimal(0.1 + 0.2, 6), 300'000);  // 0.30000000000000004
    EXPECT_EQ(nearest_decimal(1e-7, 6), 0);
    EXPECT_EQ(nearest_decimal(1.0055, 3), 1'006);  // the number itself is below the half
    EXPECT_EQ(nearest_decimal(6e12, 6), 6'000'000'000'000'000'000);
    EXPECT_THROW((void)nearest_decimal(1e13, 6), Error);
    EXPECT_THROW((void)nearest_decimal(std::nan(""), 6), Error);
    EXPECT_THROW((void)nearest_decimal(std::numeric_limits<double>::infinity(), 6), Error);
}

TEST(Decimal, EveryAmountOfSixPlacesComesBackFromANumberThatReadIt) {
    std::mt19937_64 random(20261130);
    for (int i = 0; i < 20'000; ++i) {
        const auto units =
            static_cast<std::int64_t>(random() % 9'000'000'000'000'000ULL) - 4'500'000'000'000'000;
        const std::int64_t size = units < 0 ? -units : units;
        const std::string text =
            fmt::format("{}{}.{:06}", units < 0 ? "-" : "", size / 1'000'000, size % 1'000'000);
        EXPECT_EQ(parse_decimal(text, 6), (ScaledDecimal{units, true})) << text;
        EXPECT_EQ(nearest_decimal(std::stod(text), 6), units) << text;
    }
}

}  // namespace
}  // namespace yiquan
