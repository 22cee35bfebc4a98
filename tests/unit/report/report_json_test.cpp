// SPDX-License-Identifier: MIT
#include "core/report/report_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/report/report_page.hpp"
#include "core/report/summary_text.hpp"
#include "tests/unit/audit/small_audit.hpp"

namespace yiquan::report {
namespace {

using testing::HasSubstr;
using testing::Not;
using Json = nlohmann::json;

AuditRecord record_of(const audit::SmallAudit& audit) {
    return parse_record(audit::audit_json(audit.report()), "audit.json");
}
AuditRecord small_record() {
    return record_of(audit::SmallAudit{});
}
Json document_of(const AuditRecord& record) {
    return Json::parse(report_json(record, nullptr, Language::chinese));
}

/// All sentences, one per line.
std::string summary(const AuditRecord& record, Language language) {
    std::string text;
    for (const Message& sentence : summary_sentences(record)) text += sentence.in(language) + "\n";
    return text;
}

TEST(AuditRecord, HoldsWhatTheAuditWrote) {
    const audit::SmallAudit audit;
    const AuditRecord record = record_of(audit);
    EXPECT_EQ(record.version, "1.2.3");
    EXPECT_EQ(record.ledger.title, "small");
    EXPECT_EQ(record.ledger.ledger.total.demand, audit.result.ledger().total.demand);
    EXPECT_EQ(record.zone_notes, (std::vector<std::string>{"with a note", ""}));
    ASSERT_EQ(record.facilities.size(), 3U);
    EXPECT_EQ(record.facilities[0].id, "s1");
    EXPECT_FALSE(record.facilities[2].active);
    EXPECT_EQ(record.facilities[0].served, audit.result.facilities[0].served);
    ASSERT_TRUE(record.distances);
    EXPECT_EQ(record.distances->total, audit.result.distances->total);
    ASSERT_TRUE(record.distances->profile);
    EXPECT_NEAR(record.distances->profile->gini, audit.result.distances->profile->gini, 5e-5);
}

TEST(ReportJson, HasTheLedgerAndTheDistancesOfEveryUnit) {
    const Json json = document_of(small_record());
    EXPECT_EQ(json["schema"], "yiquan.report/1");
    EXPECT_EQ(json["language"], "zh");
    EXPECT_EQ(json["zones"].size(), 2U);
    EXPECT_EQ(json["parents"].size(), 1U);
    EXPECT_EQ(json["comparison"], nullptr);
    double covered = 0.0;
    for (std::size_t k = 0; json["distances"]["edges_m"][k] < json["standard"]["radius_m"]; ++k)
        covered += json["distances"]["people"][k].get<double>();
    EXPECT_EQ(covered, json["totals"]["covered"].get<double>());
    EXPECT_EQ(json["distances"]["unknown"], 0.0);
    EXPECT_EQ(json["distances"]["lorenz"].size(), 101U);
}

TEST(ReportJson, ListsWhatTheLedgerShowsWithItsKindAndName) {
    AuditRecord record = small_record();
    const auto keys = [&] {
        std::vector<std::string> out;
        const Json json = document_of(record);
        for (const Json& column : json["columns"]) out.push_back(column["key"]);
        return out;
    };
    EXPECT_THAT(keys(),
                testing::ElementsAre("covered_share", "demand", "covered", "gap", "single", "nearest_mean",
                                     "nearest_p90", "facilities", "area_km2", "meets_target"));
    const Json json = document_of(record);
    for (const Json& column : json["columns"])
        EXPECT_TRUE(json["zones"][0].contains(column["key"].get<std::string>())) << column;
    EXPECT_EQ(json["columns"][4]["kind"], "people");
    EXPECT_EQ(json["columns"][4]["title"]["zh"], "仅一处设施服务");
    EXPECT_EQ(json["columns"][6]["kind"], "cost");
    record.ledger.target_share.reset();
    record.ledger.ledger.total.unreachable = Persons::whole(1);
    EXPECT_THAT(keys(), testing::Contains("unreachable"));
    EXPECT_THAT(keys(), Not(testing::Contains("meets_target")));
}

TEST(ReportJson, SaysWhoGainedWhereThereIsABefore) {
    AuditRecord record = small_record();
    Before before{small_record(), {}};
    before.comparison.zones.push_back({"630101", "zone", "西宁市", {}});
    before.comparison.zones.front().change.gained = Persons::whole(5);
    before.comparison.facilities.push_back(
        {audit::FacilityChange::Kind::moved, "s1", "station", "", Metres{120}});
    const Json json = Json::parse(report_json(record, &before, Language::english));
    EXPECT_EQ(json["comparison"]["zones"][0]["gained"], 5.0);
    EXPECT_EQ(json["comparison"]["facilities"][0]["distance_m"], 120.0);
    EXPECT_EQ(json["comparison"]["before"]["title"], "small");
}

TEST(ReportJson, CoarsensShapesUntilThePageIsSmall) {
    AuditRecord record = small_record();
    geo::Ring circle;
    constexpr int corners = 300'000;
    for (int i = 0; i <= corners; ++i) {
        const double angle = 6.283185307179586 * i / corners;
        circle.push_back({100.0 + std::cos(angle), 36.0 + std::sin(angle)});
    }
    record.ledger.shapes["630101"] = {{geo::Polygon{{circle}}}};
    const Json json = document_of(record);
    EXPECT_LT(report_json(record, nullptr, Language::english).size(), 3'000'000U);
    EXPECT_FALSE(json["geometry"]["zones"][0]["polygons"].empty());
}

TEST(ReportPage, LetsNoTextOfTheDataRun) {
    audit::SmallAudit audit("<script>alert(1)</script>");
    audit.params.title = "</title><b>@YIQUAN_DATA@";
    const std::string page = report_page(record_of(audit), nullptr, Language::chinese);
    EXPECT_THAT(page, Not(HasSubstr("<script>alert(1)")));
    EXPECT_THAT(page, HasSubstr("\\u003cscript>alert(1)\\u003c/script>"));
    EXPECT_THAT(page, HasSubstr("&lt;/title&gt;&lt;b&gt;@YIQUAN_DATA@</title>"));
    EXPECT_THAT(page, HasSubstr("lang=\"zh-Hans\""));
}

TEST(SummarySentences, NameTheShareTheGapAndWhoDependsOnOneStation) {
    // Of 10 outside, 20, 21, 24 and 30, 105 in all: the stations at 101.0 and 101.2 reach 20, 21 and 24
    // within 20 km.
    AuditRecord record = small_record();
    record.gaps.push_back({1, "630102", "zone 630102", "西宁市", Persons::whole(30), {}, {}, {}, "", {}});
    const std::string zh = summary(record, Language::chinese);
    EXPECT_THAT(zh, HasSubstr("105 人中有 65 人（61.9%）已覆盖，40 人（38.1%）尚未覆盖"));
    EXPECT_THAT(zh, HasSubstr("zone 630102（30 人）"));
    EXPECT_THAT(zh, HasSubstr("总体达到 50.0% 的目标"));
    const std::string en = summary(record, Language::english);
    EXPECT_THAT(en, HasSubstr("65 of 105 people (61.9 %) are served; 40 (38.1 %) are not."));
    EXPECT_THAT(en, HasSubstr("target of 50.0 % is met"));
}

TEST(SummarySentences, SayAllCoveredWhereNobodyIsLeft) {
    AuditRecord record = small_record();
    audit::Figures& total = record.ledger.ledger.total;
    total.covered = total.demand;
    total.gap = {};
    EXPECT_THAT(summary(record, Language::chinese), HasSubstr("105 人全部覆盖"));
    EXPECT_THAT(summary(record, Language::english), HasSubstr("all 105 people are served"));
}

TEST(SummarySentences, AreThereWithoutPeopleAndStations) {
    AuditRecord record;
    EXPECT_THAT(summary(record, Language::chinese), HasSubstr("没有可统计的需求人口"));
    EXPECT_THAT(summary(record, Language::english), HasSubstr("no demand"));
}

TEST(SourceLine, NamesFilesWithoutFoldersOptionsAndSecrets) {
    AuditRecord record;
    record.inputs = {{"facilities", "D:\\lists\\站点.csv", "", 1},
                     {"demand", "PG:dbname=people password=secret", "", 1},
                     {"zones", "file:///data/zones.csv?crs=EPSG:4326&xField=a/b", "", 1}};
    EXPECT_EQ(source_line(record).zh, "设施 站点.csv；需求 PostgreSQL；统计单元 zones.csv");
    record.inputs = {{"zones", "maps/all.gpkg|layername=counties", "", 1}};
    EXPECT_EQ(source_line(record).en, "zones all.gpkg");
}

}  // namespace
}  // namespace yiquan::report
