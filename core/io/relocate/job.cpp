// SPDX-License-Identifier: MIT
#include "core/io/relocate/job.hpp"

#include <fmt/format.h>

#include "core/base/error.hpp"
#include "core/coverage/table_distances.hpp"
#include "core/io/files/sha256.hpp"
#include "core/io/package/findings_layer.hpp"
#include "core/io/package/package_document.hpp"
#include "core/io/package/result_file.hpp"
#include "core/io/relocate/document.hpp"
#include "core/io/relocate/layers.hpp"

namespace yiquan::io {
namespace {

InputFiles files_of(const RelocationLists& lists) {
    InputFiles files;
    for (const std::string& input : {lists.households, lists.sites, lists.matrix}) files.add(input);
    return files;
}

std::vector<features::InputRecord> record(const RelocationJob& job, const relocation::Problem& problem) {
    std::vector<features::InputRecord> out{
        {"households", job.lists.households, sha256_of(job.lists.households), problem.households.size()},
        {"sites", job.lists.sites, sha256_of(job.lists.sites), problem.sites.size()}};
    if (!job.lists.matrix.empty()) {
        out.push_back({"matrix", job.lists.matrix, sha256_of(job.lists.matrix),
                       problem.households.size() * problem.sites.size()});
    }
    return out;
}

/// A price is needed where prices are what counts.
void check_prices(const RelocationJob& job, const relocation::Problem& problem) {
    if (job.request.objective != relocation::Objective::cost) return;
    for (const relocation::Site& site : problem.sites) {
        if (site.price || !site.allowed) continue;
        throw Error{ErrorKind::input,
                    {fmt::format("{}: site \"{}\" has no price; --objective cost needs one for every site.",
                                 job.lists.sites, site.id),
                     fmt::format("{}：安置点“{}”没有造价；--objective cost 要求每处都有造价。",
                                 job.lists.sites, site.id)}};
    }
}

}  // namespace

RelocationOutcome run_relocation(const RelocationJob& job, const optimize::IntegerSolver* solver,
                                 Progress& progress) {
    RelocationOutcome outcome;
    ResultFile file{job.output,
                    job.overwrite,
                    files_of(job.lists),
                    {package_result([&](GeoPackage& package) {
                         write_relocation_layers(outcome.problem, outcome.answer, package);
                         write_findings(outcome.findings, package);
                         package.attach(relocation_in_package, "application/json", outcome.document);
                     }),
                     text_result(".json", {"document", "文档"}, [&] { return outcome.document; }),
                     text_result(".csv", {"households", "搬迁农户"},
                                 [&] { return relocation_csv(outcome.problem, outcome.answer); })}};
    constexpr double read = 0.1;
    constexpr double solved = 0.95;
    progress.stage({"Reading the lists", "读取名单"});
    ProgressSlice reading(progress, 0.0, read);
    outcome.problem = read_relocation(job.lists, outcome.findings, reading);
    if (job.farthest) outcome.problem.farthest = coverage::rounded_cost(*job.farthest);
    check_prices(job, outcome.problem);
    outcome.inputs = record(job, outcome.problem);
    ProgressSlice solving(progress, read, solved);
    outcome.answer = relocation::relocate(outcome.problem, job.request, solver, solving);
    outcome.document = relocation_json(job, outcome);
    file.write(progress);
    file.commit();
    progress.report(1.0);
    return outcome;
}

}  // namespace yiquan::io
