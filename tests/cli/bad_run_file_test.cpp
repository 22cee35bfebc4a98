// SPDX-License-Identifier: MIT
#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

constexpr int usage = 2;
constexpr int input = 3;

/// One slip in a run file that is right otherwise.
struct Slip {
    std::string what;     ///< in camel case, for the test's name
    std::string section;  ///< whose lines are replaced
    std::string lines;
    int exit_code;
    std::vector<std::string> words;
    std::vector<std::string> zh;
};

void PrintTo(const Slip& slip, std::ostream* out) {
    *out << "[" << slip.section << "] " << slip.lines;
}

class BadRunFile : public testing::TestWithParam<Slip> {};

TEST_P(BadRunFile, IsRefusedInOneSentenceAndLeavesNothing) {
    SmallCounty county;
    county.sections[GetParam().section] = GetParam().lines;
    expect_refused(county, GetParam().exit_code, GetParam().words, GetParam().zh);
}

std::string slip_name(const testing::TestParamInfo<Slip>& slip) {
    return slip.param.what;
}

INSTANTIATE_TEST_SUITE_P(
    Radius, BadRunFile,
    testing::Values(
        Slip{"OfZero",
             "standard",
             "radius = \"0 km\"",
             usage,
             {"run.toml", "radius", "\"0 km\"", "greater than zero"},
             {"“0 km”", "必须大于零"}},
        Slip{"ThatIsNegative",
             "standard",
             "radius = \"-1 km\"",
             usage,
             {"\"-1 km\"", "greater than zero"},
             {"“-1 km”"}},
        Slip{"WithoutUnit",
             "standard",
             "radius = \"15\"",
             usage,
             {"\"15\"", "no unit", "\"1 km\""},
             {"没有单位"}},
        Slip{"AsABareNumber", "standard", "radius = 15", usage, {"radius = 15", "quotes"}, {"带引号"}},
        Slip{"InDegrees",
             "standard",
             "radius = \"0.15 deg\"",
             usage,
             {"0.15 deg", "degrees", "not a length"},
             {"以度为单位"}},
        Slip{"WithTheDegreeSign", "standard", "radius = \"0.15°\"", usage, {"degrees"}, {"以度为单位"}},
        Slip{"InAnUnknownUnit",
             "standard",
             "radius = \"3 li\"",
             usage,
             {"unknown unit \"li\""},
             {"单位“li”无法识别"}},
        Slip{"ThatIsNoNumber",
             "standard",
             "radius = \"nan km\"",
             usage,
             {"nan km", "not a number"},
             {"不是带单位的数值"}},
        Slip{"ThatIsInfinite", "standard", "radius = \"inf km\"", usage, {"inf km"}, {"inf km"}},
        Slip{"LargerThanTheCountry", "standard", "radius = \"40000 km\"", usage, {"at most"}, {"40000000"}},
        Slip{"ThatIsMissing",
             "standard",
             "target_share = 0.5",
             usage,
             {"radius is missing", "preset"},
             {"没有填写"}}),
    slip_name);

INSTANTIATE_TEST_SUITE_P(Standard, BadRunFile,
                         testing::Values(Slip{"UnknownSuggestsTheNearest",
                                              "standard",
                                              "preset = \"gb50180-15mn\"",
                                              usage,
                                              {"run.toml", "preset", "\"gb50180-15mn\"",
                                               "Did you mean \"gb50180-15min\"?"},
                                              {"gb50180-15min"}},
                                         Slip{"LikeNoOther",
                                              "standard",
                                              "preset = \"zzzz\"",
                                              usage,
                                              {"zzzz", "yiquan standards"},
                                              {"没有名为“zzzz”", "yiquan standards"}},
                                         Slip{"OfTravelTimeComesLater",
                                              "standard",
                                              "preset = \"walk-15min\"",
                                              usage,
                                              {"walk-15min", "street network", "later version", "radius"},
                                              {"道路网络", "以后的版本"}},
                                         Slip{"OfAModeAndBudgetComesLater",
                                              "standard",
                                              "mode = \"walk\"\nbudget = \"15 min\"",
                                              usage,
                                              {"street network", "later version"},
                                              {"道路网络"}},
                                         Slip{"OfAnUnknownMode",
                                              "standard",
                                              "mode = \"wlak\"\nbudget = \"15 min\"",
                                              usage,
                                              {"Did you mean \"walk\"?"},
                                              {"walk"}},
                                         Slip{"OfABudgetWithoutUnit",
                                              "standard",
                                              "mode = \"walk\"\nbudget = \"15\"",
                                              usage,
                                              {"budget", "no unit"},
                                              {"没有单位"}},
                                         Slip{"OfABudgetWithoutMode",
                                              "standard",
                                              "budget = \"15 min\"",
                                              usage,
                                              {"budget", "needs a mode"},
                                              {"mode"}},
                                         Slip{"WithoutRadiusOfItsOwn",
                                              "standard",
                                              "preset = \"union-new-double15\"",
                                              usage,
                                              {"union-new-double15", "no radius", "add radius"},
                                              {"没有半径"}},
                                         Slip{"BesideARadius",
                                              "standard",
                                              "preset = \"gb50180-15min\"\nradius = \"1 km\"",
                                              usage,
                                              {"radius", "preset", "cannot be used together"},
                                              {"不能同时使用"}},
                                         Slip{"BesideARadiusForATime",
                                              "standard",
                                              "mode = \"walk\"\nbudget = \"15 min\"\nradius = \"1 km\"",
                                              usage,
                                              {"cannot be used together"},
                                              {"不能同时使用"}},
                                         Slip{"WithATargetAboveOne",
                                              "standard",
                                              "radius = \"1 km\"\ntarget_share = 85",
                                              usage,
                                              {"target_share", "0.85"},
                                              {"target_share", "比例"}},
                                         Slip{"WithATargetOfZero",
                                              "standard",
                                              "radius = \"1 km\"\ntarget_share = 0",
                                              usage,
                                              {"target_share"},
                                              {"target_share"}}),
                         slip_name);

INSTANTIATE_TEST_SUITE_P(
    Key, BadRunFile,
    testing::Values(
        Slip{"UnknownSuggestsTheNearest",
             "demand",
             "path = \"demand.csv\"\nwieght = \"population\"",
             usage,
             {"run.toml", "[demand]", "wieght", "Did you mean \"weight\"?"},
             {"wieght", "weight"}},
        Slip{"UnknownAndUnlikeAnyOther",
             "facilities",
             "path = \"stations.csv\"\nqqqqq = 1",
             usage,
             {"qqqqq", "not a known setting"},
             {"不是可用的设置项"}},
        Slip{"PathMissing",
             "facilities",
             "datum = \"wgs84\"",
             usage,
             {"[facilities]", "path", "missing"},
             {"没有填写"}},
        Slip{"OfTheWrongType", "facilities", "path = 3", usage, {"path = 3"}, {"path = 3"}},
        Slip{"SectionUnknownSuggestsTheNearest",
             "standrad",
             "radius = \"2 km\"",
             usage,
             {"standrad", "Did you mean \"standard\"?"},
             {"standrad", "standard"}},
        Slip{"SectionUnknown", "weather", "", usage, {"weather", "not a known setting"}, {"weather"}},
        Slip{"WrittenTwice",
             "facilities",
             "path = \"stations.csv\"\npath = \"stations.csv\"",
             usage,
             {"run.toml", "line"},
             {"run.toml 第"}},
        Slip{"WithoutValue", "facilities", "path = ", usage, {"run.toml, line"}, {"不是合法的 TOML"}},
        Slip{"DatumUnknown",
             "facilities",
             "path = \"stations.csv\"\ndatum = \"beijing54\"",
             usage,
             {"datum", "beijing54", "wgs84, cgcs2000, gcj02 or bd09"},
             {"beijing54", "gcj02"}},
        Slip{"DatumUnknownSuggestsTheNearest",
             "demand",
             "path = \"demand.csv\"\ndatum = \"gjc02\"",
             usage,
             {"[demand]", "Did you mean \"gcj02\"?"},
             {"gcj02"}},
        Slip{"CrsUnknown",
             "facilities",
             "path = \"stations.csv\"\ncrs = \"EPSG:0\"",
             usage,
             {"EPSG:0"},
             {"EPSG:0"}},
        Slip{"DuplicatesUnknown",
             "facilities",
             "path = \"stations.csv\"\nduplicates = \"merge\"",
             usage,
             {"merge", "drop", "keep"},
             {"drop"}},
        Slip{"OpeningTimeImpossible",
             "filter",
             "open_at = \"Mo 25:00\"",
             usage,
             {"open_at", "25:00"},
             {"25:00"}},
        Slip{"ColumnMisspelt",
             "demand",
             "path = \"demand.csv\"\nweight = \"popluation\"",
             input,
             {"demand.csv", "popluation", "Did you mean \"population\"?"},
             {"demand.csv", "population"}},
        Slip{"ColumnOfCodesMisspelt",
             "zones",
             "path = \"zones.geojson\"\ncode = \"cod\"",
             input,
             {"zones.geojson", "\"cod\"", "Did you mean \"code\"?"},
             {"code"}}),
    slip_name);

INSTANTIATE_TEST_SUITE_P(
    File, BadRunFile,
    testing::Values(
        Slip{"OfFacilitiesMissing",
             "facilities",
             "path = \"no-such.csv\"",
             input,
             {"no-such.csv", "no such file", "check the path"},
             {"no-such.csv", "找不到该文件"}},
        Slip{"OfDemandMissing",
             "demand",
             "path = \"no-such.csv\"",
             input,
             {"no-such.csv", "no such file"},
             {"找不到该文件"}},
        Slip{"OfZonesMissing",
             "zones",
             "path = \"no-such.geojson\"",
             input,
             {"no-such.geojson", "no such file"},
             {"找不到该文件"}},
        Slip{"OfPlacesMissing",
             "places",
             "path = \"no-such.csv\"",
             input,
             {"no-such.csv", "no such file"},
             {"找不到该文件"}},
        Slip{"OfARasterMissing",
             "demand",
             "path = \"no-such.tif\"",
             input,
             {"no-such.tif", "no such file"},
             {"找不到该文件"}},
        Slip{"OnTheWeb",
             "facilities",
             "path = \"https://example.org/a.csv\"",
             usage,
             {"https://example.org/a.csv", "offline"},
             {"离线"}},
        Slip{"ThatIsAFolder", "facilities", "path = \".\"", input, {"folder"}, {"文件夹"}},
        Slip{"ThatIsADevice", "facilities", "path = \"/dev/zero\"", input, {"/dev/zero", "device"}, {"设备"}},
        Slip{"WithALayerThatIsNotThere",
             "zones",
             "path = \"zones.geojson|layername=towns\"",
             usage,
             {"towns", "zones"},
             {"towns"}}),
    slip_name);

TEST(BadRunFile, MissingIsNamedAndLeavesNothing) {
    const SmallCounty county;
    const std::vector<std::string> before = county.names();
    const Outcome outcome = county.run({"audit", "no-such.toml", "-o", "out"});
    EXPECT_EQ(outcome.exit_code, input);
    expect_one_sentence(outcome);
    EXPECT_THAT(outcome.err, testing::HasSubstr("no-such.toml: no such file"));
    EXPECT_EQ(county.names(), before);
}

TEST(BadRunFile, ThatIsAFolderAnEmptyFileOrNoTextIsRefused) {
    const SmallCounty county;
    county.write("empty.toml", "");
    county.write("binary.toml", std::string("\xFF\xFE\x00\x01", 4));
    for (const auto& [file, code] :
         std::map<std::string, int>{{".", input}, {"empty.toml", input}, {"binary.toml", usage}}) {
        const Outcome outcome = county.run({"audit", file, "-o", "out"});
        EXPECT_EQ(outcome.exit_code, code) << outcome.err;
        expect_one_sentence(outcome);
        EXPECT_THAT(outcome.err, testing::HasSubstr(file));
    }
}

TEST(BadRunFile, WithoutAnyOutputFolderSaysWhereToGiveOne) {
    const SmallCounty county;
    county.write_run_file();
    const Outcome outcome = county.run({"audit", "run.toml"});
    EXPECT_EQ(outcome.exit_code, usage);
    expect_one_sentence(outcome);
    EXPECT_THAT(outcome.err, testing::HasSubstr("--output"));
}

TEST(BadRunFile, ByteOrderMarkAndWindowsLineEndsAreNoFault) {
    const SmallCounty county;
    county.write_run_file();
    std::string text = "\xEF\xBB\xBF";
    for (const char c : content_of(county.folder() / "run.toml")) text += c == '\n' ? "\r\n" : std::string{c};
    county.write("windows.toml", text);
    EXPECT_EQ(county.run({"audit", "windows.toml", "-o", "out"}).exit_code, 0);
}

}  // namespace
}  // namespace yiquan::cli
