// SPDX-License-Identifier: MIT
#include "core/io/audit/job.hpp"

#include <fmt/format.h>

#include <utility>

#include "core/base/error.hpp"
#include "core/demand/point_demand.hpp"
#include "core/demand/raster_demand.hpp"
#include "core/io/audit/layers.hpp"

namespace yiquan::io {
namespace {

geo::Box zone_box(const demand::Zones& zones) {
    geo::Box box;
    for (const demand::Zone& zone : zones) box.include(geo::bounding_box(zone.shape));
    return box;
}

features::InputRecord record(AuditInputs& inputs, std::string_view role, std::uint64_t rows) {
    features::InputRecord record = inputs.record(role);
    record.role = role;
    record.rows = rows;
    return record;
}

}  // namespace

audit::StoredAudit AuditInputs::stored_audit(std::string_view role) {
    throw Error{ErrorKind::input,
                {fmt::format("\"{}\" is not an audit; choose the folder of one.", role),
                 fmt::format("“{}”不是审计结果，请选择审计结果文件夹。", role)}};
}

AuditData read_inputs(audit::RunFile& run, AuditInputs& inputs, features::FindingSink& findings,
                      Progress& progress) {
    constexpr double zones_read = 0.1;
    constexpr double facilities_read = 0.2;
    constexpr double demand_read = 0.8;
    progress.stage({"Reading", "读取数据"});
    AuditData data;
    ProgressSlice reading_zones(progress, 0.0, zones_read);
    data.zones = intake::read_zones(*inputs.table("zones"), run.zones, findings, reading_zones);
    data.locator = std::make_unique<index::PolygonLocator>(audit::locator_over(data.zones));

    const geo::Box expected = zone_box(data.zones);
    run.facilities.coordinates.expected = expected;
    run.demand.coordinates.expected = expected;
    ProgressSlice reading_facilities(progress, zones_read, facilities_read);
    data.facilities = intake::read_facilities(*inputs.table("facilities"), run.facilities, data.zones,
                                              inputs.known_places(), findings, reading_facilities);

    std::uint64_t rows = 0;
    if (std::unique_ptr<demand::RasterSource> raster = inputs.raster("demand")) {
        rows = raster->columns() * raster->rows();
        data.demand = std::make_unique<demand::RasterDemand>(
            std::move(raster), data.zones, Metres{run.params.standard.bands.front().value()}, findings);
    } else {
        const std::unique_ptr<features::FeatureSource> table = inputs.table("demand");
        ProgressSlice reading_demand(progress, facilities_read, demand_read);
        demand::DemandPoints points = intake::read_demand(*table, run.demand, findings, reading_demand);
        rows = points.size();
        ProgressSlice locating(progress, demand_read, 1.0);
        data.demand = std::make_unique<demand::PointDemand>(std::move(points), *data.locator, table->name(),
                                                            run.params.threads, findings, locating);
    }
    data.inputs = {record(inputs, "facilities", data.facilities.size()), record(inputs, "demand", rows),
                   record(inputs, "zones", data.zones.size())};
    progress.step(1.0);
    return data;
}

std::unique_ptr<AuditOutcome> run_job(audit::RunFile run, std::string version, AuditInputs& inputs,
                                      AuditOutputs& outputs, Progress& progress) {
    run.params.check();
    auto outcome = std::make_unique<AuditOutcome>();
    AuditOutcome& o = *outcome;
    o.run = std::move(run);
    o.version = std::move(version);
    ProgressSlice reading(progress, 0.0, 0.3);
    AuditData data = read_inputs(o.run, inputs, o.findings, reading);
    o.facilities = std::move(data.facilities);
    o.zones = std::move(data.zones);
    o.inputs = std::move(data.inputs);

    const audit::AuditParams& params = o.run.params;
    ProgressSlice auditing(progress, 0.3, 0.8);
    DemandLayer demand_layer(outputs.create_layer(audit_layer("demand", params.standard.unit)), o.facilities,
                             o.zones, params.standard.bands);
    o.result = audit::run_audit(
        params, o.facilities, o.zones, *data.locator, *data.demand,
        [&](const demand::DemandBatch& batch, const coverage::Served& served) {
            demand_layer.add(batch, served);
        },
        o.findings, auditing);

    progress.stage({"Writing", "写出结果"});
    write_layers(o.facilities, o.zones, o.result, outputs);
    progress.step(0.9);
    outputs.report(o.report());
    progress.report(1.0);
    return outcome;
}

}  // namespace yiquan::io
