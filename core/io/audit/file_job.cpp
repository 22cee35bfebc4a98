// SPDX-License-Identifier: MIT
#include "core/io/audit/file_job.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <functional>
#include <map>

#include "core/base/embedded_file.hpp"
#include "core/base/error.hpp"
#include "core/io/audit/folder.hpp"
#include "core/io/files/sha256.hpp"
#include "core/io/files/source_path.hpp"
#include "core/io/files/text_file.hpp"
#include "core/io/tables/csv_source.hpp"
#include "core/io/tables/raster.hpp"
#include "core/io/tables/table.hpp"

namespace yiquan::io {
namespace {

namespace fs = std::filesystem;

/// Of the progress, when everything is written and only has to be moved to its place.
constexpr double written_at = 0.99;

/// The files that a run file names.
class RunFileInputs final : public AuditInputs {
public:
    RunFileInputs(const audit::RunFile& run, fs::path folder)
        : written_{{"facilities", run.facilities_path},
                   {"demand", run.demand_path},
                   {"zones", run.zones_path},
                   {"places", run.places_path}},
          folder_(std::move(folder)) {}

    std::unique_ptr<features::FeatureSource> table(std::string_view role) override {
        return open_table(path(role));
    }
    std::unique_ptr<demand::RasterSource> raster(std::string_view role) override {
        const std::string file = path(role);
        return is_raster(file) ? open_raster(file) : nullptr;
    }
    features::InputRecord record(std::string_view role) override {
        return {.role = {}, .path = written_.find(role)->second, .sha256 = sha256_of(path(role)), .rows = 0};
    }
    std::vector<intake::KnownPlace> known_places() override {
        const std::string places = path("places");
        return places.empty() ? shipped_places() : read_places(places, {});
    }

private:
    [[nodiscard]] std::string path(std::string_view role) const {
        return resolved(written_.find(role)->second, folder_);
    }

    std::map<std::string, std::string, std::less<>> written_;  // path as the run file writes it, by role
    fs::path folder_;
};

std::vector<intake::KnownPlace> places_of(features::FeatureSource& table, const std::string& name_column) {
    intake::FacilityOptions options;
    options.columns.name = name_column;
    options.keep_duplicates = true;
    features::FindingList findings;
    Progress quiet;
    std::vector<intake::KnownPlace> places;
    for (const coverage::Facility& f : intake::read_facilities(table, options, {}, {}, findings, quiet)) {
        places.push_back({f.name, f.place});
    }
    return places;
}

}  // namespace

std::vector<intake::KnownPlace> read_places(const std::string& path, const std::string& name_column) {
    return places_of(*open_table(path), name_column);
}

std::vector<intake::KnownPlace> shipped_places() {
    const EmbeddedFile& file = embedded_places().front();
    CsvSource table(std::string{file.name}, std::string{file.text});
    return places_of(table, "county");
}

audit::RunFile read_run_file(const std::string& path) {
    return audit::parse_run_file(read_text_file(path), fs::path(path).filename().string());
}

InputFiles input_files(const std::string& run_file, const audit::RunFile& run) {
    InputFiles files;
    files.add(run_file);
    for (const std::string& input : {run.facilities_path, run.demand_path, run.zones_path, run.places_path}) {
        files.add(resolved(input, fs::path(run_file).parent_path()));
    }
    return files;
}

FinishedAudit run_audit_file(const std::string& run_file, const AuditJobOptions& options,
                             Progress& progress) {
    audit::RunFile run = read_run_file(run_file);
    run.params.threads = options.threads;
    if (options.title) run.params.title = *options.title;
    const fs::path folder = fs::path(run_file).parent_path();
    FinishedAudit finished;
    finished.directory = options.output.empty() ? resolved(run.output_directory, folder) : options.output;
    if (finished.directory.empty()) {
        throw Error{
            ErrorKind::usage,
            {fmt::format("{}: [output] directory is missing; give it there or with --output.", run_file),
             fmt::format("{}：没有填写 [output] directory；请在其中填写，或使用 --output。", run_file)}};
    }
    RunFileInputs inputs(run, folder);
    AuditFolder outputs(finished.directory, options.overwrite, input_files(run_file, run), run.params.notice);
    ProgressSlice working(progress, 0.0, written_at);
    finished.outcome = run_job(std::move(run), options.version, inputs, outputs, working);
    outputs.commit();
    progress.report(1.0);
    finished.files = AuditFolder::files();
    return finished;
}

}  // namespace yiquan::io
