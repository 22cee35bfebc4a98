// SPDX-License-Identifier: MIT
#include "core/screening/screening.hpp"

#include <gmock/gmock.h>

#include "core/geo/geodesic.hpp"
#include "tests/unit/screening/small_screening.hpp"

namespace yiquan::screening {
namespace {

using testing::HasSubstr;

constexpr const char* fault_rule =
    "[[rule]]\nid = \"fault\"\nkind = \"avoid\"\nlayer = \"faults\"\ncovers = \"everywhere\"\n";

TEST(Screening, AvoidsALineByItsGeodesicDistance) {
    const Screening result = screened(std::string{fault_rule} + "limit = \"200 m\"\n");
    EXPECT_EQ(verdicts(result), "pfpp");
    const Evidence& b = result.rules[0].evidence[1];
    EXPECT_NEAR(std::get<double>(b.value), geo::geodesic_distance({101.01, 36.0}, {101.012, 36.0}).value(),
                0.01);
    EXPECT_EQ(b.limit, 200.0);
    EXPECT_EQ(b.nearest, "拉脊山断裂");
}

TEST(Screening, TakesTheSetbackFromTheIntensityOfTheCandidate) {
    const std::string rules = std::string{fault_rule} +
                              "limit_by = \"intensity\"\nlimits = { \"8\" = \"200 m\", \"9\" = \"800 m\" }\n";
    const Screening result = screened(rules);
    EXPECT_EQ(verdicts(result), "pffu");  // D says no intensity
    EXPECT_EQ(result.rules[0].evidence[2].limit, 800.0);
    EXPECT_THAT(result.rules[0].evidence[3].why.en, HasSubstr("intensity is empty"));
}

TEST(Screening, TakesTheSetbackFromTwoColumns) {
    const std::string rules = std::string{fault_rule} +
                              "limit_by = [\"intensity\", \"class\"]\n"
                              "limits = { \"8 B\" = \"200 m\", \"9 B\" = \"400 m\", \"9 C\" = \"none\" }\n";
    EXPECT_EQ(verdicts(screened(rules)), "pfpu");
}

TEST(Screening, AValueThatTheTableLacksIsUnknown) {
    const std::string rules =
        std::string{fault_rule} + "limit_by = \"intensity\"\nlimits = { \"8\" = \"200 m\" }\n";
    const Screening result = screened(rules);
    EXPECT_EQ(verdicts(result), "puuu");
    EXPECT_THAT(result.rules[0].evidence[1].why.en, HasSubstr("intensity = 9 has no limit"));
}

/// A second fault of which nobody drew the course may cross any candidate; B is too near the first for
/// certain.
TEST(Screening, AHazardWithoutAPlaceMayLieAnywhereSoNothingPasses) {
    MemoryInputs inputs = four_candidates();
    inputs.tables["faults"].rows.push_back({{text("未绘断裂")}, {}});
    const Screening result = screened(std::string{fault_rule} + "limit = \"200 m\"\n", inputs);
    EXPECT_EQ(verdicts(result), "ufuu");
    EXPECT_EQ(result.rules[0].evidence[1].nearest, "拉脊山断裂");
    EXPECT_THAT(result.rules[0].evidence[0].why.en, HasSubstr("1 of the layer's rows have no coordinates"));
    EXPECT_FALSE(result.rules[0].evidence[0].why.zh.empty());
    ASSERT_EQ(result.findings.list().size(), 1U);
    EXPECT_THAT(result.findings.list()[0].detail.en, HasSubstr("the row was left out; draw it or delete it"));
}

/// The school at A is near enough for A; one without coordinates may stand beside B, C or D.
TEST(Screening, ASchoolWithoutAPlaceMayBeNearSoNothingFailsForWantOfOne) {
    MemoryInputs inputs = four_candidates();
    inputs.tables["schools.csv"].rows.push_back({{text("中学"), text(""), text("")}, {}});
    const Screening result = screened(
        "[[rule]]\nid = \"school\"\nkind = \"near\"\nlayer = \"schools.csv\"\ncovers = \"everywhere\"\n"
        "limit = \"500 m\"\n",
        inputs);
    EXPECT_EQ(verdicts(result), "puuu");
}

TEST(Screening, BeyondTheKnownDataIsUnknownAndNeverPass) {
    const std::string start =
        "[[rule]]\nid = \"fault\"\nkind = \"avoid\"\nlayer = \"faults\"\nlimit = \"200 m\"\n";
    // The fault alone spans no area, so only what is too near is certain.
    EXPECT_EQ(verdicts(screened(start)), "ufuu");
    // Mapped from 100.99 on: A lies 901 m inside. To 101.021: C lies 90 m inside, less than the limit.
    EXPECT_EQ(verdicts(screened(start + "covers = [100.99, 35.0, 101.021, 37.0]\n")), "pfuu");
    EXPECT_EQ(verdicts(screened(start + "covers = [100.99, 35.0, 101.1, 37.0]\n")), "pfpp");
    EXPECT_EQ(verdicts(screened(start + "covers = \"everywhere\"\n")), "pfpp");
}

TEST(Screening, KnownLandMayBeAPolygonLayer) {
    MemoryInputs inputs = four_candidates();
    const features::RawRing ring{{100.99, 35}, {101.1, 35}, {101.1, 37}, {100.99, 37}, {100.99, 35}};
    inputs.tables["mapped"] = {{{"name"}}, {{{text("图幅")}, features::RawPolygons{{ring}}}}, "EPSG:4326"};
    const std::string rules =
        "[[rule]]\nid = \"fault\"\nkind = \"avoid\"\nlayer = \"faults\"\nlimit = \"200 m\"\ncovers = "
        "\"mapped\"\n";
    EXPECT_EQ(verdicts(screened(rules, inputs)), "pfpp");
}

TEST(Screening, NearPassesWhatIsCertainAndFailsOnlyWhereAllIsKnown) {
    const std::string start =
        "[[rule]]\nid = \"school\"\nkind = \"near\"\nlayer = \"schools.csv\"\nlimit = \"1 km\"\n";
    EXPECT_EQ(verdicts(screened(start + "covers = \"everywhere\"\n")), "ppff");
    EXPECT_EQ(verdicts(screened(start)), "ppuu");  // one school says nothing of other places
}

TEST(Screening, OverlapAloneAsksForNoDistance) {
    MemoryInputs inputs = four_candidates();
    const features::RawRing around_b{{101.009, 35.99}, {101.011, 35.99}, {101.011, 36.01}, {101.009, 36.01}};
    inputs.tables["flood"] = {
        {{"name"}}, {{{text("淹没区")}, features::RawPolygons{{around_b}}}}, "EPSG:4326"};
    const Screening result = screened(
        "[[rule]]\nid = \"flood\"\nkind = \"avoid\"\nlayer = \"flood\"\nlimit = \"overlap\"\n"
        "covers = \"everywhere\"\n",
        inputs);
    EXPECT_EQ(verdicts(result), "pfpp");
    EXPECT_EQ(std::get<double>(result.rules[0].evidence[1].value), 0.0);
}

TEST(Screening, ReadsNumbersAndYesAndNoFromColumns) {
    const Screening result = screened(
        "[[rule]]\nid = \"seats\"\nkind = \"attain\"\ncolumn = \"seats\"\nminimum = \"400 人\"\n"
        "[[rule]]\nid = \"water\"\nkind = \"attain\"\ncolumn = \"water\"\nrequired = true\n");
    EXPECT_EQ(verdicts(result.rules[0].evidence), "pfuu");
    EXPECT_EQ(verdicts(result.rules[1].evidence), "pfpu");
    EXPECT_EQ(result.findings.count(features::FindingKind::unreadable_value), 2U);  // "many" and 也许
    EXPECT_EQ(verdicts(result), "pfuu");
}

TEST(Screening, CountsWhomARuleAloneExcludes) {
    const Screening result = screened(std::string{fault_rule} +
                                      "limit = \"800 m\"\n"
                                      "[[rule]]\nid = \"seats\"\nkind = \"attain\"\ncolumn = \"seats\"\n"
                                      "minimum = \"400 人\"\n");
    EXPECT_EQ(verdicts(result.rules[0].evidence), "pffp");
    EXPECT_EQ(verdicts(result.rules[1].evidence), "pfuu");
    EXPECT_EQ(result.rules[0].excluded_alone, 1U);  // C; B fails both
    EXPECT_EQ(result.rules[1].excluded_alone, 0U);
    EXPECT_EQ(result.rules[1].unknown, 2U);
    EXPECT_EQ(result.count(Verdict::fail), 2U);
}

TEST(Screening, WeightedRulesScoreAndExcludeNobody) {
    const Screening result = screened(
        "[[rule]]\nid = \"seats\"\nkind = \"attain\"\ncolumn = \"seats\"\nminimum = \"400 人\"\nweight = 3\n"
        "[[rule]]\nid = \"water\"\nkind = \"attain\"\ncolumn = \"water\"\nrequired = true\nweight = 1\n");
    EXPECT_EQ(verdicts(result), "pppp");
    EXPECT_EQ(result.results[0].score, 1.0);
    EXPECT_EQ(result.results[1].score, 0.0);
    EXPECT_EQ(result.results[2].score, 0.25);  // unknown seats score nothing
    EXPECT_EQ(result.rules[0].excluded_alone, 0U);
}

TEST(Screening, RulesThatAreSwitchedOffNeedNoData) {
    const Screening result = screened(std::string{fault_rule} +
                                      "limit = \"200 m\"\n"
                                      "[[rule]]\nid = \"later\"\nkind = \"avoid\"\nenabled = false\n"
                                      "layer = \"nowhere.gpkg\"\n");
    EXPECT_EQ(verdicts(result), "pfpp");
    EXPECT_TRUE(result.rules[1].evidence.empty());
}

TEST(Screening, MeasuresTheAreaOfOutlines) {
    MemoryInputs inputs;
    // A hundredth of a degree each way at 36° N: 901.6 m by 1,109.6 m, 1.0004 km².
    const features::RawRing square{{101, 36}, {101.01, 36}, {101.01, 36.01}, {101, 36.01}, {101, 36}};
    inputs.tables["sites.csv"] = {{{"id"}}, {{{text("A")}, features::RawPolygons{{square}}}}, "EPSG:4326"};
    const auto judged = [&](const std::string& minimum) {
        return screened(
            "[[rule]]\nid = \"area\"\nkind = \"attain\"\nmeasure = \"area\"\nminimum = \"" + minimum + "\"\n",
            inputs);
    };
    EXPECT_NEAR(std::get<double>(judged("1 公顷").rules[0].evidence[0].value), 100.04, 0.02);
    EXPECT_EQ(verdicts(judged("1 km2")), "p");
    EXPECT_EQ(verdicts(judged("1501 亩")), "f");  // 1.0004 km² are 1,500.6 亩
    EXPECT_EQ(verdicts(judged("1500 亩")), "p");
}

TEST(Screening, IsTheSameForAnyNumberOfThreadsAndAnyOrderOfTheLayersRows) {
    MemoryInputs inputs;
    inputs.tables["sites.csv"].fields = {{"id"}, {"lon"}, {"lat"}};
    for (int i = 0; i < 300; ++i) {
        inputs.tables["sites.csv"].rows.push_back(
            {{std::int64_t{i}, 101.0 + 0.001 * i, 36.0 + 0.0007 * (i % 17)}, {}});
    }
    inputs.tables["towns"].fields = {{"name"}, {"lon"}, {"lat"}};
    for (int i = 0; i < 40; ++i) {  // pairs of towns in one place
        inputs.tables["towns"].rows.push_back(
            {{std::string{"镇"} + std::to_string(i), 101.0 + 0.02 * (i / 2), 36.0}, {}});
    }
    const std::string rules =
        "[[rule]]\nid = \"town\"\nkind = \"near\"\nlayer = \"towns\"\nlimit = \"500 m\"\n";
    const Screening first = screened(rules, inputs, 1);
    std::reverse(inputs.tables["towns"].rows.begin(), inputs.tables["towns"].rows.end());
    const Screening second = screened(rules, inputs, 4);
    ASSERT_EQ(verdicts(first), verdicts(second));
    EXPECT_THAT(verdicts(first), HasSubstr("p"));
    for (std::size_t c = 0; c < 300; ++c) {
        EXPECT_EQ(first.rules[0].evidence[c].nearest, second.rules[0].evidence[c].nearest);
        EXPECT_EQ(first.rules[0].evidence[c].value, second.rules[0].evidence[c].value);
    }
}

TEST(Screening, RefusesWhatItCannotRead) {
    const auto refuse = [](const std::string& rules, MemoryInputs inputs = four_candidates()) {
        return refused(ErrorKind::input, [&] { screened(rules, inputs); });
    };
    EXPECT_THAT(
        refuse("[[rule]]\nid = \"road\"\nkind = \"near\"\nlayer = \"roads.gpkg\"\nlimit = \"1 km\"\n"),
        HasSubstr("rule \"road\": roads.gpkg: there is no such file"));
    EXPECT_THAT(
        refuse("[[rule]]\nid = \"seat\"\nkind = \"attain\"\ncolumn = \"seat\"\nminimum = \"1 人\"\n"),
        HasSubstr(
            "rule \"seat\": sites.csv: there is no column \"seat\"; its columns are: id, name, lon, lat, "
            "intensity, class, seats, water. Did you mean \"seats\"?"));
    EXPECT_THAT(refuse(std::string{fault_rule} + "limit_by = \"烈度\"\nlimits = { \"8\" = \"1 m\" }\n"),
                HasSubstr("there is no column \"烈度\""));
    EXPECT_THAT(
        refuse("[[rule]]\nid = \"area\"\nkind = \"attain\"\nmeasure = \"area\"\nminimum = \"1 ha\"\n"),
        HasSubstr("the candidates are points and have no area"));
    MemoryInputs empty = four_candidates();
    empty.tables["faults"].rows = {{{text("空")}, {}}};
    EXPECT_THAT(refuse(std::string{fault_rule} + "limit = \"1 m\"\nlon = \"name\"\nlat = \"name\"\n", empty),
                HasSubstr("holds no features"));
    MemoryInputs nobody = four_candidates();
    nobody.tables["sites.csv"].rows.clear();
    EXPECT_THAT(refuse(std::string{fault_rule} + "limit = \"1 m\"\n", nobody),
                HasSubstr("there are no candidates in it"));
}

}  // namespace
}  // namespace yiquan::screening
