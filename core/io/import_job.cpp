// SPDX-License-Identifier: MIT
#include "core/io/import_job.hpp"

#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/audit/audit.hpp"
#include "core/audit/layers.hpp"
#include "core/intake/read_zones.hpp"
#include "core/io/audit_job.hpp"
#include "core/io/csv_writer.hpp"
#include "core/io/finding_text.hpp"
#include "core/io/geopackage.hpp"
#include "core/io/output_file.hpp"
#include "core/io/table.hpp"

namespace yiquan::io {

ImportOutcome run_import(const ImportJob& job, Progress& progress) {
    ImportOutcome outcome;
    const std::filesystem::path target = job.output;
    std::filesystem::path beside = target;
    beside.replace_filename(target.stem().string() + "-findings.csv");
    std::optional<OutputFile> package_file;
    std::optional<OutputFile> findings_file;
    if (!job.output.empty()) {
        check_geopackage_name(job.output);
        for (const std::string& input : {job.list, job.zones, job.places}) {
            if (!input.empty()) refuse_to_replace(input, job.output);
        }
        package_file.emplace(target.string(), job.overwrite);
        findings_file.emplace(beside.string(), job.overwrite);
    }

    intake::FacilityOptions options = job.facilities;
    demand::Zones zones;
    if (!job.zones.empty()) {
        const std::unique_ptr<features::FeatureSource> table = open_table(job.zones);
        zones = intake::read_zones(*table, {}, outcome.findings, progress);
        for (const demand::Zone& zone : zones) {
            options.coordinates.expected.include(geo::bounding_box(zone.shape));
        }
    }
    const std::vector<intake::KnownPlace> known =
        job.places.empty() ? shipped_places() : read_places(job.places, {});
    const std::unique_ptr<features::FeatureSource> list = open_table(job.list);
    outcome.facilities = intake::read_facilities(*list, options, zones, known, outcome.findings, progress);
    if (!package_file) return outcome;

    GeoPackage package(package_file->path(), {});
    audit::write_stations(outcome.facilities, package);
    audit::write_findings(outcome.findings, package);
    package.close();
    write_text_file(findings_file->path(), findings_csv(outcome.findings));
    package_file->commit();
    findings_file->commit();
    outcome.files = {target.string(), beside.string()};
    return outcome;
}

std::string import_json(const ImportOutcome& outcome) {
    using Json = nlohmann::ordered_json;
    Json findings = Json::array();
    for (const features::Finding& f : outcome.findings.list()) {
        Json row{
            {"kind", features::info(f.kind).id}, {"action", action_name(f.action).en}, {"source", f.source}};
        row["row"] = f.row ? Json(*f.row) : Json(nullptr);
        row["field"] = f.field;
        row["value"] = f.value;
        row["detail"] = {{"zh", f.detail.zh}, {"en", f.detail.en}};
        findings.push_back(std::move(row));
    }
    Json out{{"schema", "yiquan.import/1"},
             {"stations", outcome.facilities.size()},
             {"finding_count", outcome.findings.count()},
             {"findings", std::move(findings)}};
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace yiquan::io
