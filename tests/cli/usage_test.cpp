// SPDX-License-Identifier: MIT
#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

using testing::HasSubstr;

void expect_usage_error(const std::vector<std::string>& arguments, const std::string& en,
                        const std::string& zh) {
    const SmallCounty county;
    county.write_run_file();
    const std::vector<std::string> before = county.names();
    std::vector<std::string> chinese = arguments;
    chinese.insert(chinese.end(), {"--lang", "zh"});
    const std::vector<std::pair<std::vector<std::string>, std::string>> cases{{arguments, en}, {chinese, zh}};
    for (const auto& [words, sentence] : cases) {
        const Outcome outcome = county.run(words);
        EXPECT_EQ(outcome.exit_code, 2) << outcome.err;
        expect_one_sentence(outcome);
        EXPECT_THAT(outcome.err, HasSubstr(sentence));
        EXPECT_EQ(county.names(), before);
    }
}

TEST(CommandLine, WithoutAVerbIsAUsageError) {
    expect_usage_error({}, "subcommand", "命令");
}

TEST(CommandLine, AnUnknownVerbSuggestsTheNearest) {
    expect_usage_error({"audti"}, "no command \"audti\". Did you mean \"audit\"?", "没有命令“audti”");
    expect_usage_error({"polish"}, "no command \"polish\"", "没有命令“polish”");
    expect_usage_error({""}, "no command \"\"", "没有命令“”");
}

TEST(CommandLine, AnUnknownOptionIsNamed) {
    expect_usage_error({"audit", "run.toml", "--fast"}, "--fast", "多余或无法识别：--fast");
}

TEST(CommandLine, AWordTooManyIsNamed) {
    expect_usage_error({"audit", "run.toml", "more.toml"}, "more.toml", "more.toml");
}

TEST(CommandLine, AMissingArgumentIsNamed) {
    expect_usage_error({"audit"}, "RUN is required", "缺少 RUN");
}

TEST(CommandLine, AnOptionWithoutItsValueIsNamed) {
    for (const auto& [language, sentence] : std::map<std::string, std::string>{
             {"en", "--output: 1 required TEXT missing"}, {"zh", "--output 后面的取值个数不对"}}) {
        const Outcome outcome = yiquan({"audit", "run.toml", "--lang", language, "--output"});
        EXPECT_EQ(outcome.exit_code, 2);
        expect_one_sentence(outcome);
        EXPECT_THAT(outcome.err, HasSubstr(sentence));
    }
}

TEST(CommandLine, AnUnknownKindOfProgressNamesTheKnownOnes) {
    expect_usage_error({"audit", "run.toml", "-o", "out", "--progress", "loud"}, "auto, none or json",
                       "auto、none 或 json");
}

TEST(CommandLine, ThreadsMustBeANumberInRange) {
    for (const char* threads : {"-1", "two", "1.5", "99999"}) {
        expect_usage_error({"audit", "run.toml", "-o", "out", "--threads", threads}, "--threads",
                           "--threads 的取值不对");
    }
}

TEST(CommandLine, ALanguageOtherThanChineseAndEnglishIsRefused) {
    for (const char* language : {"de", "ZH", ""}) {
        const Outcome outcome = yiquan({"standards", "--lang", language});
        EXPECT_EQ(outcome.exit_code, 2) << language;
        expect_one_sentence(outcome);
    }
}

TEST(CommandLine, HelpIsNoErrorAndSpeaksBothLanguages) {
    const Outcome english = yiquan({"--help"});
    EXPECT_EQ(english.exit_code, 0);
    EXPECT_EQ(english.err, "");
    EXPECT_THAT(english.out, HasSubstr("Usage: yiquan"));
    const Outcome chinese = yiquan({"--help", "--lang", "zh"});
    EXPECT_EQ(chinese.exit_code, 0);
    EXPECT_THAT(chinese.out, HasSubstr("用法"));
    EXPECT_THAT(yiquan({"--help"}, {.changes = {{"LC_ALL", "zh_CN.UTF-8"}}}).out, HasSubstr("用法"));
}

TEST(CommandLine, VersionIsOneLine) {
    const Outcome outcome = yiquan({"--version"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.out, testing::MatchesRegex("[0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST(CommandLine, ProgressAsJsonIsOneObjectPerLineAndNeverGoesBack) {
    const SmallCounty county;
    const Outcome outcome = county.audit("out", {"--progress", "json", "--quiet"});
    EXPECT_EQ(outcome.exit_code, 0);
    std::istringstream lines(outcome.err);
    std::string line;
    double last = 0.0;
    int count = 0;
    while (std::getline(lines, line)) {
        const Json step = Json::parse(line);
        EXPECT_GE(step["progress"].get<double>(), last);
        EXPECT_TRUE(step["stage"].is_string());
        last = step["progress"].get<double>();
        ++count;
    }
    EXPECT_GT(count, 2);
}

TEST(CommandLine, UnknownStandardSuggestsTheNearest) {
    const Outcome outcome = yiquan({"standards", "show", "walk-15mim"});
    EXPECT_EQ(outcome.exit_code, 2);
    expect_one_sentence(outcome);
    EXPECT_THAT(outcome.err, HasSubstr("Did you mean \"walk-15min\"?"));
}

TEST(CommandLine, StandardsAsJsonListsEveryOneWithItsSources) {
    const Outcome outcome = yiquan({"standards", "--json"});
    const Json all = Json::parse(outcome.out);
    std::size_t shipped = 0;
    for (const auto& entry : std::filesystem::directory_iterator{YIQUAN_SOURCE_DIR "/data/standards"}) {
        shipped += entry.path().extension() == ".toml" ? 1 : 0;
    }
    EXPECT_EQ(all.size(), shipped);
    for (const Json& standard : all) {
        EXPECT_FALSE(standard["figures"].empty()) << standard["id"];
        for (const Json& figure : standard["figures"]) EXPECT_NE(figure["source"], "") << standard["id"];
    }
}

TEST(ServiceArea, WithoutRadiusOrStandardSaysHowToGiveOne) {
    expect_usage_error({"service-area", "stations.csv"}, "--radius \"1 km\"", "--radius");
}

TEST(ServiceArea, RefusesRadiusBesidePresetAndTravelTimes) {
    expect_usage_error({"service-area", "stations.csv", "--radius", "1km", "--preset", "gb50180-5min"},
                       "cannot be used together", "不能同时使用");
    expect_usage_error(
        {"service-area", "stations.csv", "--network", "n", "--mode", "walk", "--budget", "5min"},
        "later version", "以后的版本");
    expect_usage_error({"service-area", "stations.csv", "--preset", "walk-15min"}, "later version",
                       "以后的版本");
}

TEST(ServiceArea, MeasuresTheUnionOfEveryBand) {
    const SmallCounty county;
    const Outcome outcome =
        county.run({"service-area", "stations.csv", "--radius", "1km,2 km", "--json", "-o", "areas.gpkg"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json areas = Json::parse(outcome.out);
    EXPECT_EQ(areas["schema"], "yiquan.service_area/1");
    ASSERT_EQ(areas["bands"].size(), 2U);
    EXPECT_NEAR(areas["bands"][0]["covered_km2"].get<double>(), 6.28319, 6.3e-4);
    EXPECT_NEAR(areas["bands"][1]["covered_km2"].get<double>(), 25.13274, 2.5e-3);
}

}  // namespace
}  // namespace yiquan::cli
