// SPDX-License-Identifier: MIT
#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

using testing::HasSubstr;

/// A list with one fault of nearly every kind; the counties are those of the small county.
constexpr std::string_view bad_list =
    "编号,名称,经度,纬度,所属区县,开放时间\n"
    "1,甲站,101.05,36.05,甲县,24小时\n"        // 2: right
    "2,甲站,101.05,36.05,甲县,24小时\n"        // 3: row 2 again
    "3,甲站,101.0503,36.05,甲县,24小时\n"      // 4: 27 m from row 2
    "4,反站,36.06,101.06,甲县,24小时\n"        // 5: swapped
    "5,零站,0,0,甲县,24小时\n"                 // 6: zero
    "6,空站,,,甲县,24小时\n"                   // 7: empty
    "7,字站,东边,36.05,甲县,24小时\n"          // 8: no number
    "8,天站,191.05,136.05,甲县,24小时\n"       // 9: off Earth
    "9,远站,101.5,36.05,甲县,24小时\n"         // 10: outside the counties
    "10,错站,101.16,36.06,甲县,24小时\n"       // 11: lies in 乙县
    "11,,101.17,36.07,乙县,24小时\n"           // 12: no name
    "12,谜站,101.12,36.02,乙县,看情况\n"       // 13: hours that nobody can read
    "13,默站,101.13,36.03,乙县,\n"             // 14: hours unknown
    "13,重站,101.14,36.04,乙县,24小时\n"       // 15: id of row 14
    "15,米站,34414000,3991000,甲县,24小时\n";  // 16: metres with the prefix of zone 34

Json imported(const SmallCounty& county, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{"import", "list.csv", "--zones", "zones.geojson", "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome outcome = county.run(arguments);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    return Json::parse(outcome.out);
}

std::map<std::uint64_t, std::string> kind_by_row(const Json& result) {
    std::map<std::uint64_t, std::string> kinds;
    for (const Json& finding : result["findings"]) {
        std::string& kinds_of_row = kinds[finding["row"].get<std::uint64_t>()];
        if (!kinds_of_row.empty()) kinds_of_row += ' ';
        kinds_of_row += finding["kind"].get<std::string>();
    }
    return kinds;
}

TEST(Import, TellsEachFaultOfABadListByItsKindAndRow) {
    const SmallCounty county;
    county.write("list.csv", bad_list);
    const Json result = imported(county);
    EXPECT_EQ(result["schema"], "yiquan.import/1");
    EXPECT_EQ(kind_by_row(result), (std::map<std::uint64_t, std::string>{{3, "duplicate"},
                                                                         {4, "near_duplicate"},
                                                                         {5, "swapped_coordinates"},
                                                                         {6, "zero_coordinates"},
                                                                         {7, "missing_coordinates"},
                                                                         {8, "not_a_number"},
                                                                         {9, "off_earth"},
                                                                         {10, "outside_zones"},
                                                                         {11, "other_county"},
                                                                         {12, "missing_name"},
                                                                         {13, "unreadable_hours"},
                                                                         {14, "unknown_hours"},
                                                                         {15, "duplicate"},
                                                                         {16, "metres_not_degrees"}}));
    EXPECT_EQ(result["finding_count"], 14);
    // 15 rows less 3, 4, 6, 7, 8, 9
    EXPECT_EQ(result["stations"], 9);
    for (const Json& finding : result["findings"]) {
        EXPECT_EQ(finding["source"], "list.csv");
        EXPECT_THAT(finding["detail"]["en"].get<std::string>(), HasSubstr("list.csv, row "));
        EXPECT_THAT(finding["detail"]["zh"].get<std::string>(), HasSubstr("list.csv 第 "));
    }
}

TEST(Import, WritesTheCleanedLayerAndItsFindingsBeside) {
    const SmallCounty county;
    county.write("list.csv", bad_list);
    static_cast<void>(imported(county, {"-o", "clean.gpkg"}));
    const std::string findings = content_of(county.folder() / "clean-findings.csv");
    EXPECT_TRUE(
        findings.starts_with("\xEF\xBB\xBF"
                             "kind,action,source,row,field,value,"));
    EXPECT_EQ(std::count(findings.begin(), findings.end(), '\n'), 1 + 14);
    // What was cleaned once has only those faults left that cleaning cannot mend.
    county.write("again.toml", "");
    const Outcome again =
        county.run({"import", "clean.gpkg|layername=stations", "--zones", "zones.geojson", "--json"});
    const Json result = Json::parse(again.out);
    EXPECT_EQ(result["stations"], 9);
    std::set<std::string> kinds;
    for (const Json& finding : result["findings"]) kinds.insert(finding["kind"]);
    EXPECT_THAT(kinds, testing::IsSubsetOf({"outside_zones", "other_county", "unreadable_hours",
                                            "unknown_hours", "missing_name"}));
}

TEST(Import, TheFindingsTableInTheWayIsKeptToo) {
    const SmallCounty county;
    county.write("list.csv", bad_list);
    county.write("clean-findings.csv", "mine");
    const Outcome outcome = county.run({"import", "list.csv", "-o", "clean.gpkg"});
    EXPECT_EQ(outcome.exit_code, 2);
    expect_one_sentence(outcome);
    EXPECT_THAT(outcome.err, HasSubstr("clean-findings.csv"));
    EXPECT_EQ(content_of(county.folder() / "clean-findings.csv"), "mine");
    EXPECT_FALSE(std::filesystem::exists(county.folder() / "clean.gpkg"));
}

TEST(Import, WithoutOutputWritesNothingAndSaysSo) {
    const SmallCounty county;
    county.write("list.csv", bad_list);
    const std::vector<std::string> before = county.names();
    const Outcome outcome = county.run({"import", "list.csv"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.out, HasSubstr("Nothing was written; add -o out.gpkg"));
    EXPECT_EQ(county.names(), before);
}

TEST(Import, KeepsDuplicatesWhereAsked) {
    const SmallCounty county;
    county.write("list.csv", bad_list);
    EXPECT_EQ(imported(county, {"--keep-duplicates"})["stations"], 11);
}

TEST(Import, RefusesAnUnknownDatumAndAMissingList) {
    const SmallCounty county;
    const Outcome datum = county.run({"import", "stations.csv", "--datum", "gjc02"});
    EXPECT_EQ(datum.exit_code, 2);
    expect_one_sentence(datum);
    EXPECT_THAT(datum.err, HasSubstr("Did you mean \"gcj02\"?"));
    const Outcome missing = county.run({"import", "no-such.csv", "-o", "deep/clean.gpkg"});
    EXPECT_EQ(missing.exit_code, 3);
    expect_one_sentence(missing);
    EXPECT_FALSE(std::filesystem::exists(county.folder() / "deep"));
}

}  // namespace
}  // namespace yiquan::cli
