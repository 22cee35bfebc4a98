// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "core/base/error.hpp"
#include "core/io/report/job.hpp"

namespace yiquan::cli {
namespace {

struct ReportOptions {
    CommonOptions common;
    std::string audit;
    std::string before;
};

ExitCode run(const ReportOptions& options, Language language) {
    const bool chinese = language == Language::chinese;
    const std::string& path = options.common.output;
    if (path.empty() && !options.common.json) {
        throw Error{ErrorKind::usage,
                    {"Where to? Add -o report.html, or --json for the figures alone.",
                     "请用 -o report.html 指定输出文件，或用 --json 只输出数据。"}};
    }
    std::optional<io::ReportSource> source;
    {
        const auto progress = options.common.make_progress(language);
        source = io::run_report({options.audit, options.before, path, options.common.overwriting(), language},
                                *progress);
    }
    if (options.common.json) {
        fmt::print("{}\n", report::report_json(source->record, source->earlier(), language));
    } else if (!options.common.quiet) {
        fmt::print("{}{}\n", chinese ? "已写出：" : "Written: ", path);
    }
    return done;
}

}  // namespace

Run setup_report(CLI::App& app, Language language) {
    const auto options = std::make_shared<ReportOptions>();
    const bool chinese = language == Language::chinese;
    app.add_option("AUDIT", options->audit,
                   chinese ? "审计结果目录，或其中的 audit.gpkg" : "Folder of an audit, or its audit.gpkg")
        ->required();
    app.add_option("--before", options->before,
                   chinese ? "先前的审计，用于前后对比" : "Earlier audit, to show before and after");
    add_common(app, options->common, language);
    return [options, language] { return run(*options, language); };
}

}  // namespace yiquan::cli
