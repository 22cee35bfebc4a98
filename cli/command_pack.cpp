// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <memory>
#include <optional>

#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/map_program.hpp"
#include "core/base/error.hpp"
#include "core/io/audit/file_job.hpp"
#include "core/io/audit/folder.hpp"
#include "core/io/files/output_directory.hpp"
#include "core/io/files/sha256.hpp"
#include "core/io/locate/document.hpp"
#include "core/io/package/package_document.hpp"
#include "core/io/relocate/document.hpp"
#include "core/io/report/source.hpp"
#include "core/io/screen/document.hpp"
#include "core/report/report_page.hpp"
#include "core/report/same_land.hpp"

namespace yiquan::cli {
namespace {

namespace fs = std::filesystem;

struct PackJob {
    CommonOptions common;
    std::string run_file;
    std::string title;
    std::string before;
    std::string siting;
    std::string relocation;
    std::string screening;
    std::vector<std::string> layouts;
    std::string unit;
    std::string approval;
    std::string date;
    std::string map_language;
    bool without_maps = false;
    bool check = false;
};

/// An overview and a page per parent; per zone where zones have no parents. Both maps of a comparison behind.
std::vector<std::string> usual_layouts(const io::ReportSource& source) {
    const bool parents = !source.record.ledger.ledger.parents.empty();
    std::vector<std::string> layouts{"a3-province", parents ? "a3-prefectures" : "a3-counties"};
    if (source.before) layouts.emplace_back("a3-compare");
    return layouts;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : ",") + part;
    return out;
}

/// Draws into the folder of the pack, from the audit that lies there already.
class Papers {
public:
    Papers(const PackJob& job, const audit::PackOptions& written, std::string before, Language language)
        : job_(job), written_(written), before_(std::move(before)), language_(language) {}

    void draw(const MapProgram& program, const io::OutputDirectory& folder, const std::string& layouts,
              std::string_view name, Progress& progress, const std::vector<std::string>& shown = {}) const {
        std::vector<std::string> words{folder.file("audit.gpkg"), "--layout", layouts, "-o",
                                       folder.file(name),         "--format", "pdf"};
        const auto add = [&](const char* option, const std::string& value) {
            if (!value.empty()) words.insert(words.end(), {option, value});
        };
        const std::string own = language_ == Language::chinese ? "zh" : "en";
        add("--lang", job_.map_language.empty() ? own : job_.map_language);
        add("--before", before_);
        words.insert(words.end(), shown.begin(), shown.end());
        add("--unit", job_.unit.empty() ? written_.unit : job_.unit);
        add("--approval", job_.approval.empty() ? written_.approval : job_.approval);
        add("--date", job_.date);
        program.run(std::move(words), progress);
    }

private:
    const PackJob& job_;
    const audit::PackOptions& written_;
    std::string before_;
    Language language_;
};

/// A result of another verb that a pack can take in, with its page.
struct PackedResult {
    std::string_view option;  ///< here and of yiquan-map, without dashes
    std::string PackJob::*given;
    std::string audit::PackOptions::*written;
    const io::PackageKind* kind;
    std::string_view package;  ///< names in the pack
    std::string_view document;
    std::string_view paper;
    std::string_view layout;
    /// Throws Error{input} where it does not go with the audit.
    void (*check)(const std::string& package, const report::AuditRecord& audit);
};

constexpr std::array packed_results{
    PackedResult{"siting", &PackJob::siting, &audit::PackOptions::siting, &io::siting_package, "plan.gpkg",
                 "siting.json", "siting.pdf", "a3-siting",
                 [](const std::string& package, const report::AuditRecord& audit) {
                     report::check_same_data(io::read_siting_result(package), audit, package);
                 }},
    PackedResult{"screening", &PackJob::screening, &audit::PackOptions::screening, &io::screening_package,
                 "screening.gpkg", "screening.json", "screening.pdf", "a3-screening",
                 [](const std::string& package, const report::AuditRecord& audit) {
                     report::check_same_land(io::read_screening_result(package).extent, audit, package);
                 }},
    PackedResult{"relocation", &PackJob::relocation, &audit::PackOptions::relocation, &io::relocation_package,
                 "relocation.gpkg", "relocation.json", "relocation.pdf", "a3-relocation",
                 [](const std::string& package, const report::AuditRecord& audit) {
                     report::check_same_land(io::read_relocation_result(package).extent, audit, package);
                 }}};

/// Takes a result into the pack, whole and as its document, if it goes with the audit.
void take_in(const PackedResult& result, const std::string& package, const report::AuditRecord& audit,
             const io::OutputDirectory& folder, std::vector<std::string>& files) {
    result.check(package, audit);
    std::error_code failure;
    if (!fs::copy_file(package, folder.file(result.package), failure) || failure) {
        throw Error{ErrorKind::output,
                    {fmt::format("{}: cannot be copied into the pack ({}).", package, failure.message()),
                     fmt::format("{}：无法复制到会议材料中（{}）。", package, failure.message())}};
    }
    io::write_text_file(folder.file(result.document), io::read_package_document(package, *result.kind));
    files.emplace_back(result.package);
    files.emplace_back(result.document);
}

/// A path of the run file, from where that lies; empty stays empty.
std::string beside(const std::string& run_file, const std::string& path) {
    return path.empty() ? path : (fs::path(run_file).parent_path() / path).string();
}

/// What is in the pack and what each file's content sums to, so that anybody can check a copy.
std::string contents_json(const io::OutputDirectory& folder, const std::vector<std::string>& files) {
    nlohmann::ordered_json out{{"schema", "yiquan.pack/1"}, {"version", YIQUAN_VERSION}};
    for (const std::string& file : files)
        out["files"].push_back({{"path", file}, {"sha256", io::sha256_of(folder.file(file))}});
    return out.dump(2) + "\n";
}

/// A result that is asked for, on the command line or by the run file.
struct AskedResult {
    const PackedResult* result;
    std::string package;
};

std::vector<AskedResult> asked_results(const PackJob& job, const audit::PackOptions& written) {
    std::vector<AskedResult> asked;
    for (const PackedResult& result : packed_results) {
        const std::string& given = job.*result.given;
        std::string package = given.empty() ? beside(job.run_file, written.*result.written) : given;
        if (!package.empty()) asked.push_back({&result, std::move(package)});
    }
    return asked;
}

/// Everything that a pack is made from.
io::InputFiles inputs_of(const PackJob& job, const audit::RunFile& run, const std::string& before,
                         const std::vector<AskedResult>& results) {
    io::InputFiles inputs = io::input_files(job.run_file, run);
    inputs.add_audit(before);
    for (const AskedResult& asked : results) inputs.add(asked.package);
    return inputs;
}

/// What will lie in the pack.
std::vector<std::string> files_of(const PackJob& job, const std::vector<AskedResult>& results) {
    std::vector<std::string> files = io::AuditFolder::files();
    files.insert(files.end(), {"report.html", "pack.json"});
    if (!job.without_maps) files.insert(files.end(), {"maps.pdf", "summary.pdf"});
    for (const AskedResult& asked : results) {
        files.emplace_back(asked.result->package);
        files.emplace_back(asked.result->document);
        if (!job.without_maps) files.emplace_back(asked.result->paper);
    }
    return files;
}

/// Papers of their own: maps.pdf tells what is, these what to decide.
void draw_results(const std::vector<AskedResult>& results, const Papers& papers, const MapProgram& program,
                  const io::OutputDirectory& folder, std::vector<std::string>& files, Progress& progress) {
    for (std::size_t i = 0; i < results.size(); ++i) {
        const PackedResult& result = *results[i].result;
        const auto part = [&](std::size_t done) {
            return static_cast<double>(done) / static_cast<double>(results.size());
        };
        ProgressSlice drawing(progress, part(i), part(i + 1));
        papers.draw(program, folder, std::string{result.layout}, result.paper, drawing,
                    {fmt::format("--{}", result.option), folder.file(result.package)});
        files.emplace_back(result.paper);
    }
}

ExitCode run(const PackJob& job, Language language) {
    const bool chinese = language == Language::chinese;
    if (job.common.output.empty()) {
        throw Error{
            ErrorKind::usage,
            {"Where to? Add -o and a folder, such as -o pack.", "请用 -o 指定输出目录，例如 -o pack。"}};
    }
    std::optional<MapProgram> program;  // looked for first: without it the work would be for nothing
    if (!job.without_maps) program = MapProgram::find();

    const audit::RunFile run_file = io::read_run_file(job.run_file);
    const audit::PackOptions& written = run_file.pack;
    std::string before = job.before.empty() ? beside(job.run_file, written.before) : job.before;
    const std::vector<AskedResult> results = asked_results(job, written);
    io::OutputDirectory folder(job.common.output, job.common.overwriting(),
                               inputs_of(job, run_file, before, results), files_of(job, results));
    auto progress = job.common.make_progress(language);
    io::AuditJobOptions audit;
    audit.output = fs::path(folder.file("")).parent_path().string();
    if (!job.title.empty()) audit.title = job.title;
    audit.threads = job.common.thread_count();
    audit.version = YIQUAN_VERSION;
    ProgressSlice auditing(*progress, 0.0, 0.3);
    const io::FinishedAudit finished = io::run_audit_file(job.run_file, audit, auditing);
    std::vector<std::string> files = finished.files;

    progress->stage({"Writing the report", "生成报告"});
    ProgressSlice reporting(*progress, 0.3, 0.35);
    const io::ReportSource source = io::read_report_source(folder.file("audit.gpkg"), before, reporting);
    io::write_text_file(folder.file("report.html"),
                        report::report_page(source.record, source.earlier(), language));
    files.emplace_back("report.html");
    for (const AskedResult& asked : results)
        take_in(*asked.result, asked.package, source.record, folder, files);
    progress->step(0.35);

    if (program) {
        progress->stage({"Drawing the maps", "绘制地图"});
        if (!before.empty() && fs::path(before).extension() != ".gpkg")
            before = (fs::path(before) / "audit.gpkg").string();
        const Papers papers(job, written, before, language);
        const std::vector<std::string>& chosen = job.layouts.empty() ? written.layouts : job.layouts;
        ProgressSlice maps(*progress, 0.35, 0.85);
        papers.draw(*program, folder, joined(chosen.empty() ? usual_layouts(source) : chosen), "maps.pdf",
                    maps);
        files.emplace_back("maps.pdf");
        constexpr double drawn = 0.99;
        const double last = results.empty() ? drawn : 0.93;
        ProgressSlice summary(*progress, 0.85, last);
        papers.draw(*program, folder, "a4-summary", "summary.pdf", summary);
        files.emplace_back("summary.pdf");
        ProgressSlice deciding(*progress, last, drawn);
        draw_results(results, papers, *program, folder, files, deciding);
    }
    const std::string contents = contents_json(folder, files);
    io::write_text_file(folder.file("pack.json"), contents);
    files.emplace_back("pack.json");
    progress->check();
    folder.commit();
    progress->report(1.0);
    progress.reset();  // its line goes before the answer is printed

    if (job.common.json) {
        fmt::print("{}", contents);
    } else if (!job.common.quiet) {
        fmt::print("{}\n", chinese ? "会议材料已写出：" : "The meeting pack:");
        for (const std::string& file : files)
            fmt::print("  {}\n", (fs::path(job.common.output) / file).string());
    }
    return job.check && finished.outcome->result.misses_target() ? target_missed : done;
}

}  // namespace

Run setup_pack(CLI::App& app, Language language) {
    const auto job = std::make_shared<PackJob>();
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
    app.add_flag("--without-maps", job->without_maps,
                 say("Leave out the PDFs, which need QGIS", "不生成需要 QGIS 的 PDF"));
    app.add_flag("--check", job->check,
                 say("Exit with 1 where a target of the run is missed", "有目标未达到时以退出码 1 结束"));
    add_common(app, job->common, language);
    return [job, language] { return run(*job, language); };
}

}  // namespace yiquan::cli
