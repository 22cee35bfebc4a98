// SPDX-License-Identifier: MIT
#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

TEST(Report, IsOnePageFromTheFolderOrFromItsGeoPackageAlone) {
    const SmallCounty county;
    (void)county.audited();
    ASSERT_EQ(county.run({"report", "out", "-o", "report.html", "--quiet"}).exit_code, 0);
    fs::copy_file(county.at("out/audit.gpkg"), county.at("alone.gpkg"));
    ASSERT_EQ(county.run({"report", "alone.gpkg", "-o", "alone.html", "--quiet"}).exit_code, 0);
    const std::string page = content_of(county.at("report.html"));
    EXPECT_THAT(page, HasSubstr("甲县"));
    EXPECT_EQ(page, content_of(county.at("alone.html")));
}

TEST(Report, TellsTheFiguresOfTheAuditAsJson) {
    const SmallCounty county;
    const Json audit = county.audited();
    const Outcome outcome = county.run({"report", "out", "--json"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json report = Json::parse(outcome.out);
    EXPECT_EQ(report["totals"]["covered"], audit["totals"]["covered"]);
    EXPECT_EQ(report["zones"][0]["by_distance"], audit["zones"][0]["by_distance"]);
    EXPECT_EQ(report["facilities"][0]["name"], "东站");
    EXPECT_EQ(report["geometry"]["zones"].size(), 2U);
    EXPECT_EQ(report["findings"]["count"], audit["findings"]["count"]);
    EXPECT_EQ(report["findings"]["listed"], audit["findings"]["count"]);  // d5 lies outside
    EXPECT_FALSE(report["findings"]["list"][0]["at"].is_null());
}

TEST(Report, ShowsBeforeAndAfter) {
    SmallCounty county;
    (void)county.audited("before");
    county.write("stations.csv", "id,name,lon,lat\ns1,东站,101.05,36.05\n");
    (void)county.audited("after");
    const Outcome outcome = county.run({"report", "after", "--before", "before", "--json"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json comparison = Json::parse(outcome.out)["comparison"];
    EXPECT_EQ(comparison["total"]["lost"], 30.0);
    EXPECT_EQ(comparison["facilities"][0]["kind"], "removed");
}

TEST(Report, RefusesWhatIsNoAuditInOneSentence) {
    const SmallCounty county;
    county.write("other.gpkg", "not a database");
    for (const std::string name : {"nothing", "other.gpkg", "stations.csv"}) {
        const Outcome outcome = county.run({"report", name, "-o", "report.html"});
        EXPECT_EQ(outcome.exit_code, 3) << name;
        expect_one_sentence(outcome);
        EXPECT_FALSE(fs::exists(county.at("report.html")));
    }
    EXPECT_EQ(county.run({"report", "nothing"}).exit_code, 2);  // no -o
}

TEST(Report, ReplacesAPageOnlyWhenAsked) {
    const SmallCounty county;
    (void)county.audited();
    county.write("report.html", "mine");
    const Outcome outcome = county.run({"report", "out", "-o", "report.html"});
    EXPECT_EQ(outcome.exit_code, 2);
    expect_one_sentence(outcome);
    EXPECT_EQ(content_of(county.at("report.html")), "mine");
    EXPECT_EQ(county.run({"report", "out", "-o", "report.html", "--overwrite"}).exit_code, 0);
}

}  // namespace
}  // namespace yiquan::cli
