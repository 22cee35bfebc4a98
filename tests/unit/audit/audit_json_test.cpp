// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "core/audit/comparison.hpp"
#include "core/audit/report.hpp"
#include "tests/unit/audit/small_audit.hpp"

namespace yiquan::audit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Json = nlohmann::ordered_json;

std::vector<std::string> keys(const Json& object) {
    std::vector<std::string> out;
    for (const auto& [key, value] : object.items()) out.push_back(key);
    return out;
}

TEST(AuditJson, HasTheKeysOfTheDesignInFixedOrder) {
    const SmallAudit audit;
    const Json json = Json::parse(audit_json(audit.report()));
    EXPECT_EQ(json["schema"], "yiquan.audit/1");
    EXPECT_THAT(keys(json), ElementsAre("schema", "run", "totals", "outside", "parents", "zones", "bands",
                                        "distances", "facilities", "station_shares", "findings"));
    EXPECT_THAT(keys(json["run"]), ElementsAre("title", "standard", "filter", "inputs", "version", "notice"));
    for (const char* key : {"demand", "covered", "gap", "unreachable", "outside_zones", "covered_share",
                            "area_km2", "covered_area_km2", "gap_area_km2", "facilities"}) {
        EXPECT_TRUE(json["totals"][key].is_number()) << key;
    }
    for (const char* key : {"demand", "covered", "gap", "unreachable", "covered_share", "single", "area_km2",
                            "covered_area_km2", "gap_area_km2", "facilities", "nearest_mean",
                            "nearest_median", "nearest_p90", "nearest_max"}) {
        EXPECT_TRUE(json["zones"][0][key].is_number()) << key;
    }
    EXPECT_TRUE(json["zones"][0]["meets_target"].is_boolean());
    EXPECT_THAT(keys(json["facilities"][0]), ElementsAre("id", "name", "kind", "lon", "lat", "zone", "active",
                                                         "demand_served", "demand_only_here"));
    EXPECT_THAT(keys(json["findings"]), ElementsAre("count", "by_kind"));
}

TEST(AuditJson, TellsTheFiguresOfTheRun) {
    const SmallAudit audit;
    const Json json = Json::parse(audit_json(audit.report()));
    const Figures& total = audit.result.ledger().total;
    EXPECT_EQ(json["totals"]["demand"], total.demand.value());
    EXPECT_EQ(json["totals"]["covered"], total.covered.value());
    EXPECT_EQ(json["totals"]["outside_zones"].get<double>(), 10.0 * (100.0 - 99.0));
    EXPECT_EQ(json["outside"]["gap"], audit.result.ledger().outside.gap.value());
    EXPECT_EQ(json["zones"][0]["code"], "630101");
    EXPECT_EQ(json["zones"][0]["note"], "with a note");
    EXPECT_FALSE(json["zones"][1].contains("note"));
    EXPECT_EQ(json["zones"][1]["parent"], "西宁市");
    EXPECT_EQ(json["parents"].size(), 1U);
    EXPECT_EQ(json["parents"][0]["name"], "西宁市");
    ASSERT_EQ(json["bands"].size(), 2U);
    EXPECT_EQ(json["bands"][0]["radius_m"], 10'000.0);
    Json zones = json["zones"];
    for (Json& zone : zones) EXPECT_EQ(zone.erase("by_distance"), 1U);
    EXPECT_EQ(json["bands"][1]["zones"], zones) << "the last band is the standard's own";
    EXPECT_EQ(json["facilities"][2]["active"], false);
    EXPECT_EQ(json["facilities"][0]["zone"], "630101");
    EXPECT_EQ(json["station_shares"][0]["id"], "open_24h");
    EXPECT_EQ(json["station_shares"][0]["unknown"], 0);
    EXPECT_EQ(json["station_shares"][0]["stations"], 2) << "those of the kind that the run counts";
    EXPECT_EQ(json["findings"]["by_kind"]["outside_zones"], 1);
    EXPECT_EQ(json["findings"]["count"], 1);
}

TEST(AuditJson, TellsWhatTheRunWasMadeFrom) {
    SmallAudit audit;
    audit.params.filter.open_at = coverage::WeekTime{std::nullopt, 120};
    audit.params.standard.figures = {{"radius", "20 km", "a paper", "low", {}}};
    const Json run = Json::parse(audit_json(audit.report()))["run"];
    EXPECT_EQ(run["standard"]["id"], "custom");
    EXPECT_EQ(run["standard"]["kind"], "radius");
    EXPECT_EQ(run["standard"]["radius_m"], 20'000.0);
    EXPECT_EQ(run["standard"]["bands_m"], Json({10'000.0, 20'000.0}));
    EXPECT_EQ(run["standard"]["target_share"], 0.5);
    EXPECT_EQ(run["standard"]["figures"][0]["source"], "a paper");
    EXPECT_EQ(run["filter"]["kinds"], Json::array({"工会驿站"}));
    EXPECT_EQ(run["filter"]["open_at"]["minute"], 120);
    EXPECT_TRUE(run["filter"]["open_at"]["weekday"].is_null());
    EXPECT_FALSE(run["filter"].contains("open_24h"));
    EXPECT_THAT(keys(run["inputs"][0]), ElementsAre("role", "path", "sha256", "rows"));
    EXPECT_EQ(run["inputs"][0]["sha256"], "abc123");
    EXPECT_EQ(run["inputs"][1]["rows"], 5);
    EXPECT_EQ(run["version"], "1.2.3");
    EXPECT_EQ(run["notice"], "演示数据");
}

TEST(AuditJson, OneBandAndNoTargetsLeaveTheirKeysOut) {
    SmallAudit audit;
    audit.result.bands.erase(audit.result.bands.begin());
    audit.result.station_shares.clear();
    audit.params.notice.clear();
    const Json json = Json::parse(audit_json(audit.report()));
    EXPECT_FALSE(json.contains("bands"));
    EXPECT_FALSE(json.contains("station_shares"));
    EXPECT_FALSE(json["run"].contains("notice"));
}

TEST(AuditJson, KeepsQuotesNewlinesAndEmojiAsTheyAre) {
    const std::string name = "\"驿站\"\n\\第2行\t😀𠮷\x01";
    const SmallAudit audit(name);
    const std::string text = audit_json(audit.report());
    const Json json = Json::parse(text);
    EXPECT_EQ(json["facilities"][0]["name"], name);
    EXPECT_THAT(text, HasSubstr("驿站")) << "readable, not \\u escapes";
    EXPECT_THAT(text, HasSubstr("😀𠮷"));
}

TEST(AuditJson, ReplacesBrokenUtf8) {
    const SmallAudit audit("\xD6\xD0\xCE\xC4 caf\xe9");  // GB18030 and Latin-1
    const Json json = Json::parse(audit_json(audit.report()));
    const std::string name = json["facilities"][0]["name"];
    EXPECT_THAT(name, HasSubstr("\xEF\xBF\xBD"));
    EXPECT_THAT(name, HasSubstr(" caf"));
}

TEST(AuditJson, NumbersReadBackTheSame) {
    const SmallAudit audit;
    const Json json = Json::parse(audit_json(audit.report()));
    for (std::size_t z = 0; z < audit.zones.size(); ++z) {
        const Figures& figures = audit.result.ledger().zones[z];
        EXPECT_EQ(json["zones"][z]["covered_area_km2"].get<double>(), figures.covered_area.value());
        const auto area = [&](const char* key) {
            return SquareKilometres::nearest(json["zones"][z][key].get<double>());
        };
        EXPECT_EQ(area("covered_area_km2") + area("gap_area_km2"), area("area_km2"))
            << "the decimals that are written add up";
    }
}

TEST(AuditJson, IsReadBackByTheComparison) {
    const SmallAudit audit;
    const AuditSummary summary = parse_audit_json(audit_json(audit.report()), "audit.json");
    EXPECT_EQ(summary.title, "small");
    EXPECT_EQ(summary.standard, "custom");
    EXPECT_EQ(summary.limit, (CostLimit{Cost::whole(20'000)}));
    ASSERT_EQ(summary.zones.size(), 3U) << "two zones, and the people outside";
    EXPECT_EQ(summary.zones[0].code, "630101");
    EXPECT_EQ(summary.zones[0].demand, audit.result.ledger().zones[0].demand);
    EXPECT_EQ(summary.zones[1].covered, audit.result.ledger().zones[1].covered);
    EXPECT_EQ(summary.zones[2].code, "");
    EXPECT_EQ(summary.zones[2].demand, audit.result.ledger().outside.demand);
    ASSERT_EQ(summary.facilities.size(), 2U) << "the third took no part";
    EXPECT_EQ(summary.facilities[1].id, "s2");
    EXPECT_EQ(summary.facilities[1].place, audit.facilities[1].place);
    const Comparison same = compare(summary, summary, std::nullopt, std::nullopt);
    EXPECT_EQ(same.total.gained, Persons{});
    EXPECT_TRUE(same.facilities.empty());
}

TEST(AuditJson, IsTheSameBytesEveryTime) {
    EXPECT_EQ(audit_json(SmallAudit().report()), audit_json(SmallAudit().report()));
}

}  // namespace
}  // namespace yiquan::audit
