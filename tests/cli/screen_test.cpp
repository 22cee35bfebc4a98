// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A folder with three sites beside a fault that runs north through 101.012: A is 1,082 m off, B 180 m,
/// C 721 m; one school stands at A.
class Sites {
public:
    Sites() {
        county_.write("sites.csv",
                      "id,name,lon,lat,intensity,capacity,county,water\n"
                      "A,甲,101.00,36,8,500,甲县,是\n"
                      "B,乙,101.01,36,9,300,甲县,否\n"
                      "C,丙,101.02,36,,200,乙县,是\n");
        county_.write("faults.geojson", R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"name": "断裂甲"}, "geometry":
 {"type": "LineString", "coordinates": [[101.012, 35.5], [101.012, 36.5]]}}]})");
        county_.write("schools.csv", "name,lon,lat\n小学,101,36\n");
        county_.write("rules.toml", fmt::format("{}{}{}", candidates, fault, school));
    }
    static constexpr const char* candidates = "title = \"三点\"\n[candidates]\npath = \"sites.csv\"\n";
    static constexpr const char* school = R"(
[[rule]]
id = "school"
kind = "near"
name = { zh = "靠近小学", en = "Near a school" }
layer = "schools.csv"
limit = "1 km"
covers = "everywhere"
weight = 2
)";
    static constexpr const char* fault = R"(
[[rule]]
id = "fault"
kind = "avoid"
name = { zh = "避开断裂", en = "Off the fault" }
layer = "faults.geojson"
covers = "everywhere"
limit_by = "intensity"
limits = { "8" = "200 m", "9" = "400 m" }
source = "GB 50011-2010"
)";

    [[nodiscard]] const SmallCounty& county() const { return county_; }
    [[nodiscard]] Outcome screen(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "screen");
        return county_.run(arguments);
    }
    [[nodiscard]] Json document() const {
        const Outcome outcome = screen({"rules.toml", "--json"});
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        return Json::parse(outcome.out);
    }
    /// Refused in both languages with that exit code and nothing written.
    void expect_refused(const std::string& rules, int code, const std::string& en,
                        const std::string& output = "out.gpkg") const {
        county_.write("bad.toml", rules);
        expect_command_refused(county_, {"screen", "bad.toml", "-o", output}, code, en);
    }

private:
    SmallCounty county_;
};

TEST(Screen, TellsVerdictEvidenceAndScore) {
    const Sites sites;
    const Json document = sites.document();
    EXPECT_EQ(document["schema"], "yiquan.screening/1");
    EXPECT_EQ(document["title"], "三点");
    EXPECT_EQ(document["totals"], Json({{"candidates", 3}, {"passed", 1}, {"failed", 1}, {"unknown", 1}}));
    const Json& b = document["candidates"][1];
    EXPECT_EQ(b["id"], "B");
    EXPECT_EQ(b["verdict"], "fail");
    EXPECT_EQ(b["score"], 1.0);
    EXPECT_NEAR(b["evidence"][0]["value"].get<double>(), 180.3, 0.2);
    EXPECT_EQ(b["evidence"][0]["limit"], 400.0);
    EXPECT_EQ(b["evidence"][0]["nearest"], "断裂甲");
    EXPECT_EQ(document["candidates"][0]["verdict"], "pass");
    EXPECT_EQ(document["candidates"][2]["verdict"], "unknown");  // no intensity
    EXPECT_EQ(document["candidates"][2]["score"], 0.0);
    const Json& rule = document["rules"][0];
    EXPECT_EQ(rule["kind"], "avoid");
    EXPECT_EQ(rule["hard"], true);
    EXPECT_EQ(rule["limit"]["text"], "8: ≥ 200 m; 9: ≥ 400 m");
    EXPECT_EQ(rule["excluded_alone"], 1);
    EXPECT_EQ(rule["unknown"], 1);
    EXPECT_EQ(document["rules"][1]["weight"], 2.0);
    EXPECT_EQ(document["run"]["inputs"][0]["role"], "candidates");
    EXPECT_EQ(document["run"]["inputs"][1]["sha256"].get<std::string>().size(), 64U);
}

TEST(Screen, PrintsATableInBothLanguages) {
    const Sites sites;
    const std::string english = sites.screen({"rules.toml"}).out;
    EXPECT_THAT(english, HasSubstr("Off the fault: 180 m (≥ 400 m), 断裂甲"));
    EXPECT_THAT(english, HasSubstr("Candidates 3: pass 1, fail 1, unknown 1"));
    const std::string chinese = sites.screen({"rules.toml", "--lang", "zh"}).out;
    EXPECT_THAT(chinese, HasSubstr("避开断裂：180 m（≥ 400 m），断裂甲"));
    EXPECT_THAT(chinese, HasSubstr("候选点 3：通过 1，不通过 1，未知 1"));
}

TEST(Screen, WritesATableThatKeepsTheSitesOwnColumns) {
    const Sites sites;
    const Outcome outcome = sites.screen({"rules.toml", "-o", "out.csv", "--quiet"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    std::istringstream table(content_of(sites.county().folder() / "out.csv"));
    std::string heading;
    std::getline(table, heading);
    EXPECT_EQ(
        heading,
        "\xEF\xBB\xBFid,name,verdict,score,failed_rules,unknown_rules,lon,lat,fault_verdict,fault_value,"
        "fault_nearest,school_verdict,school_value,school_nearest,intensity,capacity,county,water\r");
    std::string row;
    std::getline(table, row);
    EXPECT_THAT(row, HasSubstr("A,甲,pass,1,,,101,36,pass,1081.9"));
    EXPECT_THAT(row, HasSubstr(",8,500,甲县,是"));
}

TEST(Screen, WritesTheDocumentAsItPrintsIt) {
    const Sites sites;
    ASSERT_EQ(sites.screen({"rules.toml", "-o", "out.json", "--quiet"}).exit_code, 0);
    EXPECT_EQ(content_of(sites.county().folder() / "out.json"), sites.screen({"rules.toml", "--json"}).out);
}

TEST(Screen, WritesTheSameBytesForAnyNumberOfThreads) {
    const Sites sites;
    ASSERT_EQ(sites.screen({"rules.toml", "-o", "one.gpkg", "--threads", "1", "--quiet"}).exit_code, 0);
    ASSERT_EQ(sites.screen({"rules.toml", "-o", "four.gpkg", "--threads", "4", "--quiet"}).exit_code, 0);
    const std::string one = content_of(sites.county().folder() / "one.gpkg");
    EXPECT_EQ(one, content_of(sites.county().folder() / "four.gpkg"));
    EXPECT_THAT(one, HasSubstr("urn:yiquan:screening:1"));
    EXPECT_THAT(one, HasSubstr("screened_sites"));
    // What it wrote can be screened again, and replaced only where asked.
    EXPECT_EQ(sites.screen({"rules.toml", "--candidates", "one.gpkg|layername=screened_sites"}).exit_code, 0);
    EXPECT_EQ(sites.screen({"rules.toml", "-o", "one.gpkg"}).exit_code, 2);
    EXPECT_EQ(sites.screen({"rules.toml", "-o", "one.gpkg", "--overwrite", "--quiet"}).exit_code, 0);
}

TEST(Screen, RefusesBadRulesWithOneSentence) {
    const Sites sites;
    const std::string start = Sites::candidates;
    const auto rule = [&](const std::string& lines) {
        return start + "[[rule]]\nid = \"r\"\n" + lines + "\n";
    };
    sites.expect_refused(rule("kind = \"near\"\nlayer = \"roads.gpkg\"\nlimit = \"1 km\""), 3, "roads.gpkg");
    sites.expect_refused(rule("kind = \"attain\"\ncolumn = \"seats\"\nminimum = \"1 人\""), 3,
                         "there is no column \"seats\"");
    sites.expect_refused(rule("kind = \"attain\"\nmeasure = \"slope\"\nlayer = \"d.tif\"\nmaximum = \"25\""),
                         2, "has no unit");
    sites.expect_refused(rule("kind = \"near\"\nlayer = \"schools.csv\"\nlimit = \"1\""), 2, "has no unit");
    sites.expect_refused(rule("kind = \"near\"\nlayer = \"schools.csv\"\nlimi = \"1 km\""), 2,
                         "Did you mean \"limit\"?");
    sites.expect_refused(rule("kind = \"near\"\nlayer = \"schools.csv\""), 2, "limit is missing");
    sites.expect_refused(start + Sites::fault + Sites::fault, 2, "two rules have the id \"fault\"");
    sites.expect_refused(rule("kind = \"attain\"\ncolumn = \"water\"\nrequired = true\nweight = 0"), 2,
                         "weights of all weighted rules are zero");
    sites.expect_refused(start, 2, "no rule is switched on");
    sites.expect_refused(start + Sites::fault, 2, ".gpkg (layers), .json (document) or .csv (table)",
                         "out.shp");
    sites.expect_refused(start + Sites::fault, 2, "sites.csv", "sites.csv");
}

TEST(Screen, RefusesBadDataWithOneSentence) {
    const Sites sites;
    const std::string start = Sites::candidates;
    sites.county().write("nobody.csv", "id,name,lon,lat,intensity\n");
    sites.expect_refused("[candidates]\npath = \"nobody.csv\"\n" + std::string{Sites::fault}, 3,
                         "there are no candidates in it");
    sites.expect_refused("[candidates]\npath = \"nowhere.csv\"\n" + std::string{Sites::fault}, 3,
                         "nowhere.csv");
    sites.expect_refused(std::string{Sites::fault}, 2, "[candidates] path is missing");
    sites.county().write("empty.csv", "name,lon,lat\n");
    sites.expect_refused(
        start + "[[rule]]\nid = \"r\"\nkind = \"avoid\"\nlayer = \"empty.csv\"\nlimit = \"1 km\"\n", 3,
        "holds no features");
    // An ESRI grid names no reference system.
    sites.county().write(
        "dem.asc", "ncols 3\nnrows 3\nxllcorner 101\nyllcorner 36\ncellsize 0.001\n1 1 1\n1 1 1\n1 1 1\n");
    sites.expect_refused(
        start +
            "[[rule]]\nid = \"slope\"\nkind = \"attain\"\nmeasure = \"slope\"\nlayer = \"dem.asc\"\n"
            "maximum = \"25 %\"\n",
        3, "rule \"slope\": dem.asc: has no coordinate reference system");
}

TEST(Screen, MeasuresSlopeFromARaster) {
    // 5 by 5 cells of 0.001°, 10 m up per cell eastwards: 10 m in 90.16 m, 11.09 %.
    const Sites sites;
    sites.county().write("dem.asc",
                         "ncols 5\nnrows 5\nxllcorner 100.9975\nyllcorner 35.9975\ncellsize 0.001\n"
                         "0 10 20 30 40\n0 10 20 30 40\n0 10 20 30 40\n0 10 20 30 40\n0 10 20 30 40\n");
    sites.county().write("dem.prj",
                         R"(GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,)"
                         R"(298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]])");
    sites.county().write("slope.toml",
                         std::string{Sites::candidates} +
                             "[[rule]]\nid = \"slope\"\nkind = \"attain\"\nmeasure = \"slope\"\n"
                             "layer = \"dem.asc\"\nmaximum = \"11 %\"\n");
    const Outcome outcome = sites.screen({"slope.toml", "--json"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json document = Json::parse(outcome.out);
    EXPECT_NEAR(document["candidates"][0]["evidence"][0]["value"].get<double>(), 11.091, 0.001);
    EXPECT_EQ(document["candidates"][0]["verdict"], "fail");
    EXPECT_EQ(document["candidates"][1]["verdict"], "unknown");  // beyond the raster
    EXPECT_THAT(document["candidates"][1]["evidence"][0]["why"]["zh"].get<std::string>(),
                HasSubstr("没有坡度数据"));
}

TEST(Screen, TheShippedRulesRunOnTheShippedData) {
    const Outcome outcome =
        yiquan({"screen", "data/rules/relocation.toml", "--json"}, {.folder = YIQUAN_SOURCE_DIR});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json document = Json::parse(outcome.out);
    EXPECT_EQ(document["totals"]["candidates"], 275);
    std::size_t switched_on = 0;
    for (const Json& rule : document["rules"]) {
        if (rule["enabled"] == true) ++switched_on;
        EXPECT_NE(rule["source"], "") << rule["id"];
        EXPECT_NE(rule["name"]["zh"], rule["name"]["en"]);
    }
    EXPECT_EQ(switched_on, 2U);
    EXPECT_THAT(document["run"]["notice"].get<std::string>(), HasSubstr("none is a real one"));
}

}  // namespace
}  // namespace yiquan::cli
