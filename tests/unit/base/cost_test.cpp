// SPDX-License-Identifier: MIT
#include "core/base/cost.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace yiquan {
namespace {

TEST(Cost, NamesKeysByItsUnit) {
    EXPECT_EQ(unit_key("nearest", CostUnit::metres), "nearest_m");
    EXPECT_EQ(unit_key("nearest", CostUnit::seconds), "nearest_s");
    EXPECT_EQ(unit_key("nearest", CostUnit::table), "nearest");
    EXPECT_EQ(limit_key(CostUnit::metres), "radius_m");
    EXPECT_EQ(limit_key(CostUnit::seconds), "limit_s");
    EXPECT_EQ(limit_key(CostUnit::table), "threshold");
}

TEST(Cost, OfEveryUnitHasItsRowInTheirOrder) {
    for (const CostUnitInfo& unit : cost_units) EXPECT_EQ(&info(unit.unit), &unit);
}

TEST(Cost, IsToldInTheReadersUnitAndLanguage) {
    const auto text = [](std::int64_t amount, CostUnit unit) {
        return to_text(CostLimit{Cost::whole(amount), unit});
    };
    EXPECT_EQ(text(800, CostUnit::metres).en, "800 m");
    EXPECT_EQ(text(1500, CostUnit::metres).en, "1.5 km");
    EXPECT_EQ(text(1500, CostUnit::metres).zh, "1.5 km");
    EXPECT_EQ(text(900, CostUnit::seconds).en, "15 min");
    EXPECT_EQ(text(900, CostUnit::seconds).zh, "15 分钟");
    EXPECT_EQ(text(90, CostUnit::seconds).zh, "1.5 分钟");
    EXPECT_EQ(text(7, CostUnit::table).en, "7");
    EXPECT_EQ(reader_figure(CostValue{2749.8}, CostUnit::metres), "2.7");
    EXPECT_EQ(reader_figure(CostValue{605.455}, CostUnit::seconds), "10.1");
}

TEST(Cost, OfALengthIsThatLengthToAMicrometre) {
    EXPECT_EQ(cost_of(kilometres(1.005)), Cost::whole(1005));
    EXPECT_EQ(cost_of(Metres{0.1}).value(), 0.1);
    EXPECT_EQ(cost_of(Metres{1e300}), Cost::nearest(Cost::largest)) << "not a length of this Earth";
}

}  // namespace
}  // namespace yiquan
