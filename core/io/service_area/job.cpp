// SPDX-License-Identifier: MIT
#include "core/io/service_area/job.hpp"

#include <memory>

#include "core/io/audit/layers.hpp"
#include "core/io/package/result_file.hpp"
#include "core/io/tables/table.hpp"

namespace yiquan::io {

ServiceAreaOutcome run_service_areas(const ServiceAreaJob& job, Progress& progress) {
    constexpr double read = 0.3;
    constexpr double drawn = 0.9;
    ServiceAreaOutcome outcome;
    InputFiles inputs;
    inputs.add(job.list);
    ResultFile file(job.output, job.overwrite, inputs, {package_result([&](GeoPackage& package) {
                        write_service_areas(outcome.facilities, outcome.areas, package);
                    })});
    progress.stage({"Reading", "读取数据"});
    const std::unique_ptr<features::FeatureSource> table = open_table(job.list);
    ProgressSlice reading(progress, 0.0, read);
    outcome.facilities = intake::read_facilities(*table, job.facilities, {}, {}, outcome.findings, reading);
    ProgressSlice drawing(progress, read, drawn);
    outcome.areas = audit::draw_service_areas(outcome.facilities, job.bands, job.threads, drawing);
    file.write(progress);
    progress.check();
    file.commit();
    progress.report(1.0);
    return outcome;
}

}  // namespace yiquan::io
