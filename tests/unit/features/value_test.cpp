// SPDX-License-Identifier: MIT
#include "core/features/value.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

namespace yiquan::features {
namespace {

Value text(std::string s) {
    return Value{std::move(s)};
}

TEST(ValueToNumber, ReadsPlainDecimalNumbers) {
    EXPECT_EQ(to_number(text("101.778")), 101.778);
    EXPECT_EQ(to_number(text("-36.5")), -36.5);
    EXPECT_EQ(to_number(text("+36.5")), 36.5);
    EXPECT_EQ(to_number(text("0")), 0.0);
    EXPECT_EQ(to_number(text(".5")), 0.5);
    EXPECT_EQ(to_number(text("5.")), 5.0);
    EXPECT_EQ(to_number(text("1.5e3")), 1500.0);
    EXPECT_EQ(to_number(text("1E-3")), 0.001);
    EXPECT_EQ(to_number(Value{std::int64_t{42}}), 42.0);
    EXPECT_EQ(to_number(Value{0.1}), 0.1);
}

TEST(ValueToNumber, SpacesOfEveryKindAroundTheNumberDoNoHarm) {
    EXPECT_EQ(to_number(text("  101.5\t\r\n")), 101.5);
    EXPECT_EQ(to_number(text("\u3000101.5\u3000 ")), 101.5);
}

TEST(ValueToNumber, FullWidthDigitsAndSignsAreReadAsPlainOnes) {
    EXPECT_EQ(to_number(text("１０１．７７８")), 101.778);
    EXPECT_EQ(to_number(text("－３６．５")), -36.5);
    EXPECT_EQ(to_number(text("＋５")), 5.0);
    EXPECT_EQ(to_number(text("１0１.5")), 101.5);
}

TEST(ValueToNumber, TextThatIsNoWholeNumberGivesNothing) {
    for (const char* s : {"",
                          " ",
                          "\u3000",
                          "abc",
                          "12abc",
                          "12 34",
                          "1,000",
                          "1.2.3",
                          "--5",
                          "++5",
                          "+",
                          "-",
                          ".",
                          "e5",
                          "1e",
                          "0x10",
                          "101°",
                          "101.5E",
                          "101度",
                          "５人",
                          "１０１．５．５",
                          "\xEF\xBC",
                          "\xEF",
                          "\xEF\xBD\xA1",
                          "\xEF\xBD\xA1 5",
                          "12\xEF",
                          "一百"}) {
        EXPECT_EQ(to_number(text(s)), std::nullopt) << '"' << s << '"';
    }
    EXPECT_EQ(to_number(Value{}), std::nullopt);
    EXPECT_EQ(to_number(text(std::string("1\0", 2))), std::nullopt);
}

TEST(ValueToNumber, NumbersThatAreNotFiniteAreReturnedAsTheyAre) {
    EXPECT_TRUE(std::isnan(to_number(text("nan")).value_or(0.0)));
    EXPECT_TRUE(std::isnan(to_number(text("NaN")).value_or(0.0)));
    EXPECT_EQ(to_number(text("inf")), std::numeric_limits<double>::infinity());
    EXPECT_EQ(to_number(text("-inf")), -std::numeric_limits<double>::infinity());
    EXPECT_EQ(to_number(text("1e999")), std::numeric_limits<double>::infinity());
    EXPECT_TRUE(std::isnan(to_number(Value{std::nan("")}).value_or(0.0)));
}

TEST(ValueToNumber, NumbersBeyondTheRangeKeepTheirSign) {
    EXPECT_EQ(to_number(text("-1e999")), -std::numeric_limits<double>::infinity());
}

TEST(ValueToNumber, NumbersTooSmallToHoldAreZeroAndNotInfinite) {
    EXPECT_EQ(to_number(text("1e-999")), 0.0);
    EXPECT_EQ(to_number(text("-1e-400")), 0.0);
    EXPECT_EQ(to_number(text("0." + std::string(400, '0') + "1")), 0.0);
}

TEST(ValueToNumber, TwoSignsAreNoNumber) {
    EXPECT_EQ(to_number(text("+-5")), std::nullopt);
    EXPECT_EQ(to_number(text("＋－５")), std::nullopt);
}

TEST(ValueToText, WritesTheShortestFormWithoutALocale) {
    EXPECT_EQ(to_text(Value{}), "");
    EXPECT_EQ(to_text(text(" 西宁 ")), " 西宁 ");
    EXPECT_EQ(to_text(Value{std::int64_t{630100}}), "630100");
    EXPECT_EQ(to_text(Value{0.1}), "0.1");
    EXPECT_EQ(to_text(Value{2.0}), "2");
    EXPECT_EQ(to_text(Value{-101.778}), "-101.778");
    EXPECT_EQ(to_text(Value{std::numeric_limits<std::int64_t>::min()}), "-9223372036854775808");
}

TEST(ValueToText, ANumberIsReadBackToTheLastBit) {
    for (const double number : {0.1, 1.0 / 3.0, 1e-300, 1e300, 101.77800000000001, -0.0}) {
        EXPECT_EQ(to_number(text(to_text(Value{number}))), number);
    }
}

TEST(ValueIsBlank, SpacesAloneAreBlankAndZeroIsNot) {
    EXPECT_TRUE(is_blank(Value{}));
    EXPECT_TRUE(is_blank(text("")));
    EXPECT_TRUE(is_blank(text(" \t\u3000\n")));
    EXPECT_FALSE(is_blank(text("0")));
    EXPECT_FALSE(is_blank(Value{0.0}));
    EXPECT_FALSE(is_blank(Value{std::int64_t{0}}));
}

TEST(ValueTrimmed, TakesSpacesFromBothEndsAndNothingFromTheMiddle) {
    EXPECT_EQ(trimmed("\u3000 西宁\u3000市 \u3000"), "西宁\u3000市");
    EXPECT_EQ(trimmed(""), "");
    EXPECT_EQ(trimmed("\u3000"), "");
    EXPECT_EQ(trimmed("\x80\x80"), "\x80\x80");  // the tail of a broken character is not a space
    EXPECT_EQ(trimmed("\xE3\x80"), "\xE3\x80");
}

}  // namespace
}  // namespace yiquan::features
