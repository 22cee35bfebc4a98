// SPDX-License-Identifier: MIT
#include "tests/cli/small_county.hpp"

#include <stdlib.h>  // NOLINT: mkdtemp is POSIX

#include <algorithm>
#include <cmath>
#include <system_error>

namespace yiquan::cli {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

SmallCounty::SmallCounty() {
    std::string pattern = (fs::temp_directory_path() / "yiquan-cli-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    write("stations.csv", stations);
    write("demand.csv", demand);
    write("zones.geojson", zones);
    sections = {{"facilities", "path = \"stations.csv\""},
                {"demand", "path = \"demand.csv\""},
                {"zones", "path = \"zones.geojson\""},
                {"standard", "radius = \"1 km\""}};
}

SmallCounty::~SmallCounty() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

void SmallCounty::write_run_file() const {
    std::string text = title + "\n";
    for (const auto& [name, lines] : sections) text += "[" + name + "]\n" + lines + "\n";
    write("run.toml", text);
}

Outcome SmallCounty::audit(std::string_view output, const std::vector<std::string>& more,
                           const Surroundings& where) const {
    write_run_file();
    std::vector<std::string> arguments{"audit", "run.toml", "-o", std::string{output}};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments, where);
}

Json SmallCounty::audited(std::string_view output, const std::vector<std::string>& more) const {
    const Outcome outcome = audit(output, more);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    return Json::parse(content_of(folder_ / output / "audit.json"));
}

Outcome SmallCounty::run(const std::vector<std::string>& arguments, Surroundings where) const {
    where.folder = folder_.string();
    return yiquan(arguments, where);
}

std::vector<std::string> SmallCounty::names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator{folder_})
        found.push_back(entry.path().filename().string());
    std::sort(found.begin(), found.end());
    return found;
}

void expect_one_sentence(const Outcome& outcome) {
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, testing::StartsWith("yiquan: "));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_TRUE(outcome.err.ends_with(".\n") || outcome.err.ends_with("?\n") ||
                outcome.err.ends_with("。\n") || outcome.err.ends_with("？\n"))
        << outcome.err;
    for (const char* machine_talk : {"terminate", "std::", "what()", ".cpp", "0x", "Internal", "内部错误"}) {
        EXPECT_THAT(outcome.err, Not(HasSubstr(machine_talk)));
    }
}

void expect_refused(const SmallCounty& county, int exit_code, const std::vector<std::string>& words,
                    const std::vector<std::string>& zh) {
    county.write_run_file();
    const std::vector<std::string> before = county.names();
    for (const bool chinese : {false, true}) {
        const Outcome outcome = county.audit(
            "out", chinese ? std::vector<std::string>{"--lang", "zh"} : std::vector<std::string>{});
        EXPECT_EQ(outcome.exit_code, exit_code) << outcome.err;
        expect_one_sentence(outcome);
        for (const std::string& word : chinese ? zh : words) EXPECT_THAT(outcome.err, HasSubstr(word));
        EXPECT_EQ(county.names(), before);
    }
}

void expect_command_refused(const SmallCounty& county, std::vector<std::string> arguments, int exit_code,
                            const std::string& words) {
    const std::vector<std::string> before = county.names();
    arguments.insert(arguments.end(), {"--lang", "en"});
    for (const char* language : {"en", "zh"}) {
        arguments.back() = language;
        const Outcome outcome = county.run(arguments);
        EXPECT_EQ(outcome.exit_code, exit_code) << outcome.err;
        expect_one_sentence(outcome);
        if (arguments.back() == "en") {
            EXPECT_THAT(outcome.err, HasSubstr(words));
        }
    }
    EXPECT_EQ(county.names(), before);
}

void expect_balance(const Json& audit) {
    // Figures are decimals of at most six places: as such they add up, not as binary fractions.
    const auto millionths = [](const Json& figure) {
        const double value = figure.get<double>();
        const std::int64_t whole = std::llround(static_cast<long double>(value) * 1e6L);
        EXPECT_EQ(value, static_cast<double>(whole) / 1e6) << "more than six places";
        return whole;
    };
    const auto balanced = [&](const Json& row) {
        return millionths(row["covered"]) + millionths(row["gap"]) + millionths(row["unreachable"]) ==
               millionths(row["demand"]);
    };
    EXPECT_TRUE(balanced(audit["totals"])) << audit["totals"];
    for (const char* figure : {"demand", "covered", "gap", "unreachable", "area_km2", "covered_area_km2",
                               "gap_area_km2", "facilities"}) {
        std::int64_t sum = millionths(audit["outside"][figure]);
        for (const Json& zone : audit["zones"]) sum += millionths(zone[figure]);
        EXPECT_EQ(sum, millionths(audit["totals"][figure])) << figure;
    }
    for (const Json& zone : audit["zones"]) EXPECT_TRUE(balanced(zone)) << zone;
    EXPECT_EQ(audit["outside"]["demand"], audit["totals"]["outside_zones"]);
}

}  // namespace yiquan::cli
