// SPDX-License-Identifier: MIT
// Files say the same wherever the process writes decimals with a comma.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <map>
#include <string>

#include "core/io/audit/file_job.hpp"
#include "core/io/audit/reader.hpp"
#include "core/io/audit/record_reader.hpp"
#include "core/report/report_page.hpp"
#include "core/settings/toml_table.hpp"
#include "tests/comma_locale.hpp"
#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

/// Decimals wherever a run takes them: coordinates, people, radius, target, polygons.
std::string write_county(const ScratchFolder& folder) {
    (void)folder.write("stations.csv", "id,name,lon,lat\n1,驿站,101.512345,36.512345\n2,远站,101.75,36.75\n");
    (void)folder.write(
        "demand.csv",
        "id,lon,lat,population\n1,101.5131,36.5131,1234.5\n2,101.9,36.9,0.25\n3,101.2,36.1,7\n");
    (void)folder.write("zones.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{"code":"630001","name":"甲县"},"geometry":{"type":"Polygon","coordinates":
        [[[101.0,36.0],[102.0,36.0],[102.0,37.0],[101.0,37.0],[101.0,36.0]]]}}]})");
    return folder.write("run.toml",
                        "[facilities]\npath = \"stations.csv\"\n[demand]\npath = \"demand.csv\"\n"
                        "weight = \"population\"\n[zones]\npath = \"zones.geojson\"\n"
                        "[standard]\nradius = \"1.5 km\"\ntarget_share = 0.855\n");
}

/// All files of an audit, what is read back from them, and a message with a number.
std::map<std::string, std::string> written(const std::string& run_file, const std::string& output) {
    Progress quiet;
    AuditJobOptions options;
    options.output = output;
    options.version = "test";
    const FinishedAudit audit = run_audit_file(run_file, options, quiet);
    std::map<std::string, std::string> found;
    for (const std::string& name : audit.files) found[name] = content_of(output + "/" + name);
    const audit::StoredAudit stored = read_audit(output, quiet);
    found["radius read back"] = fmt::format("{}", stored.summary.limit.amount.value());
    found["people read back"] = fmt::format("{}", stored.demand.value().front().people.value());
    found["page"] = report::report_page(read_record(output), nullptr, Language::english);
    const toml::table table = settings::parse_toml("n = 1234567.5\n", "run.toml");
    found["message"] = error_of(ErrorKind::usage, [&] {
                           return settings::TomlTable{table, "run.toml", ""}.text("n");
                       }).en;
    return found;
}

TEST(Locale, NothingFollowsIt) {
    const ScratchFolder folder;
    const std::string run_file = write_county(folder);
    const auto plain = written(run_file, folder.at("plain"));
    std::map<std::string, std::string> commas;
    {
        const test::CommaLocale locale;
        if (!test::CommaLocale::reaches_c()) std::puts("there is no such locale for C here");
        commas = written(run_file, folder.at("commas"));
    }
    for (const auto& [name, content] : plain) EXPECT_TRUE(commas.at(name) == content) << name;
    EXPECT_EQ(plain.at("radius read back"), "1500");
    EXPECT_EQ(plain.at("people read back"), "1234.5");
    EXPECT_THAT(plain.at("message"), testing::HasSubstr("n = 1234567.5 must"));
}

}  // namespace
}  // namespace yiquan::io
