// SPDX-License-Identifier: MIT
#include "core/screening/rules_file.hpp"

#include <gmock/gmock.h>

#include "core/screening/limit_key.hpp"
#include "tests/unit/screening/small_screening.hpp"

namespace yiquan::screening {
namespace {

using testing::HasSubstr;

RulesFile parsed(const std::string& rules) {
    return parse_rules_file("[candidates]\npath = \"sites.csv\"\n" + rules, "rules.toml");
}

std::string refusal(const std::string& rules) {
    return refused(ErrorKind::usage, [&] { parsed(rules); });
}

std::string rule(const std::string& lines) {
    return "[[rule]]\nid = \"r\"\n" + lines + "\n";
}

TEST(RulesFile, WritesEveryLimitInSigns) {
    const auto limit = [](const std::string& lines) { return limit_text(parsed(rule(lines)).rules.front()); };
    const std::string avoid = "kind = \"avoid\"\nlayer = \"x\"\n";
    EXPECT_EQ(limit(avoid + "limit = \"200 m\""), "≥ 200 m");
    EXPECT_EQ(limit(avoid + "limit = \"overlap\""), "> 0 m");
    EXPECT_EQ(limit(avoid + "limit_by = \"烈度\"\nlimits = { \"8\" = \"200 m\", \"7度\" = \"none\" }"),
              "7: –; 8: ≥ 200 m");
    EXPECT_EQ(limit("kind = \"near\"\nlayer = \"x\"\nlimit = \"5公里\""), "≤ 5 km");
    EXPECT_EQ(limit("kind = \"attain\"\nmeasure = \"area\"\nminimum = \"30 亩\""), "≥ 30 亩");
    EXPECT_EQ(limit("kind = \"attain\"\nmeasure = \"slope\"\nlayer = \"x\"\nmaximum = \"14度\""), "≤ 14 °");
    EXPECT_EQ(limit("kind = \"attain\"\ncolumn = \"seats\"\nminimum = \"300 seats\""), "≥ 300 seats");
    EXPECT_EQ(limit("kind = \"attain\"\ncolumn = \"water\"\nrequired = true"), "= yes 是");
}

TEST(RulesFile, ASlopeWithoutUnitIsRefused) {
    const std::string slope = "kind = \"attain\"\nmeasure = \"slope\"\nlayer = \"dem.tif\"\n";
    EXPECT_THAT(refusal(rule(slope + "maximum = \"25\"")),
                HasSubstr("[rule r] maximum = \"25\": has no unit; a slope is in percent or in degrees"));
    EXPECT_THAT(refusal(rule(slope + "maximum = \"25 m\"")), HasSubstr("is not a slope"));
    EXPECT_THAT(refusal(rule(slope + "maximum = 25")), HasSubstr("must be text in quotes, with its unit"));
}

TEST(RulesFile, ALimitWithoutUnitIsRefused) {
    EXPECT_THAT(refusal(rule("kind = \"near\"\nlayer = \"x\"\nlimit = \"5\"")), HasSubstr("has no unit"));
    EXPECT_THAT(refusal(rule("kind = \"attain\"\nmeasure = \"area\"\nminimum = \"5\"")),
                HasSubstr("has no unit"));
    EXPECT_THAT(refusal(rule("kind = \"attain\"\nmeasure = \"area\"\nminimum = \"5 m\"")),
                HasSubstr("is not an area"));
    EXPECT_THAT(refusal(rule("kind = \"attain\"\ncolumn = \"seats\"\nminimum = \"300\"")),
                HasSubstr("has no unit"));
}

TEST(RulesFile, ARuleWithoutLimitIsRefusedUnlessItIsSwitchedOff) {
    EXPECT_THAT(refusal(rule("kind = \"avoid\"\nlayer = \"x\"")), HasSubstr("[rule r] limit is missing"));
    EXPECT_THAT(refusal(rule("kind = \"attain\"\nmeasure = \"area\"")), HasSubstr("minimum is missing"));
    EXPECT_THAT(refusal(rule("kind = \"near\"\nlimit = \"1 km\"")), HasSubstr("layer is missing"));
    const std::string on = "[[rule]]\nid = \"on\"\nkind = \"attain\"\ncolumn = \"a\"\nrequired = true\n";
    EXPECT_FALSE(parsed(on + rule("kind = \"avoid\"\nenabled = false")).rules[1].enabled);
}

TEST(RulesFile, UnknownWordsComeWithTheNearestName) {
    EXPECT_THAT(refusal(rule("kind = \"avoid\"\nlayer = \"x\"\nlimitt = \"1 km\"")),
                HasSubstr("limitt is not a known setting. Did you mean \"limit\"?"));
    EXPECT_THAT(refusal(rule("kind = \"avoyd\"")), HasSubstr("Did you mean \"avoid\"?"));
    EXPECT_THAT(refusal(rule("kind = \"attain\"\nmeasure = \"slop\"\nmaximum = \"1 %\"")),
                HasSubstr("Did you mean \"slope\"?"));
}

TEST(RulesFile, EachIdIsUsedOnceAndPlain) {
    const std::string yes = "kind = \"attain\"\ncolumn = \"a\"\nrequired = true\n";
    EXPECT_THAT(refusal(rule(yes) + "[[rule]]\nid = \"R\"\n" + yes),
                HasSubstr("two rules have the id \"R\""));
    EXPECT_THAT(refusal("[[rule]]\nid = \"避开\"\n" + yes), HasSubstr("plain letters"));
    EXPECT_THAT(refusal("[[rule]]\n" + yes), HasSubstr("plain letters"));
}

TEST(RulesFile, WeightsThatAreAllZeroGiveNoScore) {
    const std::string yes = "kind = \"attain\"\ncolumn = \"a\"\nrequired = true\n";
    EXPECT_THAT(refusal(rule(yes + "weight = 0")), HasSubstr("the weights of all weighted rules are zero"));
    EXPECT_THAT(refusal(rule(yes + "weight = -1")), HasSubstr("must not be below zero"));
}

TEST(RulesFile, SomeRuleMustBeSwitchedOn) {
    EXPECT_THAT(refusal(""), HasSubstr("no rule is switched on"));
    EXPECT_THAT(refusal(rule("kind = \"avoid\"\nenabled = false")), HasSubstr("no rule is switched on"));
}

TEST(RulesFile, PairsOfSettingsBelongTogether) {
    const std::string avoid = "kind = \"avoid\"\nlayer = \"x\"\n";
    EXPECT_THAT(refusal(rule(avoid + "limit_by = \"a\"")), HasSubstr("belong together"));
    EXPECT_THAT(refusal(rule(avoid + "limits = { \"8\" = \"1 m\" }")), HasSubstr("belong together"));
    EXPECT_THAT(refusal(rule(avoid + "limit = \"1 m\"\nlimit_by = \"a\"\nlimits = { \"8\" = \"1 m\" }")),
                HasSubstr("belong together"));
    EXPECT_THAT(refusal(rule(avoid + "limit = \"1 m\"\ncovers = [1, 2, 3]")), HasSubstr("must be a box"));
    EXPECT_THAT(refusal(rule("kind = \"attain\"\ncolumn = \"a\"\nminimum = \"1 m\"\nmaximum = \"2 m\"")),
                HasSubstr("write two rules"));
    EXPECT_THAT(refusal(rule("kind = \"near\"\nlayer = \"x\"\nlimit = \"overlap\"")),
                HasSubstr("is for avoid"));
}

TEST(LimitKey, NamesAValueTheSameHoweverItIsWritten) {
    for (const Value& cell : {Value{std::int64_t{8}}, Value{8.0}, text("8"), text(" 8.0 "), text("8度")})
        EXPECT_EQ(limit_key(std::array{cell}), "8");
    EXPECT_EQ(limit_key(std::array{Value{std::int64_t{9}}, text("B")}), "9 B");
    EXPECT_EQ(limit_key(" 9  B "), "9 B");
    EXPECT_EQ(limit_key(std::array{Value{std::int64_t{9}}, Value{}}), "");
}

}  // namespace
}  // namespace yiquan::screening
