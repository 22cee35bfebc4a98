// SPDX-License-Identifier: MIT
#include "core/io/pack/job.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <utility>

#include <nlohmann/json.hpp>

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

namespace yiquan::io {
namespace {

namespace fs = std::filesystem;

/// An overview and a page per parent; per zone where zones have no parents. Both maps of a comparison behind.
std::vector<std::string> usual_layouts(const ReportSource& source) {
    const bool parents = !source.record.ledger.ledger.parents.empty();
    std::vector<std::string> layouts{"a3-province", parents ? "a3-prefectures" : "a3-counties"};
    if (source.before) layouts.emplace_back("a3-compare");
    return layouts;
}

std::string with_commas(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : ",") + part;
    return out;
}

/// Draws into the folder of the pack, from the audit that lies there already.
class Papers {
public:
    Papers(const PackJob& job, const audit::PackOptions& written, std::string before)
        : job_(job), written_(written), before_(std::move(before)) {}

    void draw(const MapDrawer& maps, const OutputDirectory& folder, const std::string& layouts,
              std::string_view name, Progress& progress, const std::vector<std::string>& shown = {}) const {
        std::vector<std::string> words{folder.file("audit.gpkg"), "--layout", layouts, "-o",
                                       folder.file(name),         "--format", "pdf"};
        const auto add = [&](const char* option, const std::string& value) {
            if (!value.empty()) words.insert(words.end(), {option, value});
        };
        const std::string own = job_.language == Language::chinese ? "zh" : "en";
        add("--lang", job_.map_language.empty() ? own : job_.map_language);
        add("--before", before_);
        words.insert(words.end(), shown.begin(), shown.end());
        add("--unit", job_.unit.empty() ? written_.unit : job_.unit);
        add("--approval", job_.approval.empty() ? written_.approval : job_.approval);
        add("--date", job_.date);
        maps.draw(std::move(words), progress);
    }

private:
    const PackJob& job_;
    const audit::PackOptions& written_;
    std::string before_;
};

/// A result of another verb that a pack can take in, with its page.
struct PackedResult {
    std::string_view option;  ///< here and of yiquan-map, without dashes
    std::string PackJob::*given;
    std::string audit::PackOptions::*written;
    const PackageKind* kind;
    std::string_view package;  ///< names in the pack
    std::string_view document;
    std::string_view paper;
    std::string_view layout;
    /// Throws Error{input} where it does not go with the audit.
    void (*check)(const std::string& package, const report::AuditRecord& audit);
};

constexpr std::array packed_results{
    PackedResult{"siting", &PackJob::siting, &audit::PackOptions::siting, &siting_package, "plan.gpkg",
                 "siting.json", "siting.pdf", "a3-siting",
                 [](const std::string& package, const report::AuditRecord& audit) {
                     report::check_same_data(read_siting_result(package), audit, package);
                 }},
    PackedResult{"screening", &PackJob::screening, &audit::PackOptions::screening, &screening_package,
                 "screening.gpkg", "screening.json", "screening.pdf", "a3-screening",
                 [](const std::string& package, const report::AuditRecord& audit) {
                     report::check_same_land(read_screening_result(package).extent, audit, package);
                 }},
    PackedResult{"relocation", &PackJob::relocation, &audit::PackOptions::relocation, &relocation_package,
                 "relocation.gpkg", "relocation.json", "relocation.pdf", "a3-relocation",
                 [](const std::string& package, const report::AuditRecord& audit) {
                     report::check_same_land(read_relocation_result(package).extent, audit, package);
                 }}};

/// Takes a result into the pack, whole and as its document, if it goes with the audit.
void take_in(const PackedResult& result, const std::string& package, const report::AuditRecord& audit,
             const OutputDirectory& folder, std::vector<std::string>& files) {
    result.check(package, audit);
    std::error_code failure;
    if (!fs::copy_file(package, folder.file(result.package), failure) || failure) {
        throw Error{ErrorKind::output,
                    {fmt::format("{}: cannot be copied into the pack ({}).", package, failure.message()),
                     fmt::format("{}：无法复制到会议材料中（{}）。", package, failure.message())}};
    }
    write_text_file(folder.file(result.document), read_package_document(package, *result.kind));
    files.emplace_back(result.package);
    files.emplace_back(result.document);
}

/// A path of the run file, from where that lies; empty stays empty.
std::string from_run_file(const std::string& run_file, const std::string& path) {
    return path.empty() ? path : (fs::path(run_file).parent_path() / path).string();
}

/// What is in the pack and what each file's content sums to, so that anybody can check a copy.
std::string contents_json(const OutputDirectory& folder, const std::vector<std::string>& files,
                          const std::string& version) {
    nlohmann::ordered_json out{{"schema", "yiquan.pack/1"}, {"version", version}};
    for (const std::string& file : files)
        out["files"].push_back({{"path", file}, {"sha256", sha256_of(folder.file(file))}});
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
        std::string package = given.empty() ? from_run_file(job.run_file, written.*result.written) : given;
        if (!package.empty()) asked.push_back({&result, std::move(package)});
    }
    return asked;
}

/// Everything that a pack is made from.
InputFiles pack_inputs(const PackJob& job, const audit::RunFile& run, const std::string& before,
                       const std::vector<AskedResult>& results) {
    InputFiles inputs = input_files(job.run_file, run);
    inputs.add_audit(before);
    for (const AskedResult& asked : results) inputs.add(asked.package);
    return inputs;
}

/// What will lie in the pack.
std::vector<std::string> files_of(const std::vector<AskedResult>& results, bool with_papers) {
    std::vector<std::string> files = AuditFolder::files();
    files.insert(files.end(), {"report.html", "pack.json"});
    if (with_papers) files.insert(files.end(), {"maps.pdf", "summary.pdf"});
    for (const AskedResult& asked : results) {
        files.emplace_back(asked.result->package);
        files.emplace_back(asked.result->document);
        if (with_papers) files.emplace_back(asked.result->paper);
    }
    return files;
}

/// Papers of their own: maps.pdf tells what is, these what to decide.
void draw_results(const std::vector<AskedResult>& results, const Papers& papers, const MapDrawer& maps,
                  const OutputDirectory& folder, std::vector<std::string>& files, Progress& progress) {
    for (std::size_t i = 0; i < results.size(); ++i) {
        const PackedResult& result = *results[i].result;
        const auto part = [&](std::size_t done) {
            return static_cast<double>(done) / static_cast<double>(results.size());
        };
        ProgressSlice drawing(progress, part(i), part(i + 1));
        papers.draw(maps, folder, std::string{result.layout}, result.paper, drawing,
                    {fmt::format("--{}", result.option), folder.file(result.package)});
        files.emplace_back(result.paper);
    }
}

}  // namespace

PackOutcome run_pack(const PackJob& job, const MapDrawer* maps, Progress& progress) {
    const audit::RunFile run_file = read_run_file(job.run_file);
    const audit::PackOptions& written = run_file.pack;
    std::string before = job.before.empty() ? from_run_file(job.run_file, written.before) : job.before;
    const std::vector<AskedResult> results = asked_results(job, written);
    OutputDirectory folder(job.output, job.overwrite, pack_inputs(job, run_file, before, results),
                           files_of(results, maps != nullptr));
    AuditJobOptions audit;
    audit.output = fs::path(folder.file("")).parent_path().string();
    if (!job.title.empty()) audit.title = job.title;
    audit.threads = job.threads;
    audit.version = job.version;
    ProgressSlice auditing(progress, 0.0, 0.3);
    const FinishedAudit finished = run_audit_file(job.run_file, audit, auditing);
    std::vector<std::string> files = finished.files;

    progress.stage({"Writing the report", "生成报告"});
    ProgressSlice reporting(progress, 0.3, 0.35);
    const ReportSource source = read_report_source(folder.file("audit.gpkg"), before, reporting);
    write_text_file(folder.file("report.html"),
                    report::report_page(source.record, source.earlier(), job.language));
    files.emplace_back("report.html");
    for (const AskedResult& asked : results)
        take_in(*asked.result, asked.package, source.record, folder, files);
    progress.step(0.35);

    if (maps != nullptr) {
        progress.stage({"Drawing the maps", "绘制地图"});
        if (!before.empty() && fs::path(before).extension() != ".gpkg")
            before = (fs::path(before) / "audit.gpkg").string();
        const Papers papers(job, written, before);
        const std::vector<std::string>& chosen = job.layouts.empty() ? written.layouts : job.layouts;
        ProgressSlice drawing(progress, 0.35, 0.85);
        papers.draw(*maps, folder, with_commas(chosen.empty() ? usual_layouts(source) : chosen), "maps.pdf",
                    drawing);
        files.emplace_back("maps.pdf");
        constexpr double drawn = 0.99;
        const double last = results.empty() ? drawn : 0.93;
        ProgressSlice summary(progress, 0.85, last);
        papers.draw(*maps, folder, "a4-summary", "summary.pdf", summary);
        files.emplace_back("summary.pdf");
        ProgressSlice deciding(progress, last, drawn);
        draw_results(results, papers, *maps, folder, files, deciding);
    }
    PackOutcome outcome;
    outcome.contents = contents_json(folder, files, job.version);
    write_text_file(folder.file("pack.json"), outcome.contents);
    files.emplace_back("pack.json");
    progress.check();
    folder.commit();
    progress.report(1.0);
    outcome.files = std::move(files);
    outcome.misses_target = finished.outcome->result.misses_target();
    return outcome;
}

}  // namespace yiquan::io
