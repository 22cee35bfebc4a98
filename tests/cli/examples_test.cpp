// SPDX-License-Identifier: MIT
#include <set>

#include "tests/cli/help_of.hpp"
#include "tests/cli/map_stand_in.hpp"
#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// The command line below "Example:" in a verb's help.
std::string example_of(const std::string& verb, const std::string& heading, const std::string& language) {
    const std::string help = yiquan({verb, "--help", "--lang", language}).out;
    const std::size_t at = help.find(heading + "\n  yiquan ");
    if (at == std::string::npos) return {};
    const std::size_t begin = at + heading.size() + 3;
    return help.substr(begin, help.find('\n', begin) - begin);
}

std::vector<std::string> project_content() {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator{YIQUAN_SOURCE_DIR "/data"})
        found.push_back(entry.path().string());
    std::sort(found.begin(), found.end());
    return found;
}

TEST(Help, OfEveryVerbHasOneExampleAndTheSameInBothLanguages) {
    for (const std::string& verb : verbs()) {
        const std::string example = example_of(verb, "Example:", "en");
        EXPECT_TRUE(example.starts_with("yiquan " + verb)) << verb << ": " << example;
        EXPECT_EQ(example_of(verb, "例：", "zh"), example);
    }
}

TEST(Help, TheExampleOfEveryVerbRunsFromTheProjectsFolder) {
    const SmallCounty scratch;
    const std::set<std::string> audits{"before", "after", "audit-out"};
    for (const std::string& audit : audits) {
        const Outcome made = yiquan({"audit", "data/qinghai/audit.toml", "-o", scratch.at(audit), "--quiet"},
                                    {.folder = YIQUAN_SOURCE_DIR});
        ASSERT_EQ(made.exit_code, 0) << made.err;
    }
    const std::vector<std::string> before = project_content();
    for (const std::string& verb : verbs()) {
        std::vector<std::string> arguments = words(example_of(verb, "Example:", "en"));
        ASSERT_GE(arguments.size(), 2U) << verb;
        arguments.erase(arguments.begin());  // the program's name
        std::string output;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            if (i > 0 && arguments[i - 1] != "-o" && audits.contains(arguments[i]))
                arguments[i] = scratch.at(arguments[i]);
            if (arguments[i] != "-o" && arguments[i] != "--output") continue;
            output = arguments[i + 1] = scratch.at("example-" + arguments[i + 1]);
        }
        Surroundings where = with_map_program(scratch, draws_nothing);
        where.folder = YIQUAN_SOURCE_DIR;
        const Outcome outcome = yiquan(arguments, where);
        EXPECT_EQ(outcome.exit_code, 0) << verb << ": " << outcome.err;
        EXPECT_EQ(outcome.err, "") << verb;
        EXPECT_NE(outcome.out, "") << verb;
        EXPECT_TRUE(output.empty() || fs::exists(output)) << output;
    }
    EXPECT_EQ(project_content(), before);
}

TEST(Demo, CountsThePeopleOfTheCensus) {
    const SmallCounty scratch;
    const Outcome outcome = yiquan({"audit", "data/qinghai/audit.toml", "-o", scratch.at("out"), "--json"},
                                   {.folder = YIQUAN_SOURCE_DIR});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json audit = Json::parse(outcome.out);
    expect_balance(audit);
    EXPECT_EQ(audit["totals"]["demand"], 5'923'957.0);
    EXPECT_EQ(audit["zones"].size(), 45U);
    const Json& da_qaidam = audit["zones"].back();
    EXPECT_EQ(da_qaidam["code"], "632857");
    EXPECT_EQ(da_qaidam["name"], "大柴旦行政委员会");
    EXPECT_EQ(da_qaidam["demand"], 16'287.0) << "its row of the census";
}

TEST(Demo, CoversWhomGeographicLibCovers) {
    // Distances by GeographicLib 2.0 (Python), people summed as whole numbers: not our own output. The place
    // nearest to the radius lies 139 m from it.
    const SmallCounty scratch;
    const Outcome outcome = yiquan({"audit", "data/qinghai/audit.toml", "-o", scratch.at("out"), "--json"},
                                   {.folder = YIQUAN_SOURCE_DIR});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json audit = Json::parse(outcome.out);
    EXPECT_EQ(audit["totals"]["covered"], 4'411'582.0);
    EXPECT_EQ(audit["totals"]["single"], 2'822'189.0);
    EXPECT_NEAR(audit["totals"]["area_km2"].get<double>(), 696'930.76,
                1.0);  // pyproj's geodesic polygon areas
    EXPECT_EQ(audit["findings"]["count"], 0);
}

TEST(Demo, SaysWithTheFiguresWhoseBordersAndPlacesTheyStandOn) {
    const SmallCounty scratch;
    const Outcome outcome = yiquan({"audit", "data/qinghai/audit.toml", "-o", scratch.at("out"), "--json"},
                                   {.folder = YIQUAN_SOURCE_DIR});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const std::string notice = Json::parse(outcome.out)["run"]["notice"];
    EXPECT_THAT(notice, HasSubstr("without an approval number"));
    EXPECT_THAT(notice, HasSubstr("© OpenStreetMap contributors, ODbL 1.0; geoBoundaries"));
    EXPECT_THAT(notice, HasSubstr("GeoNames, CC BY 4.0"));
}

TEST(Demo, SpeaksChineseWhereAsked) {
    const SmallCounty scratch;
    const Outcome outcome =
        yiquan({"audit", "data/qinghai/audit.toml", "-o", scratch.at("out"), "--lang", "zh"},
               {.folder = YIQUAN_SOURCE_DIR});
    EXPECT_EQ(outcome.exit_code, 0);
    for (const char* word : {"标准：", "西宁市", "合计", "无审图号", "已写出："})
        EXPECT_THAT(outcome.out, HasSubstr(word));
}

}  // namespace
}  // namespace yiquan::cli
