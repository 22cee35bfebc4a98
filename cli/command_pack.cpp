// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/map_program.hpp"
#include "core/base/error.hpp"
#include "core/io/pack/job.hpp"

namespace yiquan::cli {
namespace {

struct PackOptions {
    CommonOptions common;
    io::PackJob job;
    bool without_maps = false;
    bool check = false;
};

ExitCode run(const PackOptions& options, Language language) {
    const std::string& folder = options.common.output;
    if (folder.empty()) {
        throw Error{
            ErrorKind::usage,
            {"Where to? Add -o and a folder, such as -o pack.", "请用 -o 指定输出目录，例如 -o pack。"}};
    }
    io::PackJob job = options.job;
    job.language = language;
    job.output = folder;
    job.overwrite = options.common.overwriting();
    job.threads = options.common.thread_count();
    job.version = YIQUAN_VERSION;
    std::optional<MapProgram> program;  // looked for first: without it the work would be for nothing
    if (!options.without_maps) program = MapProgram::find();
    io::PackOutcome outcome;
    {
        const auto progress = options.common.make_progress(language);
        outcome = io::run_pack(job, program ? &*program : nullptr, *progress);
    }
    if (options.common.json) {
        fmt::print("{}", outcome.contents);
    } else if (!options.common.quiet) {
        fmt::print("{}\n", language == Language::chinese ? "会议材料已写出：" : "The meeting pack:");
        for (const std::string& file : outcome.files)
            fmt::print("  {}\n", (std::filesystem::path(folder) / file).string());
    }
    return options.check && outcome.misses_target ? target_missed : done;
}

}  // namespace

Run setup_pack(CLI::App& app, Language language) {
    const auto options = std::make_shared<PackOptions>();
    io::PackJob* job = &options->job;
    const auto say = [&](const char* en, const char* zh) {
        return std::string{language == Language::chinese ? zh : en};
    };
    app.add_option("RUN", job->run_file, say("Run file (TOML)", "运行文件（TOML）"))->required();
    app.add_option("--title", job->title, say("Title instead of the run file's", "代替运行文件中的标题"));
    app.add_option("--before", job->before,
                   say("Earlier audit, to show before and after", "先前的审计，用于前后对比"));
    app.add_option("--siting", job->siting,
                   say("The plan.gpkg of yiquan locate, for a page that says where next",
                       "yiquan locate 生成的 plan.gpkg，用于“下一步建在哪里”一页"));
    app.add_option("--screening", job->screening,
                   say("The .gpkg of yiquan screen, for a page that says which sites are allowed",
                       "yiquan screen 生成的 .gpkg，用于“哪些点可用”一页"));
    app.add_option("--relocation", job->relocation,
                   say("The .gpkg of yiquan relocate, for a page that says who moves where",
                       "yiquan relocate 生成的 .gpkg，用于“搬到哪里”一页"));
    app.add_option("--layout", job->layouts,
                   say("Layouts of maps.pdf; yiquan-map --list names them",
                       "maps.pdf 的版式，可用 yiquan-map --list 查看"))
        ->delimiter(',');
    app.add_option("--unit", job->unit, say("Who made the maps", "制图单位"));
    app.add_option("--approval", job->approval, say("Number of the maps' approval", "审图号"));
    app.add_option(
        "--date", job->date,
        say("Date on the papers, YYYY-MM-DD; today's if not given", "材料日期（年-月-日），默认当天"));
    app.add_option("--map-lang", job->map_language,
                   say("Language of the maps: zh, en or both", "地图语言：zh、en 或 both"))
        ->check(CLI::IsMember({"zh", "en", "both"}))
        ->type_name("zh|en|both");
    app.add_flag("--without-maps", options->without_maps,
                 say("Leave out the PDFs, which need QGIS", "不生成需要 QGIS 的 PDF"));
    app.add_flag("--check", options->check,
                 say("Exit with code 1 if a target of the run is missed", "有目标未达到时以退出码 1 结束"));
    add_common(app, options->common, language);
    return [options, language] { return run(*options, language); };
}

}  // namespace yiquan::cli
