// SPDX-License-Identifier: MIT
#include "core/io/screen/job.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "core/base/error.hpp"
#include "core/io/files/sha256.hpp"
#include "core/io/files/source_path.hpp"
#include "core/io/files/text_file.hpp"
#include "core/io/package/findings_layer.hpp"
#include "core/io/package/package_document.hpp"
#include "core/io/package/result_file.hpp"
#include "core/io/screen/document.hpp"
#include "core/io/screen/layers.hpp"
#include "core/io/tables/csv_sink.hpp"
#include "core/io/tables/raster.hpp"
#include "core/io/tables/table.hpp"

namespace yiquan::io {
namespace {

namespace fs = std::filesystem;

/// The files that a rule file names, relative to its folder.
class RuleFileInputs final : public screening::ScreeningInputs {
public:
    /// \param own path as the user gave it on the command line, not relative to the rule file; may be empty
    RuleFileInputs(fs::path folder, std::string own) : folder_(std::move(folder)), own_(std::move(own)) {}

    std::unique_ptr<features::FeatureSource> table(const std::string& path) override {
        return open_table(found(path));
    }
    std::unique_ptr<demand::RasterSource> raster(const std::string& path) override {
        return open_raster(found(path));
    }
    features::InputRecord record(const std::string& path) override {
        return {.role = {}, .path = path, .sha256 = sha256_of(found(path)), .rows = 0};
    }
    [[nodiscard]] std::string found(const std::string& path) const {
        return path == own_ ? path : resolved(path, folder_);
    }

private:
    fs::path folder_;
    std::string own_;
};

/// Layers of rules that are switched off count too: the rule file still names them.
InputFiles files_of(const ScreeningJob& job, const screening::RulesFile& rules,
                    const RuleFileInputs& inputs) {
    InputFiles files;
    files.add(job.rules);
    files.add(inputs.found(rules.candidates_path));
    for (const screening::Rule& rule : rules.rules) {
        for (const std::string& path : {rule.layer, rule.covers.path}) {
            if (!path.empty()) files.add(inputs.found(path));
        }
    }
    return files;
}

}  // namespace

ScreeningOutcome run_screening(const ScreeningJob& job, Progress& progress) {
    ScreeningOutcome outcome;
    outcome.rules =
        screening::parse_rules_file(read_text_file(job.rules), fs::path(job.rules).filename().string());
    if (!job.candidates.empty()) outcome.rules.candidates_path = job.candidates;
    if (outcome.rules.candidates_path.empty()) {
        throw Error{
            ErrorKind::usage,
            {fmt::format("{}: [candidates] path is missing; give it there or with --candidates.", job.rules),
             fmt::format("{}：没有填写 [candidates] path；请在其中填写，或使用 --candidates。", job.rules)}};
    }
    RuleFileInputs inputs(fs::path(job.rules).parent_path(), job.candidates);
    ResultFile file{job.output,
                    job.overwrite,
                    files_of(job, outcome.rules, inputs),
                    {package_result(
                         [&](GeoPackage& package) {
                             write_screened_sites(outcome.rules, outcome.screening, PlaceColumns::without,
                                                  package);
                             write_findings(outcome.screening.findings, package);
                             package.attach(screening_in_package, "application/json", outcome.document);
                         },
                         outcome.rules.notice),
                     text_result(".json", {"document", "文档"}, [&] { return outcome.document; }),
                     text_result(".csv", {"table", "表格"}, [&] {
                         CsvSink table;
                         write_screened_sites(outcome.rules, outcome.screening, PlaceColumns::with, table);
                         return table.text();
                     })}};
    constexpr double screened = 0.95;
    ProgressSlice judging(progress, 0.0, screened);
    outcome.screening = screening::screen(outcome.rules, inputs, job.threads, judging);
    outcome.document = screening_json(outcome.rules, outcome.screening, job.version);
    file.write(progress);
    progress.check();
    file.commit();
    progress.report(1.0);
    return outcome;
}

}  // namespace yiquan::io
