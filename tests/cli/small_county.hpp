// SPDX-License-Identifier: MIT
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/cli/run_program.hpp"

namespace yiquan::cli {

using Json = nlohmann::json;

inline std::string content_of(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// A folder of its own with a small run in it, removed afterwards.
///
/// Two counties lie side by side, 9.0 km wide and 11.1 km high; station s1 stands in the middle of 甲县 at
/// 101.05, 36.05 and s2 in the middle of 乙县 at 101.15, 36.05. A hundredth of a degree of longitude is 901 m
/// there, so within 1 km s1 serves d1 and d2, s2 serves d3; d4 lies 6.3 km off, d5 in no county.
class SmallCounty {
public:
    SmallCounty();
    ~SmallCounty();
    SmallCounty(const SmallCounty&) = delete;
    SmallCounty& operator=(const SmallCounty&) = delete;

    static constexpr std::string_view stations =
        "id,name,lon,lat\n"
        "s1,东站,101.05,36.05\n"
        "s2,西站,101.15,36.05\n";
    static constexpr std::string_view demand =
        "id,name,lon,lat,population\n"
        "d1,一村,101.051,36.05,100\n"
        "d2,二村,101.06,36.05,50\n"
        "d3,三村,101.15,36.05,30\n"
        "d4,四村,101.199,36.09,7\n"
        "d5,五村,101.3,36.05,5\n";
    static constexpr std::string_view zones = R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"code": "1", "name": "甲县", "parent": "某州"}, "geometry":
 {"type": "Polygon", "coordinates": [[[101, 36], [101.1, 36], [101.1, 36.1], [101, 36.1], [101, 36]]]}},
{"type": "Feature", "properties": {"code": "2", "name": "乙县", "parent": "某州"}, "geometry":
 {"type": "Polygon", "coordinates": [[[101.1, 36], [101.2, 36], [101.2, 36.1], [101.1, 36.1], [101.1, 36]]]}}]})";

    /// Lines below each section of the run file; tests change them before `audit`.
    std::string title = "title = \"两县\"";
    std::map<std::string, std::string> sections;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] std::string at(std::string_view name) const { return (folder_ / name).string(); }
    void write(std::string_view name, std::string_view content) const {
        std::ofstream{folder_ / name, std::ios::binary} << content;
    }

    void write_run_file() const;
    /// Writes the run file and runs `audit run.toml -o OUTPUT` in the folder.
    [[nodiscard]] Outcome audit(std::string_view output = "out", const std::vector<std::string>& more = {},
                                const Surroundings& where = {}) const;
    /// The same, expecting success; gives audit.json.
    [[nodiscard]] Json audited(std::string_view output = "out",
                               const std::vector<std::string>& more = {}) const;
    [[nodiscard]] Outcome run(const std::vector<std::string>& arguments, Surroundings where = {}) const;

    /// Names of everything in the folder, hidden files too.
    [[nodiscard]] std::vector<std::string> names() const;

private:
    std::filesystem::path folder_;
};

/// The five files of an audit.
inline const std::vector<std::string> audit_files{"audit.gpkg", "audit.json", "audit.xlsx", "findings.csv",
                                                  "zones.csv"};

/// One sentence on stderr behind the program's name, and nothing that only a programmer could read.
void expect_one_sentence(const Outcome& outcome);

/// The run is refused in both languages with that exit code, the English sentence holds `words` and the
/// Chinese one `zh`, and nothing was written.
void expect_refused(const SmallCounty& county, int exit_code, const std::vector<std::string>& words,
                    const std::vector<std::string>& zh);

/// The same for any command: `arguments` are refused in both languages, in English with `words`.
void expect_command_refused(const SmallCounty& county, std::vector<std::string> arguments, int exit_code,
                            const std::string& words);

/// demand = covered + gap + unreachable everywhere, and zones and outside sum to the total: exactly, in
/// doubles.
void expect_balance(const Json& audit);

}  // namespace yiquan::cli
