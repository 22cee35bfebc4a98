// SPDX-License-Identifier: MIT
#include "core/io/import/job.hpp"

#include <filesystem>
#include <optional>

#include "core/io/audit/csv_writer.hpp"
#include "core/io/audit/file_job.hpp"
#include "core/io/audit/layers.hpp"
#include "core/io/files/output_file.hpp"
#include "core/io/import/layers.hpp"
#include "core/io/package/findings_layer.hpp"
#include "core/io/package/geopackage.hpp"
#include "core/io/tables/table.hpp"

namespace yiquan::io {
namespace {

class ImportInputs final : public AuditInputs {
public:
    explicit ImportInputs(const ImportJob& job) : job_(job) {}

    std::unique_ptr<features::FeatureSource> table(std::string_view role) override {
        return open_table(path(role));
    }
    [[nodiscard]] bool has(std::string_view role) const override { return !path(role).empty(); }
    features::InputRecord record(std::string_view role) override {
        return {.role = {}, .path = path(role), .sha256 = {}, .rows = 0};
    }
    std::vector<intake::KnownPlace> known_places() override {
        return job_.places.empty() ? shipped_places() : read_places(job_.places, {});
    }

private:
    [[nodiscard]] const std::string& path(std::string_view role) const {
        return role == "zones" ? job_.zones : job_.list;
    }

    const ImportJob& job_;
};

}  // namespace

ImportOutcome run_import(const ImportJob& job, Progress& progress) {
    ImportOutcome outcome;
    const std::filesystem::path target = job.output;
    std::filesystem::path beside = target;
    beside.replace_filename(target.stem().string() + "-findings.csv");
    std::optional<OutputFiles> files;
    if (!job.output.empty()) {
        check_geopackage_name(job.output);
        InputFiles read;
        for (const std::string& input : {job.list, job.zones, job.places}) read.add(input);
        files.emplace(std::vector{target.string(), beside.string()}, job.overwrite, read);
    }
    ImportInputs inputs(job);
    constexpr double cleaned = 0.9;
    ProgressSlice cleaning(progress, 0.0, cleaned);
    outcome.list = import_list(job.facilities, {}, inputs, cleaning);
    if (!files) {
        progress.report(1.0);
        return outcome;
    }
    progress.stage({"Writing", "写出结果"});
    GeoPackage package(files->path(0), {});
    write_stations(outcome.list.facilities, package);
    write_findings(outcome.list.findings, package);
    package.close();
    write_text_file(files->path(1), findings_csv(outcome.list.findings));
    progress.check();
    files->commit();
    progress.report(1.0);
    outcome.files = {target.string(), beside.string()};
    return outcome;
}

}  // namespace yiquan::io
