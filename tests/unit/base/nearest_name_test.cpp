// SPDX-License-Identifier: MIT
#include "core/base/nearest_name.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

namespace yiquan {
namespace {

using ::testing::HasSubstr;

constexpr std::array<std::string_view, 4> keys{"radius", "preset", "mode", "budget"};

TEST(NearestName, FindsTheNameBehindASlipOfTheFinger) {
    EXPECT_EQ(nearest_name("raduis", keys), "radius");
    EXPECT_EQ(nearest_name("radius_", keys), "radius");
    EXPECT_EQ(nearest_name("presett", keys), "preset");
    EXPECT_EQ(nearest_name("bugdet", keys), "budget");
    EXPECT_EQ(nearest_name("mod", keys), "mode");
    EXPECT_EQ(nearest_name("radius", keys), "radius");
}

TEST(NearestName, StaysSilentWhereNothingIsNear) {
    EXPECT_EQ(nearest_name("colour", keys), "");
    EXPECT_EQ(nearest_name("", keys), "");
    EXPECT_EQ(nearest_name("x", keys), "");
    EXPECT_EQ(nearest_name("radius", {}), "");
}

TEST(NearestName, TiesGoToTheFirstName) {
    constexpr std::array<std::string_view, 3> names{"cat", "bat", "hat"};
    EXPECT_EQ(nearest_name("rat", names), "cat");
}

TEST(NearestName, AnEndlessWordIsNotCompared) {
    EXPECT_EQ(nearest_name(std::string(10'000'000, 'a'), keys), "");
}

TEST(NearestName, SuggestionsSpeakBothLanguagesOrNotAtAll) {
    const Message near = suggestion("raduis", keys);
    EXPECT_THAT(near.en, HasSubstr("Did you mean \"radius\"?"));
    EXPECT_THAT(near.zh, HasSubstr("“radius”"));
    EXPECT_EQ(suggestion("colour", keys).en, "");
    EXPECT_EQ(suggestion("colour", keys).zh, "");
}

}  // namespace
}  // namespace yiquan
