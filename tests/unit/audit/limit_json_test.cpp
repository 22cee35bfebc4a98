// SPDX-License-Identifier: MIT
#include "core/audit/limit_json.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "tests/unit/base/error_of.hpp"

namespace yiquan::audit {
namespace {

using Json = nlohmann::ordered_json;

TEST(LimitJson, NamesTheUnitOfAnythingButMetres) {
    Json metres;
    write_limit(metres, {Cost::whole(1500), CostUnit::metres});
    EXPECT_EQ(metres, Json::parse(R"({"radius_m": 1500.0})")) << "as before there were other units";
    Json seconds;
    write_limit(seconds, {Cost::whole(900), CostUnit::seconds});
    EXPECT_EQ(seconds, Json::parse(R"({"limit_s": 900.0, "unit": "s"})"));
}

TEST(LimitJson, ComesBackAsItWas) {
    for (const CostLimit& limit : {CostLimit{Cost::nearest(1234.567), CostUnit::metres},
                                   CostLimit{Cost::whole(900), CostUnit::seconds}}) {
        Json json;
        write_limit(json, limit);
        EXPECT_EQ(read_limit(json), limit);
    }
}

TEST(LimitJson, RefusesAnUnknownUnitAndWhatNoCostCanBe) {
    const auto unknown = test::error_of([] { (void)read_limit(Json{{"limit_h", 1}, {"unit", "h"}}); });
    ASSERT_TRUE(unknown);
    EXPECT_EQ(unknown->kind(), ErrorKind::input);
    EXPECT_NE(unknown->message().en.find("\"h\""), std::string::npos);
    for (const double wrong : {-1.0, 1e300}) {
        const auto error = test::error_of([&] { (void)read_limit(Json{{"radius_m", wrong}}); });
        ASSERT_TRUE(error) << wrong;
        EXPECT_EQ(error->kind(), ErrorKind::input);
    }
}

}  // namespace
}  // namespace yiquan::audit
