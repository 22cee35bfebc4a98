// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <csignal>
#include <thread>

#include "tests/cli/map_stand_in.hpp"

namespace yiquan::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::UnorderedElementsAreArray;

TEST(Pack, HoldsEverythingOfAMeeting) {
    SmallCounty county;
    county.sections["pack"] = "unit = \"总工会\"\napproval = \"青S(2026)001\"";
    county.write_run_file();
    const Outcome outcome = county.run({"pack", "run.toml", "-o", "pack", "--date", "2026-11-22"},
                                       with_map_program(county, draws_nothing));
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    std::vector<std::string> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(county.at("pack")))
        files.push_back(entry.path().filename());
    std::vector<std::string> expected = audit_files;
    expected.insert(expected.end(), {"maps.pdf", "summary.pdf", "report.html", "pack.json"});
    EXPECT_THAT(files, UnorderedElementsAreArray(expected));
    const Json contents = Json::parse(content_of(county.at("pack/pack.json")));
    EXPECT_EQ(contents["files"].size(), expected.size() - 1);
    const std::string words = content_of(county.at("words.txt"));
    EXPECT_THAT(words, HasSubstr("--layout a3-province,a3-prefectures"));
    EXPECT_THAT(words, HasSubstr("--layout a4-summary"));
    EXPECT_THAT(words, HasSubstr("--unit 总工会 --approval 青S(2026)001 --date 2026-11-22"));
}

TEST(Pack, IsTheSameForTheSameInput) {
    SmallCounty county;
    county.write_run_file();
    for (const std::string name : {"one", "two"}) {
        ASSERT_EQ(county.run({"pack", "run.toml", "-o", name, "--without-maps", "--quiet"}).exit_code, 0);
    }
    EXPECT_EQ(content_of(county.at("one/pack.json")), content_of(county.at("two/pack.json")));
}

TEST(Pack, ComparesWithTheAuditThatTheRunFileNames) {
    SmallCounty county;
    (void)county.audited("before");
    county.sections["pack"] = "before = \"before\"";
    county.write_run_file();
    ASSERT_EQ(
        county.run({"pack", "run.toml", "-o", "pack"}, with_map_program(county, draws_nothing)).exit_code, 0);
    const std::string words = content_of(county.at("words.txt"));
    EXPECT_THAT(words, HasSubstr("a3-compare"));
    EXPECT_THAT(words, HasSubstr("before/audit.gpkg"));
    EXPECT_THAT(content_of(county.at("pack/report.html")), HasSubstr("\"comparison\":{"));
}

/// Writes plan.gpkg: one place more, c1 or c2, beside the stations of the county.
void locate(const SmallCounty& county, const std::vector<std::string>& existing) {
    county.write("candidates.csv", "id,name,lon,lat\nc1,四村站,101.199,36.09\nc2,北站,101.05,36.09\n");
    std::vector<std::string> words{"locate",       "--model",        "mclp",     "-p",         "1",
                                   "--radius",     "1 km",           "-o",       "plan.gpkg",  "--quiet",
                                   "--candidates", "candidates.csv", "--demand", "demand.csv", "--overwrite"};
    words.insert(words.end(), existing.begin(), existing.end());
    const Outcome outcome = county.run(words);
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
}

TEST(Pack, TakesAPlanInWithItsPage) {
    SmallCounty county;
    county.write_run_file();
    locate(county, {"--existing", "stations.csv"});
    const Surroundings where = with_map_program(county, draws_nothing);
    const Outcome outcome = county.run({"pack", "run.toml", "--siting", "plan.gpkg", "-o", "pack"}, where);
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    for (const char* file : {"siting.pdf", "plan.gpkg", "siting.json"})
        EXPECT_TRUE(fs::exists(county.at("pack") + "/" + file)) << file;
    EXPECT_EQ(content_of(county.at("pack/plan.gpkg")), content_of(county.at("plan.gpkg")));
    const Json plan = Json::parse(content_of(county.at("pack/siting.json")));
    EXPECT_EQ(plan["sites"], Json({"c1"}));
    EXPECT_EQ(plan["served"]["after"], 187);  // 100 + 50 + 30 around the stations, 7 around c1
    const Json contents = Json::parse(content_of(county.at("pack/pack.json")));
    std::string listed;
    for (const Json& file : contents["files"]) listed += file["path"].get<std::string>() + " ";
    for (const char* file : {"siting.pdf", "plan.gpkg", "siting.json"}) EXPECT_THAT(listed, HasSubstr(file));
    const std::string words = content_of(county.at("words.txt"));
    EXPECT_THAT(words, HasSubstr("--layout a3-siting"));
    EXPECT_THAT(words, testing::ContainsRegex("--siting [^ ]*plan.gpkg"));

    county.sections["pack"] = "siting = \"plan.gpkg\"";  // the same, by the run file
    county.write_run_file();
    ASSERT_EQ(county.run({"pack", "run.toml", "-o", "again"}, where).exit_code, 0);
    EXPECT_EQ(content_of(county.at("again/siting.json")), content_of(county.at("pack/siting.json")));
}

TEST(Pack, RefusesAPlanForOtherStationsOrPeople) {
    SmallCounty county;
    county.write_run_file();
    const auto refused = [&](std::string_view words) {
        const Outcome outcome =
            county.run({"pack", "run.toml", "--siting", "plan.gpkg", "-o", "pack", "--without-maps"});
        EXPECT_EQ(outcome.exit_code, 3);
        expect_one_sentence(outcome);
        EXPECT_THAT(outcome.err, HasSubstr(std::string{words}));
        EXPECT_FALSE(fs::exists(county.at("pack")));
    };
    refused("plan.gpkg: there is no such file");
    locate(county, {});
    refused("it leaves out 2 of the audit's stations, such as s1");
    county.write("weights.csv", "id,weight\nd1,101\n");
    locate(county, {"--existing", "stations.csv", "--weights", "weights.csv"});
    refused("the plan is for 193 people, the audit for 192");
}

/// Writes moves.gpkg: one household of four people to a site a kilometre east of it.
void relocate(const SmallCounty& county, double lon) {
    county.write("households.csv", fmt::format("id,name,lon,lat,people\nh1,一户,{:.3f},36.05,4\n", lon));
    county.write("sites.csv",
                 fmt::format("id,name,lon,lat,capacity\nr1,一号点,{:.3f},36.05,9\n", lon + 0.011));
    const Outcome outcome = county.run({"relocate", "--households", "households.csv", "--sites", "sites.csv",
                                        "-o", "moves.gpkg", "--overwrite", "--quiet"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
}

TEST(Pack, TakesARelocationInWithItsPage) {
    SmallCounty county;
    county.write_run_file();
    relocate(county, 101.05);
    const Surroundings where = with_map_program(county, draws_nothing);
    const Outcome outcome =
        county.run({"pack", "run.toml", "--relocation", "moves.gpkg", "-o", "pack"}, where);
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(content_of(county.at("pack/relocation.gpkg")), content_of(county.at("moves.gpkg")));
    EXPECT_EQ(Json::parse(content_of(county.at("pack/relocation.json")))["totals"]["placed_people"], 4);
    EXPECT_THAT(content_of(county.at("pack/pack.json")), HasSubstr("relocation.pdf"));
    EXPECT_THAT(content_of(county.at("words.txt")),
                testing::ContainsRegex("--layout a3-relocation .*--relocation [^ ]*relocation.gpkg"));

    county.sections["pack"] = "relocation = \"moves.gpkg\"";  // the same, by the run file
    county.write_run_file();
    ASSERT_EQ(county.run({"pack", "run.toml", "-o", "again"}, where).exit_code, 0);
    EXPECT_EQ(content_of(county.at("again/relocation.json")), content_of(county.at("pack/relocation.json")));
}

TEST(Pack, RefusesARelocationThatIsNoneOrLiesElsewhere) {
    SmallCounty county;
    county.write_run_file();
    const auto refused = [&](const std::string& option, std::string_view words) {
        const Outcome outcome =
            county.run({"pack", "run.toml", option, "moves.gpkg", "-o", "pack", "--without-maps"});
        EXPECT_EQ(outcome.exit_code, 3);
        expect_one_sentence(outcome);
        EXPECT_THAT(outcome.err, HasSubstr(std::string{words}));
        EXPECT_FALSE(fs::exists(county.at("pack")));
    };
    refused("--relocation", "moves.gpkg: there is no such file; give the result of yiquan relocate");
    relocate(county, 90.0);
    refused("--relocation", "lies outside the zones of this audit");
    refused("--screening", "run yiquan screen again");
}

TEST(Pack, PassesOnWhatTheMapProgramSays) {
    SmallCounty county;
    county.write_run_file();
    const Outcome outcome =
        county.run({"pack", "run.toml", "-o", "pack"},
                   with_map_program(county, "echo noise >&2; echo 'yiquan-map: no font.' >&2; exit 3"));
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_EQ(outcome.err, "yiquan: no font.\n");
    EXPECT_FALSE(fs::exists(county.at("pack")));
}

TEST(Pack, SurvivesAMapProgramThatDies) {
    SmallCounty county;
    county.write_run_file();
    const Outcome outcome =
        county.run({"pack", "run.toml", "-o", "pack"}, with_map_program(county, "kill -9 $$"));
    EXPECT_EQ(outcome.exit_code, 70);
    EXPECT_THAT(outcome.err, HasSubstr("signal 9"));
    EXPECT_FALSE(fs::exists(county.at("pack")));
}

TEST(Pack, SaysWhatToInstallBeforeItBeginsToWork) {
    SmallCounty county;
    county.write_run_file();
    Surroundings where;
    where.changes["YIQUAN_MAP"] = county.at("nothing");
    const Outcome outcome = county.run({"pack", "run.toml", "-o", "pack"}, where);
    EXPECT_EQ(outcome.exit_code, 3);
    expect_one_sentence(outcome);
    EXPECT_FALSE(fs::exists(county.at("pack")));
    EXPECT_EQ(county.run({"pack", "run.toml"}, where).exit_code, 2);
}

TEST(Pack, StopsTheMapProgramWhenTheUserStops) {
    SmallCounty county;
    county.write_run_file();
    Surroundings where =
        with_map_program(county, "touch " + county.at("began") + "; trap 'exit 130' TERM; sleep 60 & wait");
    where.folder = county.folder();
    RunningProgram program({"pack", "run.toml", "-o", "pack"}, where);
    for (int tries = 0; tries < 600 && !fs::exists(county.at("began")); ++tries)
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    program.send(SIGINT);
    const Outcome outcome = program.wait();
    EXPECT_EQ(outcome.exit_code, 130);
    EXPECT_LT(outcome.took, std::chrono::seconds(30));
    EXPECT_FALSE(fs::exists(county.at("pack")));
}

}  // namespace
}  // namespace yiquan::cli
