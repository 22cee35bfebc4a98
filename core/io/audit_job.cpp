// SPDX-License-Identifier: MIT
#include "core/io/audit_job.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>

#include "core/audit/layers.hpp"
#include "core/base/embedded_file.hpp"
#include "core/base/error.hpp"
#include "core/demand/point_demand.hpp"
#include "core/demand/raster_demand.hpp"
#include "core/io/csv_writer.hpp"
#include "core/io/gdal_handles.hpp"
#include "core/io/geopackage.hpp"
#include "core/io/output_file.hpp"
#include "core/io/raster.hpp"
#include "core/io/sha256.hpp"
#include "core/io/table.hpp"
#include "core/io/text_file.hpp"
#include "core/io/workbook.hpp"

namespace yiquan::io {
namespace {

namespace fs = std::filesystem;

/// Paths in a run file are taken relative to it; databases and absolute paths stay as they are.
std::string resolved(const std::string& path, const fs::path& folder) {
    if (path.empty() || parse_source_path(path).database() || fs::path(path).is_absolute()) return path;
    return (folder / path).string();
}

/// Numbers of people or features: rows of a table, or cells of a raster.
struct OpenedDemand {
    std::unique_ptr<demand::DemandSource> source;
    std::uint64_t rows = 0;
};

OpenedDemand open_demand(const std::string& path, const audit::RunFile& run, const demand::Zones& zones,
                         const index::PolygonLocator& locator, features::FindingSink& findings,
                         Progress& progress) {
    const audit::AuditParams& params = run.params;
    if (is_raster(path)) {
        std::unique_ptr<demand::RasterSource> raster = open_raster(path);
        const std::uint64_t cells = raster->columns() * raster->rows();
        return {std::make_unique<demand::RasterDemand>(std::move(raster), zones,
                                                       params.standard.bands.front(), findings),
                cells};
    }
    const std::unique_ptr<features::FeatureSource> table = open_table(path);
    demand::DemandPoints points = intake::read_demand(*table, run.demand, findings, progress);
    const std::uint64_t rows = points.size();
    return {std::make_unique<demand::PointDemand>(std::move(points), locator, table->name(), params.threads,
                                                  findings, progress),
            rows};
}

constexpr std::array output_names{"audit.json", "audit.gpkg", "zones.csv", "audit.xlsx", "findings.csv"};

void keep_inputs(const AuditOutcome& outcome, const fs::path& folder) {
    const audit::RunFile& run = outcome.run;
    for (const std::string& path : {run.facilities_path, run.demand_path, run.zones_path, run.places_path}) {
        for (const char* name : output_names) {
            if (path.empty()) continue;
            refuse_to_replace(resolved(path, folder), (fs::path(outcome.directory) / name).string());
        }
    }
}

geo::Box zone_box(const demand::Zones& zones) {
    geo::Box box;
    for (const demand::Zone& zone : zones) box.include(geo::bounding_box(zone.shape));
    return box;
}

void write_outputs(const AuditOutcome& outcome, GeoPackage& package, const OutputDirectory& directory,
                   Progress& progress) {
    const audit::Report report = outcome.report();
    progress.stage({"Writing", "写出结果"});
    audit::write_layers(outcome.facilities, outcome.zones, outcome.result, package);
    package.close();
    progress.step(0.5);
    write_text_file(directory.file("audit.json"), audit::audit_json(report));
    write_text_file(directory.file("zones.csv"), zones_csv(report));
    write_text_file(directory.file("findings.csv"), findings_csv(outcome.findings));
    progress.step(0.6);
    write_workbook(report, directory.file("audit.xlsx"),
                   fs::path(directory.file("audit.xlsx")).parent_path().string());
    progress.step(0.9);
}

}  // namespace

std::vector<intake::KnownPlace> read_places(const std::string& path, const std::string& name_column) {
    const std::unique_ptr<features::FeatureSource> table = open_table(path);
    intake::FacilityOptions options;
    options.columns.name = name_column;
    options.keep_duplicates = true;
    features::FindingList findings;
    Progress quiet;
    std::vector<intake::KnownPlace> places;
    for (const coverage::Facility& f : intake::read_facilities(*table, options, {}, {}, findings, quiet)) {
        places.push_back({f.name, f.place});
    }
    return places;
}

std::vector<intake::KnownPlace> shipped_places() {
    prepare_gdal();
    const EmbeddedFile& file = embedded_places().front();
    const std::string path = fmt::format("/vsimem/yiquan/{}", file.name);
    // GDAL wants bytes that it might write to; the copy lives as long as the file in memory.
    std::vector<GByte> bytes(file.text.begin(), file.text.end());
    const FileHandle in_memory{
        VSIFileFromMemBuffer(path.c_str(), bytes.data(), bytes.size(), /*bTakeOwnership=*/FALSE)};
    std::vector<intake::KnownPlace> places = read_places(path, "county");
    VSIUnlink(path.c_str());
    return places;
}

std::unique_ptr<AuditOutcome> run_audit_file(const std::string& run_file, const AuditJobOptions& options,
                                             Progress& progress) {
    auto outcome = std::make_unique<AuditOutcome>();
    AuditOutcome& o = *outcome;
    o.run = audit::parse_run_file(read_text_file(run_file), fs::path(run_file).filename().string());
    audit::AuditParams& params = o.run.params;
    params.threads = options.threads;
    if (options.title) params.title = *options.title;
    o.version = options.version;
    const fs::path folder = fs::path(run_file).parent_path();
    o.directory = options.output.empty() ? resolved(o.run.output_directory, folder) : options.output;
    if (o.directory.empty()) {
        throw Error{
            ErrorKind::usage,
            {fmt::format("{}: [output] directory is missing; give it there or with --output.", run_file),
             fmt::format("{}：没有填写 [output] directory；请在其中填写，或使用 --output。", run_file)}};
    }
    keep_inputs(o, folder);
    OutputDirectory directory(o.directory, options.overwrite);

    progress.stage({"Reading", "读取数据"});
    ProgressSlice reading(progress, 0.0, 0.3);
    const std::string zones_path = resolved(o.run.zones_path, folder);
    const std::unique_ptr<features::FeatureSource> zone_table = open_table(zones_path);
    o.zones = intake::read_zones(*zone_table, o.run.zones, o.findings, reading);
    const index::PolygonLocator locator = audit::locator_over(o.zones);

    const std::string facilities_path = resolved(o.run.facilities_path, folder);
    const std::unique_ptr<features::FeatureSource> list = open_table(facilities_path);
    const geo::Box expected = zone_box(o.zones);
    o.run.facilities.coordinates.expected = expected;
    o.run.demand.coordinates.expected = expected;
    const std::vector<intake::KnownPlace> known =
        o.run.places_path.empty() ? shipped_places() : read_places(resolved(o.run.places_path, folder), {});
    o.facilities = intake::read_facilities(*list, o.run.facilities, o.zones, known, o.findings, reading);

    const std::string demand_path = resolved(o.run.demand_path, folder);
    OpenedDemand demand = open_demand(demand_path, o.run, o.zones, locator, o.findings, reading);
    o.inputs = {{"facilities", o.run.facilities_path, sha256_of(facilities_path), o.facilities.size()},
                {"demand", o.run.demand_path, sha256_of(demand_path), demand.rows},
                {"zones", o.run.zones_path, sha256_of(zones_path), o.zones.size()}};
    reading.step(1.0);

    ProgressSlice auditing(progress, 0.3, 0.8);
    GeoPackage package(directory.file("audit.gpkg"), params.notice);
    audit::DemandLayer demand_layer(package.create_layer(audit::audit_layer("demand")), o.facilities, o.zones,
                                    params.standard.bands);
    o.result = audit::run_audit(
        params, o.facilities, o.zones, locator, *demand.source,
        [&](const demand::DemandBatch& batch, const audit::Served& served) {
            demand_layer.add(batch, served);
        },
        o.findings, auditing);

    ProgressSlice writing(progress, 0.8, 1.0);
    write_outputs(o, package, directory, writing);
    directory.commit();
    progress.report(1.0);
    o.files.assign(output_names.begin(), output_names.end());
    return outcome;
}

}  // namespace yiquan::io
