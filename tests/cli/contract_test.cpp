// SPDX-License-Identifier: MIT
#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::vector<std::string> keys(const Json& object) {
    std::vector<std::string> out;
    for (const auto& [key, value] : object.items()) out.push_back(key);
    return out;
}

void expect_keys(const Json& object, const std::vector<std::string>& wanted) {
    EXPECT_THAT(keys(object), testing::IsSupersetOf(wanted));
}

std::vector<std::string> files_in(const fs::path& folder) {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator{folder})
        found.push_back(entry.path().filename().string());
    std::sort(found.begin(), found.end());
    return found;
}

void expect_same_bytes(const SmallCounty& county, const std::string& one, const std::string& other) {
    for (const std::string& file : audit_files) {
        EXPECT_TRUE(content_of(county.folder() / one / file) == content_of(county.folder() / other / file))
            << file << " differs between " << one << " and " << other;
    }
}

/// A thousand points with weights that no binary fraction holds, in a fixed order.
std::string fractional_demand(bool backwards) {
    std::vector<std::string> rows;
    for (int i = 0; i < 1000; ++i) {
        const double lon = 100.99 + 0.000223 * ((i * 37) % 1000);
        const double lat = 35.99 + 0.000119 * ((i * 61) % 1000);
        const double weight = i % 3 == 0 ? 0.1 : i % 3 == 1 ? 1.0 / 3.0 : 1234.567;
        std::ostringstream row;
        row.precision(17);
        row << "p" << i << "," << lon << "," << lat << "," << weight << "\n";
        rows.push_back(row.str());
    }
    if (backwards) std::reverse(rows.begin(), rows.end());
    std::string text = "id,lon,lat,weight\n";
    for (const std::string& row : rows) text += row;
    return text;
}

const std::vector<std::string> figures{"demand",           "covered",       "gap",
                                       "unreachable",      "covered_share", "area_km2",
                                       "covered_area_km2", "gap_area_km2",  "facilities"};

TEST(AuditContract, TheFolderHoldsFiveFilesAndNothingElse) {
    const SmallCounty county;
    EXPECT_EQ(county.audit().exit_code, 0);
    EXPECT_EQ(files_in(county.folder() / "out"), audit_files);
    EXPECT_THAT(county.names(), testing::Each(testing::Not(testing::StartsWith("."))));
}

TEST(AuditContract, AuditJsonHasEveryKeyOfTheDesign) {
    const SmallCounty county;
    const Json audit = county.audited();
    EXPECT_EQ(audit["schema"], "yiquan.audit/1");
    expect_keys(audit, {"schema", "run", "totals", "zones", "facilities", "findings"});
    expect_keys(audit["run"], {"title", "standard", "inputs", "version"});
    EXPECT_EQ(audit["run"]["title"], "两县");
    ASSERT_EQ(audit["run"]["inputs"].size(), 3U);
    for (const Json& input : audit["run"]["inputs"]) {
        expect_keys(input, {"path", "sha256", "rows"});
        EXPECT_EQ(input["sha256"].get<std::string>().size(), 64U);
    }
    EXPECT_EQ(audit["run"]["inputs"][1]["rows"], 5);
    expect_keys(audit["totals"], figures);
    expect_keys(audit["totals"], {"outside_zones"});
    for (const Json& zone : audit["zones"]) {
        expect_keys(zone, figures);
        expect_keys(zone, {"code", "name", "parent", "nearest_mean", "nearest_p90", "meets_target"});
    }
    for (const Json& facility : audit["facilities"]) {
        expect_keys(facility, {"id", "name", "demand_served", "demand_only_here"});
    }
    expect_keys(audit["findings"], {"count", "by_kind"});
}

TEST(AuditContract, TheFiguresOfTheSmallCountyAreThoseWorkedByHand) {
    const SmallCounty county;
    const Json audit = county.audited();
    expect_balance(audit);
    EXPECT_EQ(audit["totals"]["demand"], 192.0);
    EXPECT_EQ(audit["totals"]["covered"], 180.0);
    EXPECT_EQ(audit["totals"]["gap"], 12.0);
    EXPECT_EQ(audit["totals"]["unreachable"], 0.0);
    EXPECT_EQ(audit["totals"]["outside_zones"], 5.0);
    EXPECT_EQ(audit["totals"]["covered_share"], 180.0 / 192.0);
    EXPECT_EQ(audit["totals"]["facilities"], 2);
    EXPECT_EQ(audit["zones"][0]["name"], "甲县");
    EXPECT_EQ(audit["zones"][0]["covered"], 150.0);
    EXPECT_EQ(audit["zones"][1]["gap"], 7.0);
    EXPECT_EQ(audit["facilities"][0]["demand_served"], 150.0);
    EXPECT_EQ(audit["facilities"][1]["demand_only_here"], 30.0);
    EXPECT_EQ(audit["findings"]["by_kind"], (Json{{"outside_zones", 1}}));
    // Two circles of 1 km that nothing cuts: 2 pi km2.
    EXPECT_NEAR(audit["totals"]["covered_area_km2"].get<double>(), 6.28319, 6.28319e-4);
}

TEST(AuditContract, JsonOnStdoutIsAuditJson) {
    const SmallCounty county;
    const Outcome outcome = county.audit("out", {"--json"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_EQ(outcome.out, content_of(county.folder() / "out" / "audit.json"));
    EXPECT_EQ(outcome.err, "");
}

TEST(AuditContract, QuietSaysNothingAtAll) {
    const SmallCounty county;
    const Outcome outcome = county.audit("out", {"--quiet"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_EQ(outcome.out + outcome.err, "");
}

TEST(AuditContract, ZonesCsvStartsWithAByteOrderMarkAndHasOneRowPerZoneAndOutside) {
    const SmallCounty county;
    static_cast<void>(county.audited());
    const std::string csv = content_of(county.folder() / "out" / "zones.csv");
    EXPECT_TRUE(
        csv.starts_with("\xEF\xBB\xBF"
                        "code,name,parent,demand,covered,gap,unreachable,"));
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 4);
    EXPECT_THAT(csv, HasSubstr("\r\n1,甲县,某州,150,150,0,0,1,"));
    EXPECT_THAT(csv, HasSubstr("outside zones,,5,0,5,0,"));
    EXPECT_TRUE(content_of(county.folder() / "out" / "findings.csv")
                    .starts_with("\xEF\xBB\xBF"
                                 "kind,"));
}

TEST(AuditContract, FractionalWeightsBalanceToTheLastBit) {
    SmallCounty county;
    county.write("demand.csv", fractional_demand(false));
    const Json audit = county.audited();
    expect_balance(audit);
    EXPECT_GT(audit["totals"]["outside_zones"], 0.0);
    EXPECT_GT(audit["totals"]["covered"], 0.0);
    // 334 times 0.1, 333 times a third, 333 times 1234.567
    EXPECT_NEAR(audit["totals"]["demand"].get<double>(), 33.4 + 111.0 + 411110.811, 1e-3);
}

TEST(AuditContract, TheOrderOfRowsChangesNoFigure) {
    SmallCounty county;
    county.write("demand.csv", fractional_demand(false));
    const Json forth = county.audited("forth");
    county.write("demand.csv", fractional_demand(true));
    const Json back = county.audited("back");
    EXPECT_EQ(forth["totals"], back["totals"]);
    EXPECT_EQ(forth["zones"], back["zones"]);
    EXPECT_EQ(forth["facilities"], back["facilities"]);
}

TEST(AuditContract, OneThreadAndFourAndAllGiveTheSameBytes) {
    SmallCounty county;
    county.write("demand.csv", fractional_demand(false));
    for (const char* threads : {"0", "1", "4"}) {
        EXPECT_EQ(county.audit(std::string{"threads-"} + threads, {"--threads", threads}).exit_code, 0);
    }
    expect_same_bytes(county, "threads-1", "threads-4");
    expect_same_bytes(county, "threads-1", "threads-0");
}

TEST(AuditContract, TheLocaleChangesWordsOnTheTerminalButNoByteOfTheFiles) {
    SmallCounty county;
    county.write("demand.csv", fractional_demand(false));
    std::map<std::string, std::string> said;
    for (const std::string locale : {"C", "de_DE.UTF-8", "zh_CN.UTF-8", "tr_TR.UTF-8"}) {
        const Outcome outcome =
            county.audit(locale, {}, {.changes = {{"LANG", locale}, {"LC_ALL", locale}, {"TZ", locale}}});
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        said[locale] = outcome.out;
        expect_same_bytes(county, "C", locale);
    }
    EXPECT_THAT(said["C"], HasSubstr("Written:"));
    EXPECT_THAT(said["zh_CN.UTF-8"], HasSubstr("已写出："));
}

TEST(AuditContract, ALaterRunGivesTheSameBytes) {
    const SmallCounty county;
    static_cast<void>(county.audited("first"));
    ::usleep(1'100'000);  // file formats that note the time count seconds, ZIP counts two
    static_cast<void>(county.audited("second"));
    expect_same_bytes(county, "first", "second");
}

TEST(AuditContract, CheckEndsWithOneWhereTheTargetIsMissedAndWithZeroWhereItIsMet) {
    SmallCounty county;
    county.sections["standard"] = "radius = \"1 km\"\ntarget_share = 0.95";
    EXPECT_EQ(county.audit("missed", {"--check"}).exit_code, 1);
    EXPECT_EQ(county.audit("unasked").exit_code, 0);
    EXPECT_EQ(files_in(county.folder() / "missed"), audit_files);
    county.sections["standard"] = "radius = \"1 km\"\ntarget_share = \"93 %\"";
    EXPECT_EQ(county.audit("met", {"--check"}).exit_code, 0);
    const Json audit = Json::parse(content_of(county.folder() / "met" / "audit.json"));
    EXPECT_EQ(audit["totals"]["meets_target"], true);
    EXPECT_EQ(audit["zones"][1]["meets_target"], false);
}

TEST(AuditContract, TheRunFileSaysWhereToWriteRelativeToItself) {
    SmallCounty county;
    county.sections["output"] = "directory = \"own\"";
    county.write_run_file();
    const Outcome outcome = yiquan({"audit", county.at("run.toml"), "--quiet"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(files_in(county.folder() / "own"), audit_files);
}

TEST(AuditContract, TwoRunsAtOnceIntoTheirOwnFoldersDoNotDisturbEachOther) {
    SmallCounty county;
    county.write("demand.csv", fractional_demand(false));
    county.write_run_file();
    const Surroundings here{.folder = county.folder().string()};
    RunningProgram one({"audit", "run.toml", "-o", "one", "--quiet"}, here);
    RunningProgram two({"audit", "run.toml", "-o", "two", "--quiet"}, here);
    EXPECT_EQ(one.wait().exit_code, 0);
    EXPECT_EQ(two.wait().exit_code, 0);
    expect_same_bytes(county, "one", "two");
}

TEST(AuditContract, OfTwoRunsAtOnceIntoOneFolderOneWinsWhole) {
    SmallCounty county;
    county.write_run_file();
    const Surroundings here{.folder = county.folder().string()};
    RunningProgram one({"audit", "run.toml", "-o", "out", "--quiet"}, here);
    RunningProgram two({"audit", "run.toml", "-o", "out", "--quiet"}, here);
    const std::vector<int> codes{one.wait().exit_code, two.wait().exit_code};
    EXPECT_THAT(codes, testing::Contains(0));
    EXPECT_THAT(codes, testing::Each(testing::AnyOf(0, 2, 3)));
    EXPECT_EQ(files_in(county.folder() / "out"), audit_files);
    EXPECT_THAT(county.names(), testing::Each(testing::Not(testing::StartsWith("."))));
}

}  // namespace
}  // namespace yiquan::cli
