// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "core/base/error.hpp"
#include "core/io/files/output_file.hpp"
#include "core/io/report/source.hpp"
#include "core/report/report_page.hpp"

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
    std::optional<io::OutputFile> file;
    if (!path.empty()) {
        io::InputFiles inputs;
        inputs.add_audit(options.audit);
        inputs.add_audit(options.before);
        file.emplace(path, options.common.overwriting(), inputs);
    }
    constexpr double read = 0.8;
    auto progress = options.common.make_progress(language);
    progress->stage({"Reading", "读取数据"});
    ProgressSlice reading(*progress, 0.0, read);
    const io::ReportSource source = io::read_report_source(options.audit, options.before, reading);
    progress->stage({"Writing the report", "生成报告"});
    if (file) {
        io::write_text_file(file->path(), report::report_page(source.record, source.earlier(), language));
        progress->check();
        file->commit();
    }
    progress->report(1.0);
    progress.reset();  // its line goes before the answer is printed
    if (options.common.json) {
        fmt::print("{}\n", report::report_json(source.record, source.earlier(), language));
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
