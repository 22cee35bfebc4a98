// SPDX-License-Identifier: MIT
#include "core/io/import/job.hpp"

#include "core/io/audit/csv_writer.hpp"
#include "core/io/audit/file_job.hpp"
#include "core/io/audit/layers.hpp"
#include "core/io/files/output_file.hpp"
#include "core/io/import/layers.hpp"
#include "core/io/package/findings_layer.hpp"
#include "core/io/package/result_file.hpp"
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
    ResultKind kind = package_result([&](GeoPackage& package) {
        write_stations(outcome.list.facilities, package);
        write_findings(outcome.list.findings, package);
    });
    kind.beside = "-findings.csv";
    kind.write = [&, write_package = kind.write](const std::string& path) {
        write_package(path);
        write_text_file(beside(path, kind.beside), findings_csv(outcome.list.findings));
    };
    InputFiles read;
    for (const std::string& input : {job.list, job.zones, job.places}) read.add(input);
    ResultFile file(job.output, job.overwrite, read, {kind});
    ImportInputs inputs(job);
    constexpr double cleaned = 0.9;
    ProgressSlice cleaning(progress, 0.0, cleaned);
    outcome.list = import_list(job.facilities, {}, inputs, cleaning);
    file.write(progress);
    progress.check();
    file.commit();
    progress.report(1.0);
    outcome.files = file.paths();
    return outcome;
}

}  // namespace yiquan::io
