// SPDX-License-Identifier: MIT
// What `yiquan locate` says about the people: before and after, by zone, per proposal; and its files.
#include <sqlite3.h>

#include <memory>
#include <sstream>

#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string source{YIQUAN_SOURCE_DIR};

/// The small county (see its drawing) with three places where a station might come: c1 at 一村, c2 at 三村,
/// and c3 at 四村, 6.3 km off. s1 exists.
class Sites {
public:
    Sites() {
        county_.write("candidates.csv",
                      "id,name,lon,lat\n"
                      "c1,一村站,101.051,36.05\n"
                      "c2,三村站,101.15,36.05\n"
                      "c3,四村站,101.199,36.09\n");
        county_.write("stations.csv", "id,name,lon,lat\ns1,东站,101.05,36.05\n");
        county_.write("demand.csv", SmallCounty::demand);
        county_.write("zones.geojson", SmallCounty::zones);
    }
    [[nodiscard]] const SmallCounty& county() const { return county_; }
    [[nodiscard]] Outcome locate(const std::vector<std::string>& more) const {
        std::vector<std::string> words{"locate",       "--model",        "mclp",     "--radius",  "1 km",
                                       "--candidates", "candidates.csv", "--demand", "demand.csv"};
        words.insert(words.end(), more.begin(), more.end());
        return county_.run(words);
    }
    [[nodiscard]] Json plan(std::vector<std::string> more) const {
        more.emplace_back("--json");
        const Outcome outcome = locate(more);
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        return Json::parse(outcome.out);
    }

private:
    SmallCounty county_;
};

/// The rows that a query gives on a GeoPackage, cells joined with "|".
std::vector<std::string> rows(const std::filesystem::path& package, const std::string& query) {
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close(database); }
    };
    sqlite3* raw = nullptr;
    EXPECT_EQ(sqlite3_open_v2(package.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
    const std::unique_ptr<sqlite3, Close> database{raw};
    std::vector<std::string> out;
    const auto take = [](void* into, int count, char** cells, char** /*names*/) {
        std::string row;
        for (int i = 0; i < count; ++i) {
            if (i > 0) row.push_back('|');
            row.append(cells[i] != nullptr ? cells[i] : "null");
        }
        static_cast<std::vector<std::string>*>(into)->push_back(row);
        return 0;
    };
    EXPECT_EQ(sqlite3_exec(raw, query.c_str(), take, &out, nullptr), SQLITE_OK) << query;
    return out;
}

const std::vector<std::string> next_two{"-p",           "1..2",    "--existing",
                                        "stations.csv", "--zones", "zones.geojson"};

TEST(SitingPlan, TellsWhoIsReachedBeforeAndAfterByZoneAndParent) {
    const Sites sites;
    const Json plan = sites.plan(next_two);
    // s1 reaches d1 and d2; c2 adds d3, c3 adds d4; d5 lies 9 km from any of them.
    EXPECT_EQ(plan["served"], Json::parse(R"({"total": 192, "before": 150, "after": 187})"));
    EXPECT_EQ(plan["outside"], Json::parse(R"({"total": 5, "before": 0, "after": 0})"));
    ASSERT_EQ(plan["zones"].size(), 2U);
    EXPECT_EQ(plan["zones"][0]["name"], "甲县");
    EXPECT_EQ(plan["zones"][0]["before"], 150.0);
    EXPECT_EQ(plan["zones"][1]["code"], "2");
    EXPECT_EQ(plan["zones"][1]["total"], 37.0);
    EXPECT_EQ(plan["zones"][1]["after"], 37.0);
    EXPECT_EQ(plan["zones"][1]["share_before"], 0.0);
    EXPECT_EQ(plan["zones"][1]["share_after"], 1.0);
    ASSERT_EQ(plan["parents"].size(), 1U);
    EXPECT_EQ(plan["parents"][0]["name"], "某州");
    EXPECT_EQ(plan["parents"][0]["after"], 187.0);
    EXPECT_EQ(plan["findings"]["by_kind"]["outside_zones"], 1);  // d5 is said
}

TEST(SitingPlan, PutsProposalsInTheOrderInWhichTheyEnterTheCurve) {
    const Sites sites;
    const Json proposals = sites.plan(next_two)["proposals"];
    ASSERT_EQ(proposals.size(), 2U);
    EXPECT_EQ(proposals[0]["id"], "c2");
    EXPECT_EQ(proposals[0]["name"], "三村站");
    EXPECT_EQ(proposals[0]["order"], 1);
    EXPECT_EQ(proposals[0]["first_p"], 1);
    EXPECT_EQ(proposals[0]["served"], 30.0);
    EXPECT_EQ(proposals[0]["lon"], 101.15);
    EXPECT_EQ(proposals[1]["id"], "c3");
    EXPECT_EQ(proposals[1]["first_p"], 2);
    EXPECT_EQ(proposals[1]["served"], 7.0);
    EXPECT_EQ(proposals[1]["nearest"], 12.0);  // d4 and, out of reach, d5
}

TEST(SitingPlan, ServedOnlyHereLeavesOutWhomAnExistingSiteServesToo) {
    const Sites sites;
    const Json plan = sites.plan({"-p", "1", "--existing", "stations.csv", "--forced", "c1"});
    EXPECT_EQ(plan["proposals"][0]["served"], 150.0);
    EXPECT_EQ(plan["proposals"][0]["served_only_here"], 0.0);
    EXPECT_EQ(plan["proposals"][0]["first_p"], Json());
    EXPECT_EQ(plan["served"]["before"], plan["served"]["after"]);
}

TEST(SitingPlan, ASiteThatClosesServesBeforeAndNotAfter) {
    const Sites sites;
    const Json plan = sites.plan({"-p", "1", "--may-close", "stations.csv", "--forced", "c2"});
    EXPECT_EQ(plan["closed"], Json::array({"s1"}));
    EXPECT_EQ(plan["served"], Json::parse(R"({"total": 192, "before": 150, "after": 30})"));
}

TEST(SitingPlan, RecordsWhatWasAskedAndOfWhichFiles) {
    const Sites sites;
    const Json plan = sites.plan(next_two);
    EXPECT_EQ(plan["request"], Json::parse(R"({"p_first": 1, "p": 2, "radius_m": 1000})"));
    EXPECT_EQ(plan["most"], true);
    EXPECT_EQ(plan["objective_name"]["zh"], "覆盖的权重");
    std::vector<std::string> roles;
    for (const Json& input : plan["inputs"]) {
        roles.push_back(input["role"]);
        EXPECT_EQ(input["sha256"].get<std::string>().size(), 64U);
    }
    EXPECT_THAT(roles, ElementsAre("demand", "candidates", "existing", "zones"));
    EXPECT_EQ(plan["inputs"][0]["rows"], 5);
}

TEST(SitingPlan, EqualsTheAuditOfTheSameStationsToTheLastPerson) {
    const SmallCounty county;
    const std::string qinghai = source + "/data/qinghai/";
    const Outcome located =
        county.run({"locate", "--model", "mclp", "-p", "7", "--radius", "15 km", "--candidates",
                    qinghai + "places.csv", "--demand", qinghai + "demand.csv", "--existing",
                    qinghai + "service_centres.csv", "--zones", qinghai + "counties.geojson", "--json"});
    ASSERT_EQ(located.exit_code, 0) << located.err;
    const Json plan = Json::parse(located.out);
    const auto audited = [&](const std::string& stations, const std::string& name) {
        county.write(name + ".csv", stations);
        county.write(name + ".toml", "title = \"t\"\n[facilities]\npath = \"" + name +
                                         ".csv\"\n[demand]\npath = \"" + qinghai +
                                         "demand.csv\"\n[zones]\npath = \"" + qinghai +
                                         "counties.geojson\"\ncode = \"code\"\nname = \"name\"\nparent = "
                                         "\"prefecture\"\n[standard]\nradius = \"15 km\"\n");
        const Outcome outcome = county.run({"audit", name + ".toml", "-o", name, "--quiet"});
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        return Json::parse(content_of(county.folder() / name / "audit.json"));
    };
    const std::string existing = content_of(qinghai + "service_centres.csv");
    std::string stations = "id,name,lon,lat\n";
    const auto column = [](const std::string& line, int at) {  // the first seven columns are never quoted
        std::stringstream cells{line};
        std::string cell;
        for (int i = 0; i <= at; ++i) std::getline(cells, cell, ',');
        return cell;
    };
    std::stringstream lines{existing};
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        stations += column(line, 0) + ",," + column(line, 4) + "," + column(line, 5) + "\n";
    }
    const Json before = audited(stations, "before");
    for (const Json& site : plan["proposals"]) {
        stations += "new" + site["id"].get<std::string>() + ",," + site["lon"].dump() + "," +
                    site["lat"].dump() + "\n";
    }
    const Json after = audited(stations, "after");
    ASSERT_EQ(plan["proposals"].size(), 7U);
    ASSERT_EQ(plan["zones"].size(), after["zones"].size());
    EXPECT_EQ(plan["served"]["before"], before["totals"]["covered"]);
    EXPECT_EQ(plan["served"]["after"], after["totals"]["covered"]);
    EXPECT_EQ(plan["served"]["after"], plan["objective"]);
    for (std::size_t z = 0; z < plan["zones"].size(); ++z) {
        EXPECT_EQ(plan["zones"][z]["code"], after["zones"][z]["code"]);
        EXPECT_EQ(plan["zones"][z]["total"], after["zones"][z]["demand"]);
        EXPECT_EQ(plan["zones"][z]["before"], before["zones"][z]["covered"]);
        EXPECT_EQ(plan["zones"][z]["after"], after["zones"][z]["covered"]);
    }
    for (std::size_t p = 0; p < plan["parents"].size(); ++p) {
        EXPECT_EQ(plan["parents"][p]["name"], after["parents"][p]["name"]);
        EXPECT_EQ(plan["parents"][p]["after"], after["parents"][p]["covered"]);
    }
}

TEST(SitingPlan, AGeoPackageHoldsTheLayersAndTheDocument) {
    const Sites sites;
    std::vector<std::string> words = next_two;
    words.insert(words.end(), {"-o", "plan.gpkg", "--quiet", "--greedy"});
    const Outcome outcome = sites.locate(words);
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const auto package = sites.county().folder() / "plan.gpkg";
    EXPECT_THAT(rows(package, "SELECT table_name || ' ' || data_type FROM gpkg_contents ORDER BY 1"),
                ElementsAre("findings features", "layer_styles attributes", "siting_areas features",
                            "siting_curve attributes", "siting_demand features", "siting_sites features"));
    EXPECT_THAT(
        rows(package, "SELECT id, role, \"order\", first_p, served, served_only_here FROM siting_sites"),
        ElementsAre("c2|new|1|1|30.0|30.0", "c3|new|2|2|7.0|7.0", "s1|existing|null|null|150.0|150.0",
                    "c1|candidate|null|null|null|null"));
    EXPECT_THAT(rows(package, "SELECT site_id, role, radius_m FROM siting_areas"),
                ElementsAre("c2|new|1000.0", "c3|new|1000.0", "s1|existing|1000.0"));
    EXPECT_THAT(
        rows(package, "SELECT id, weight, before, after, site_id FROM siting_demand"),
        ElementsAre("d1|100.0|1|1|s1", "d2|50.0|1|1|s1", "d3|30.0|0|1|c2", "d4|7.0|0|1|c3", "d5|5.0|0|0|c3"));
    EXPECT_THAT(rows(package, "SELECT p, objective, gain, status, greedy FROM siting_curve"),
                ElementsAre("1|180.0|null|optimal|180.0", "2|187.0|7.0|optimal|187.0"));
    EXPECT_THAT(rows(package, "SELECT kind FROM findings"), ElementsAre("outside_zones"));
    const auto stored =
        rows(package, "SELECT metadata FROM gpkg_metadata WHERE md_standard_uri = 'urn:yiquan:siting:1'");
    ASSERT_EQ(stored.size(), 1U);
    const Json document = Json::parse(stored[0]);
    EXPECT_EQ(document["served"]["after"], 187.0);
}

TEST(SitingPlan, ACsvHoldsTheProposals) {
    const Sites sites;
    ASSERT_EQ(sites.locate({"-p", "2", "--existing", "stations.csv", "-o", "plan.csv", "--quiet"}).exit_code,
              0);
    EXPECT_EQ(content_of(sites.county().folder() / "plan.csv"),
              "\xEF\xBB\xBForder,id,name,lon,lat,first_p,served,served_only_here,nearest\r\n"
              "1,c2,三村站,101.15,36.05,,30,30,30\r\n"
              "2,c3,四村站,101.199,36.09,,7,7,12\r\n");
}

TEST(SitingPlan, OtherEndingsAndLayersOfAMatrixAreUsageErrors) {
    const Sites sites;
    const Outcome other = sites.locate({"-p", "1", "-o", "plan.xlsx"});
    EXPECT_EQ(other.exit_code, 2);
    EXPECT_THAT(other.err, HasSubstr("end the name in .gpkg (layers), .json (document) or .csv (proposals)"));
    sites.county().write("od.csv", "origin_id,destination_id,minutes\na,X,5\n");
    const Outcome matrix = sites.county().run({"locate", "--model", "mclp", "-p", "1", "--matrix", "od.csv",
                                               "--threshold", "9", "-o", "plan.gpkg"});
    EXPECT_EQ(matrix.exit_code, 2);
    EXPECT_THAT(matrix.err, HasSubstr(".json or .csv"));
    const Outcome itself = sites.locate({"-p", "1", "-o", "candidates.csv", "--overwrite"});
    EXPECT_EQ(itself.exit_code, 2);
    EXPECT_THAT(itself.err, HasSubstr("would be replaced"));
}

TEST(SitingPlan, AnExistingSiteOfACandidatesIdElsewhereIsAnotherSite) {
    const Sites sites;
    // Neither list has ids: row 2 of one is not row 2 of the other.
    sites.county().write("candidates.csv", "name,lon,lat\n三村站,101.15,36.05\n");
    sites.county().write("stations.csv", "name,lon,lat\n东站,101.05,36.05\n");
    const Json plan = sites.plan({"-p", "1", "--existing", "stations.csv"});
    EXPECT_EQ(plan["existing"], Json::array({"2#existing"}));
    EXPECT_EQ(plan["sites"], Json::array({"2"}));
    EXPECT_EQ(plan["served"]["after"], 180.0);
    EXPECT_EQ(plan["findings"]["by_kind"]["duplicate"], 1);
}

TEST(SitingPlan, EquityReadsPolygonsAndLeavesOutWhoeverLiesOutside) {
    const Sites sites;
    const Outcome outcome = sites.county().run(
        {"locate", "--model", "equity", "-p", "1", "--radius", "1 km", "--candidates", "candidates.csv",
         "--demand", "demand.csv", "--existing", "stations.csv", "--zones", "zones.geojson", "--json"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json plan = Json::parse(outcome.out);
    EXPECT_EQ(plan["sites"], Json::array({"c2"}));
    EXPECT_DOUBLE_EQ(plan["objective"].get<double>(), 30.0 / 37.0);  // of 乙县; 甲县 is served whole
}

}  // namespace
}  // namespace yiquan::cli
