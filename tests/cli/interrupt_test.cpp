// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <unistd.h>

#include <csignal>

#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

using testing::HasSubstr;

/// A million points, written once for all tests of this file.
class Interrupted : public testing::Test {
protected:
    static void SetUpTestSuite() {
        county = new SmallCounty;  // NOLINT: lives from the first test of the suite to the last
        std::string text = "id,lon,lat,population\n";
        constexpr std::int64_t points = 1'000'000;
        text.reserve(std::size_t{40} * points);
        for (std::int64_t i = 0; i < points; ++i) {
            text += std::to_string(i) + ",101." + std::to_string(100'000 + (i * 7919) % 100'000) + ",36.0" +
                    std::to_string(10'000 + (i * 104'729) % 90'000) + ",1\n";
        }
        county->write("demand.csv", text);
        county->write_run_file();
    }
    static void TearDownTestSuite() { delete county; }

    /// Sends the signal while the run is busy and looks at what is left.
    static void expect_clean_stop(int signal, std::chrono::milliseconds after) {
        const std::vector<std::string> before = county->names();
        RunningProgram program({"audit", "run.toml", "-o", "deep/out", "--quiet"},
                               {.folder = county->folder().string()});
        wait_for_change(before);
        ::usleep(static_cast<useconds_t>(after.count() * 1000));
        program.send(signal);
        const auto sent = std::chrono::steady_clock::now();
        const Outcome outcome = program.wait();
        EXPECT_EQ(outcome.exit_code, 130) << "after " << after.count() << " ms";
        EXPECT_THAT(outcome.err, HasSubstr("Cancelled; nothing was written."));
        EXPECT_LT(std::chrono::steady_clock::now() - sent, std::chrono::seconds(10));
        EXPECT_EQ(county->names(), before) << "after " << after.count() << " ms";
    }

    /// Until the run has made a place for its results: on a loaded machine the program itself starts slowly.
    static void wait_for_change(const std::vector<std::string>& before) {
        constexpr int patience = 3000;
        constexpr useconds_t moment = 10'000;
        for (int i = 0; i < patience && county->names() == before; ++i) ::usleep(moment);
    }

    static SmallCounty* county;
};

SmallCounty* Interrupted::county = nullptr;

TEST_F(Interrupted, ByCtrlCAtAnyMomentLeavesNothing) {
    for (const int after : {150, 400, 700, 1000}) expect_clean_stop(SIGINT, std::chrono::milliseconds(after));
}

TEST_F(Interrupted, ByACtrlCThatComesTwiceInAMomentLeavesNothing) {
    const std::vector<std::string> before = county->names();
    for (const int after : {0, 200, 500}) {
        RunningProgram program({"audit", "run.toml", "-o", "deep/out", "--quiet"},
                               {.folder = county->folder().string()});
        wait_for_change(before);
        ::usleep(static_cast<useconds_t>(after) * 1000);
        program.send(SIGINT);
        constexpr useconds_t moment = 2'000;
        ::usleep(moment);
        program.send(SIGINT);
        EXPECT_EQ(program.wait().exit_code, 130);
        EXPECT_EQ(county->names(), before) << "after " << after << " ms";
    }
}

TEST_F(Interrupted, BySigtermLeavesNothing) {
    expect_clean_stop(SIGTERM, std::chrono::milliseconds(300));
}

TEST_F(Interrupted, ByAClosedTerminalLeavesNothing) {
    expect_clean_stop(SIGHUP, std::chrono::milliseconds(300));
}

TEST(NobodyListens, ToTheProgressAndTheRunGoesOn) {
    const SmallCounty county;
    county.write_run_file();
    RunningProgram program({"audit", "run.toml", "-o", "out", "--quiet", "--progress", "json"},
                           {.folder = county.folder().string()});
    program.stop_listening();
    EXPECT_EQ(program.wait().exit_code, 0);
    EXPECT_TRUE(std::filesystem::exists(county.folder() / "out" / "audit.json"));
}

TEST(NobodyListens, ToTheResultAndTheProgramEndsAsOthersDoInAPipe) {
    const SmallCounty county;
    county.write_run_file();
    RunningProgram program({"audit", "run.toml", "-o", "out", "--json"},
                           {.folder = county.folder().string()});
    program.stop_listening();
    EXPECT_EQ(program.wait().exit_code, 128 + SIGPIPE);
    EXPECT_THAT(county.names(), testing::Each(testing::Not(testing::StartsWith("."))));
}

/// A siting that no solver proves in minutes: 20 of 150 places, 3,000 villages to be reached twice.
class LongSiting : public testing::Test {
protected:
    LongSiting() {
        std::uint32_t state = 5;
        const auto place = [&] {  // a fixed sequence (Lehmer 1951)
            const auto next = [&] {
                return state = static_cast<std::uint32_t>(state * 48'271ULL % 2'147'483'647ULL);
            };
            const std::string lon = std::to_string(100.0 + next() / 1.1e9);
            return lon + "," + std::to_string(35.0 + next() / 1.1e9);
        };
        std::string candidates = "id,lon,lat\n";
        for (int i = 0; i < 150; ++i) candidates += std::to_string(i) + "," + place() + "\n";
        std::string demand = "id,lon,lat,population\n";
        for (int i = 0; i < 3000; ++i) {
            demand += std::to_string(i) + "," + place() + "," + std::to_string(1 + i * 7919 % 999) + "\n";
        }
        county_.write("candidates.csv", candidates);
        county_.write("demand.csv", demand);
    }

    SmallCounty county_;
};

TEST_F(LongSiting, StoppedByCtrlCGivesTheBestSoFarAndItsBound) {
    for (const int after : {3, 8}) {
        RunningProgram program(
            {"locate", "--model", "backup", "-p", "20", "--radius", "25 km", "--candidates", "candidates.csv",
             "--demand", "demand.csv", "-o", "plan.json", "--overwrite"},
            {.folder = county_.folder().string()});
        ::usleep(static_cast<useconds_t>(after) * 1'000'000);
        program.send(SIGINT);
        const auto sent = std::chrono::steady_clock::now();
        const Outcome outcome = program.wait();
        EXPECT_LT(std::chrono::steady_clock::now() - sent, std::chrono::seconds(60));
        ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
        const Json plan = Json::parse(content_of(county_.folder() / "plan.json"));
        EXPECT_EQ(plan["status"], "feasible");
        EXPECT_EQ(plan["sites"].size(), 20U);
        EXPECT_GT(plan["objective"], 0.0);
        EXPECT_GT(plan["bound"], plan["objective"]);
        EXPECT_GT(plan["gap"], 0.0);
    }
}

/// Whole villages that just fit, as no solver proves in minutes.
class LongRelocation : public testing::Test {
protected:
    LongRelocation() {
        std::uint32_t state = 7;
        const auto next = [&] {  // a fixed sequence (Lehmer 1951)
            return state = static_cast<std::uint32_t>(state * 48'271ULL % 2'147'483'647ULL);
        };
        const auto place = [&] {
            const double lon = 100.0 + next() / 1.1e9;
            const double lat = 35.0 + next() / 1.1e9;
            return fmt::format("{:.6f},{:.6f}", lon, lat);
        };
        std::string homes = "id,lon,lat,people\n";
        std::uint32_t people = 0;
        for (int v = 0; v < villages; ++v) {
            const std::uint32_t heads = 80 + next() % 260;
            people += heads;
            homes += fmt::format("v{},{},{}\n", v, place(), heads);
        }
        std::string sites = "id,lon,lat,capacity\n";
        for (int s = 0; s < places; ++s) {
            const std::uint32_t capacity = people / places * (60 + next() % 96) / 100;
            sites += fmt::format("s{},{},{}\n", s, place(), capacity);
        }
        county_.write("homes.csv", homes);
        county_.write("sites.csv", sites);
    }
    [[nodiscard]] std::vector<std::string> words() const {
        return {"relocate", "--households", "homes.csv", "--sites", "sites.csv", "--gap",
                "0",        "-o",           "plan.json"};
    }

    static constexpr int villages = 400;
    static constexpr int places = 160;
    SmallCounty county_;
};

TEST_F(LongRelocation, StoppedByCtrlCGivesTheBestSoFarWholeOrNothing) {
    const std::vector<std::string> before = county_.names();
    for (const int after : {20, 500, 3000}) {
        RunningProgram program(words(), {.folder = county_.folder().string()});
        ::usleep(static_cast<useconds_t>(after) * 1000);
        program.send(SIGINT);
        const auto sent = std::chrono::steady_clock::now();
        const Outcome outcome = program.wait();
        EXPECT_LT(std::chrono::steady_clock::now() - sent, std::chrono::seconds(60));
        SCOPED_TRACE(std::to_string(after) + " ms: " + outcome.err);
        if (outcome.exit_code ==
            0) {  // there was a plan: it is written, with what is known about better ones
            const Json plan = Json::parse(content_of(county_.folder() / "plan.json"));
            const std::int64_t placed = plan["totals"]["placed_people"];
            const std::int64_t unplaced = plan["totals"]["unplaced_people"];
            EXPECT_EQ(placed + unplaced, plan["totals"]["people"]);
            EXPECT_EQ(plan["status"], "feasible");
            EXPECT_LE(plan["bound"], plan["value"]);
            EXPECT_EQ(plan["assignments"].size() + plan["unplaced"].size(), std::size_t{villages});
            std::filesystem::remove(county_.folder() / "plan.json");
        } else {  // stopped before there was one, or before the program could listen
            EXPECT_TRUE(outcome.exit_code == 130 || outcome.exit_code == 128 + SIGINT) << outcome.exit_code;
        }
        EXPECT_EQ(county_.names(), before);
        if (after == 3000) {
            EXPECT_EQ(outcome.exit_code, 0);
        }
    }
}

/// A plain table of candidates against one school, many enough to be busy for a while.
TEST(LongScreening, StoppedByCtrlCLeavesNothing) {
    const SmallCounty county;
    std::string sites = "id,lon,lat\n";
    constexpr int candidates = 400'000;
    for (int i = 0; i < candidates; ++i) {
        sites += fmt::format("{},101.{},36.0{}\n", i, 100'000 + i % 100'000, 10'000 + i % 89'999);
    }
    county.write("sites.csv", sites);
    county.write("schools.csv", "name,lon,lat\n小学,101.1,36.0\n");
    county.write("rules.toml",
                 "[candidates]\npath = \"sites.csv\"\n[[rule]]\nid = \"school\"\nkind = \"near\"\n"
                 "layer = \"schools.csv\"\ncovers = \"everywhere\"\nlimit = \"5 km\"\n");
    const std::vector<std::string> before = county.names();
    RunningProgram program({"screen", "rules.toml", "-o", "screened.gpkg"},
                           {.folder = county.folder().string()});
    constexpr useconds_t moment = 500'000;
    ::usleep(moment);
    program.send(SIGINT);
    const Outcome outcome = program.wait();
    EXPECT_EQ(outcome.exit_code, 130) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("Cancelled; nothing was written."));
    EXPECT_EQ(county.names(), before);
}

TEST_F(Interrupted, InChineseItSaysSoInChinese) {
    const std::vector<std::string> before = county->names();
    RunningProgram program({"audit", "run.toml", "-o", "out", "--lang", "zh"},
                           {.folder = county->folder().string()});
    wait_for_change(before);
    program.send(SIGINT);
    const Outcome outcome = program.wait();
    EXPECT_EQ(outcome.exit_code, 130);
    EXPECT_THAT(outcome.err, HasSubstr("已取消"));
}

}  // namespace
}  // namespace yiquan::cli
