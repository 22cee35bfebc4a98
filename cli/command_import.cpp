// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/ledger_table.hpp"
#include "cli/list_options.hpp"
#include "core/io/import/job.hpp"

namespace yiquan::cli {
namespace {

struct ImportOptions {
    CommonOptions common;
    ListOptions list;
    std::string zones;
    std::string places;
};

ExitCode run(const ImportOptions& options, Language language) {
    const bool chinese = language == Language::chinese;
    io::ImportJob job;
    job.list = options.list.list;
    job.facilities = options.list.facility_options();
    job.zones = options.zones;
    job.places = options.places;
    job.output = options.common.output;
    job.overwrite = options.common.overwriting();
    io::ImportOutcome outcome;
    {
        const auto progress = options.common.make_progress(language);
        outcome = io::run_import(job, *progress);
    }
    if (options.common.json) {
        fmt::print("{}", io::import_json(outcome.list));
        return done;
    }
    if (options.common.quiet) return done;
    fmt::print(
        fmt::runtime(chinese ? "可用站点 {} 处，数据问题 {} 条。\n" : "{} usable stations, {} findings.\n"),
        outcome.list.facilities.size(), outcome.list.findings.count());
    fmt::print("{}", finding_summary(outcome.list.findings, language));
    for (const std::string& file : outcome.files)
        fmt::print("{}{}\n", chinese ? "已写出：" : "Written: ", file);
    if (outcome.files.empty()) {
        fmt::print("{}\n", chinese ? "未写出文件；加 -o out.gpkg 保存清洗结果。"
                                   : "Nothing was written; add -o out.gpkg to keep the result.");
    }
    return done;
}

}  // namespace

Run setup_import(CLI::App& app, Language language) {
    const auto options = std::make_shared<ImportOptions>();
    const auto say = [&](const char* en, const char* zh) {
        return std::string{language == Language::chinese ? zh : en};
    };
    add_list_options(app, options->list, language);
    app.add_option("--zones", options->zones,
                   say("Counties, to check where stations lie", "县级单元，用于核对站点所在区县"));
    app.add_option("--places", options->places,
                   say("Known places, to judge the datum by; shipped ones without it",
                       "已知地点，用于判断坐标基准；不给则用自带的"));
    add_common(app, options->common, language);
    return [options, language] { return run(*options, language); };
}

}  // namespace yiquan::cli
