// SPDX-License-Identifier: MIT
#include "core/io/locate/job.hpp"

#include <fmt/format.h>

#include <utility>

#include "core/base/error.hpp"
#include "core/io/locate/document.hpp"
#include "core/io/locate/layers.hpp"
#include "core/io/package/findings_layer.hpp"
#include "core/io/package/package_document.hpp"
#include "core/io/package/result_file.hpp"

namespace yiquan::io {
namespace {

/// \param outcome outlives what is returned
std::vector<ResultKind> siting_kinds(const LocateJob& job, const LocateOutcome& outcome) {
    std::vector<ResultKind> kinds{
        text_result(".json", {"document", "文档"}, [&] { return outcome.document; }),
        text_result(".csv", {"proposals", "建议清单"}, [&] { return siting_csv(outcome); })};
    if (job.inputs.has_places()) {
        kinds.insert(kinds.begin(), package_result([&](GeoPackage& package) {
                         write_siting_layers(outcome, package);
                         write_findings(outcome.data.findings, package);
                         package.attach(siting_in_package, "application/json", outcome.document);
                     }));
    } else if (job.output.ends_with(".gpkg")) {
        throw Error{
            ErrorKind::usage,
            {fmt::format("{}: a matrix has no places to draw; end the name in .json or .csv.", job.output),
             fmt::format("{}：矩阵没有位置，无法出图；文件名请以 .json 或 .csv 结尾。", job.output)}};
    }
    return kinds;
}

/// The numbers of sites that are asked for; none where a budget is, or where the model asks for neither.
std::optional<siting::CountRange> counts_of(const LocateJob& job, const SitingData& data) {
    const bool asked = job.counts || job.request.budget;
    if (!asked && data.count && siting::model(job.request.model).choose == siting::Choose::count_or_budget) {
        return siting::CountRange{*data.count, *data.count};
    }
    return job.counts;
}

}  // namespace

LocateOutcome run_locate(const LocateJob& job, const optimize::IntegerSolver* solver, Progress& progress) {
    LocateOutcome outcome;
    ResultFile file{job.output, job.overwrite, job.inputs.files(), siting_kinds(job, outcome)};
    constexpr double read = 0.2;
    constexpr double answered = 0.95;
    progress.stage({"Reading", "读取数据"});
    ProgressSlice reading(progress, 0.0, read);
    outcome.data = read_siting_inputs(job.inputs, reading);
    std::optional<siting::CountRange> counts = counts_of(job, outcome.data);
    outcome.request = job.request;
    if (counts) {
        outcome.request.count = counts->last;
        outcome.first_count = counts->first;
        if (counts->first == counts->last) counts.reset();
    }
    ProgressSlice searching(progress, read, answered);
    siting::Located located =
        siting::locate_with_plan(outcome.data.problem, outcome.request, counts, solver, searching);
    outcome.answers = std::move(located.answers);
    outcome.plan = std::move(located.plan);
    outcome.document = siting_json(job, outcome);
    file.write(progress);
    file.commit();
    progress.report(1.0);
    return outcome;
}

}  // namespace yiquan::io
