// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "cli/command.hpp"
#include "cli/ledger_table.hpp"
#include "core/io/audit/file_job.hpp"

namespace yiquan::cli {
namespace {

struct AuditOptions {
    CommonOptions common;
    std::string run_file;
    std::string title;
    bool check = false;
};

void print_outcome(const io::FinishedAudit& finished, Language language) {
    const io::AuditOutcome& outcome = *finished.outcome;
    const bool chinese = language == Language::chinese;
    const audit::Report report = outcome.report();
    const audit::AuditParams& params = outcome.run.params;
    if (!params.title.empty()) fmt::print("{}\n", params.title);
    fmt::print("{}{}{}\n\n", chinese ? "标准：" : "Standard: ", params.standard.name.in(language),
               params.target_share ? fmt::format("{}{:.0f} %", chinese ? "，目标 " : ", target ",
                                                 *params.target_share * 100.0)
                                   : std::string{});
    fmt::print("{}\n", ledger_table(report, language));
    const std::string gaps = worst_gaps(report, 5, language);
    if (!gaps.empty())
        fmt::print("{}\n{}\n", chinese ? "人口最多的空白区：" : "Gaps with the most people:", gaps);
    for (const audit::StationShare& share : outcome.result.station_shares) {
        const bool open = share.id == "open_24h";
        fmt::print(
            fmt::runtime(chinese ? "{}：{:.1f} %（共 {} 处），目标 {:.0f} %，{}{}\n"
                                 : "{}: {:.1f} % of {} stations, target {:.0f} %, {}{}\n"),
            chinese ? (open ? "24 小时驿站" : "最美驿站") : (open ? "Open round the clock" : "Honoured"),
            share.share * 100.0, share.stations.value_or(0), share.target * 100.0,
            chinese ? (share.met() ? "达标" : "未达标") : (share.met() ? "met" : "missed"),
            share.unknown == 0 ? std::string{}
            : chinese          ? fmt::format("（{} 处未填开放时间）", share.unknown)
                               : fmt::format(" ({} not stated)", share.unknown));
    }
    const std::string findings = finding_summary(outcome.findings, language);
    if (!findings.empty()) {
        fmt::print("{}\n{}\n",
                   chinese ? "数据问题（详见 findings.csv）：" : "Findings in the data (see findings.csv):",
                   findings);
    }
    if (!params.notice.empty()) fmt::print("{}{}\n", chinese ? "声明：" : "Notice: ", params.notice);
    fmt::print("{}\n", chinese ? "已写出：" : "Written:");
    for (const std::string& file : finished.files) {
        fmt::print("  {}\n", (std::filesystem::path(finished.directory) / file).string());
    }
}

ExitCode run(const AuditOptions& options, Language language) {
    io::AuditJobOptions job;
    job.output = options.common.output;
    job.overwrite = options.common.overwriting();
    if (!options.title.empty()) job.title = options.title;
    job.threads = options.common.thread_count();
    job.version = YIQUAN_VERSION;
    io::FinishedAudit finished;
    {
        const auto progress = options.common.make_progress(language);
        finished = io::run_audit_file(options.run_file, job, *progress);
    }
    if (options.common.json) {
        fmt::print("{}", audit::audit_json(finished.outcome->report()));
    } else if (!options.common.quiet) {
        print_outcome(finished, language);
    }
    return options.check && finished.outcome->result.misses_target() ? target_missed : done;
}

}  // namespace

Run setup_audit(CLI::App& app, Language language) {
    const auto options = std::make_shared<AuditOptions>();
    const auto say = [&](const char* en, const char* zh) {
        return std::string{language == Language::chinese ? zh : en};
    };
    app.add_option("RUN", options->run_file, say("Run file (TOML)", "运行文件（TOML）"))->required();
    app.add_option("--title", options->title, say("Title instead of the run file's", "代替运行文件中的标题"));
    app.add_flag("--check", options->check,
                 say("Exit with code 1 if a target of the run is missed", "有目标未达到时以退出码 1 结束"));
    add_common(app, options->common, language);
    return [options, language] { return run(*options, language); };
}

}  // namespace yiquan::cli
