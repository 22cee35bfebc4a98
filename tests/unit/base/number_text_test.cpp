// SPDX-License-Identifier: MIT
#include "core/base/number_text.hpp"

#include <gtest/gtest.h>

namespace yiquan {
namespace {

TEST(NumberText, GroupsThousands) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999.4), "999");
    EXPECT_EQ(grouped(1234567.4), "1,234,567");
    EXPECT_EQ(grouped(-12345), "-12,345");
    EXPECT_EQ(grouped(-0.2), "0");
}

TEST(NumberText, NeverSaysAllWhereSomebodyIsMissing) {
    EXPECT_EQ(percent_number(1.0), "100.0");
    EXPECT_EQ(percent_number(0.9999999), "99.9");
    EXPECT_EQ(percent_number(0.9994), "99.9");
}

TEST(NumberText, NeverSaysNobodyWhereSomebodyIs) {
    EXPECT_EQ(percent_number(0.0), "0.0");
    EXPECT_EQ(percent_number(1e-9), "0.1");
    EXPECT_EQ(percent(0.8512), "85.1 %");
}

}  // namespace
}  // namespace yiquan
