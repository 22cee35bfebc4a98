// SPDX-License-Identifier: MIT
#include "tests/cli/every_verb.hpp"

namespace yiquan::cli {
namespace {

using testing::HasSubstr;

struct Line {
    double progress;
    std::string stage;
};

/// Every line of stderr, each of which has to be JSON.
std::vector<Line> lines_of(const Outcome& outcome) {
    std::vector<Line> out;
    std::istringstream text(outcome.err);
    for (std::string line; std::getline(text, line);) {
        const Json json = Json::parse(line, nullptr, false);
        EXPECT_TRUE(json.is_object()) << line;
        if (!json.is_object()) continue;
        out.push_back({json.at("progress").get<double>(), json.at("stage").get<std::string>()});
    }
    return out;
}

TEST(ProgressOfEveryVerb, RisesOnceFromNothingToTheEndWithANameThroughout) {
    const EveryVerb verbs;
    int number = 0;
    for (const VerbRun& verb : verbs.runs()) {
        for (const std::string language : {"en", "zh"}) {
            SCOPED_TRACE(verb.name);
            const std::string output =
                "result-" + std::to_string(++number) + (verb.endings.empty() ? "" : verb.endings.front());
            const Outcome outcome =
                verbs.run(verb, output, {"--progress", "json", "--lang", language, "--quiet"});
            ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
            const std::vector<Line> lines = lines_of(outcome);
            ASSERT_GE(lines.size(), 3U) << outcome.err;
            EXPECT_EQ(lines.front().progress, 0.0);
            EXPECT_EQ(lines.back().progress, 1.0);
            for (std::size_t i = 0; i < lines.size(); ++i) {
                EXPECT_NE(lines[i].stage, "") << outcome.err;
                if (i + 1 < lines.size()) {
                    EXPECT_LT(lines[i].progress, 1.0) << outcome.err;
                    EXPECT_LE(lines[i].progress, lines[i + 1].progress) << outcome.err;
                }
            }
        }
    }
}

TEST(ProgressOfEveryVerb, DoesNotReachTheEndOfAFailure) {
    const EveryVerb verbs;
    verbs.county().write("demand.csv", "id,lon,lat,population\nd1,101.05,36.05,-1\n");
    const Outcome outcome = verbs.county().run({"audit", "run.toml", "-o", "out", "--progress", "json"});
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_THAT(outcome.err, HasSubstr("\"progress\": 0.0"));
    EXPECT_THAT(outcome.err, testing::Not(HasSubstr("1.000")));
}

TEST(ProgressAsJson, TakesAnyNameThatTheUserGaveARule) {
    const EveryVerb verbs;
    const Outcome outcome = verbs.county().run({"screen", "rules.toml", "--progress", "json", "--quiet"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    std::vector<std::string> stages;
    for (const Line& line : lines_of(outcome)) stages.push_back(line.stage);
    EXPECT_THAT(stages, testing::Contains("Near a \"school\"\\\nor two"));
}

}  // namespace
}  // namespace yiquan::cli
