// SPDX-License-Identifier: MIT
#include "core/toolbox/analysis.hpp"

#include <fmt/format.h>

#include "core/audit/service_areas.hpp"
#include "core/base/error.hpp"
#include "core/io/audit/layers.hpp"
#include "core/io/compare/layers.hpp"
#include "core/io/import/import_list.hpp"
#include "core/io/import/layers.hpp"
#include "core/io/package/findings_layer.hpp"
#include "core/toolbox/layer_schemas.hpp"
#include "core/toolbox/map_layer.hpp"
#include "core/toolbox/parameters.hpp"
#include "core/toolbox/program_analyses.hpp"

namespace yiquan::toolbox {
namespace {

std::vector<Parameter> joined(std::vector<std::vector<Parameter>> groups) {
    std::vector<Parameter> all;
    for (std::vector<Parameter>& group : groups) {
        for (Parameter& parameter : group) all.push_back(std::move(parameter));
    }
    return all;
}

std::vector<Parameter> coverage_parameters() {
    return joined({facility_parameters(), demand_parameters(), zone_parameters(false), standard_parameters(),
                   filter_parameters()});
}

std::vector<AnalysisNumber> coverage_numbers() {
    return {{"total", {"People in all", "总人数"}},
            {"covered", {"People covered", "已覆盖人数"}},
            {"gap", {"People in gaps", "空白区人数"}},
            {"covered_share", {"Share covered", "覆盖率"}},
            {"findings", {"Findings in the data", "数据问题数"}}};
}

/// The layers of one run go to the caller's outputs; what the caller does not want, it drops. Findings are a
/// layer like the others.
AnalysisFigures run_coverage(AnalysisRun& run, bool draw) {
    audit::RunFile file = run_of(run.values);
    file.params.threads = run.threads;
    file.params.draw = draw;
    const std::unique_ptr<io::AuditOutcome> outcome =
        io::run_job(std::move(file), run.version, run.inputs, run.outputs, run.progress);
    for (const features::Finding& finding : outcome->findings.list()) run.findings.add(finding);
    const audit::Figures& total = outcome->result.ledger().total;
    return {audit::audit_json(outcome->report()),
            {total.demand.value(), total.covered.value(), total.gap.value(), total.covered_share(),
             static_cast<double>(outcome->findings.count())}};
}

AnalysisFigures run_drawn(AnalysisRun& run) {
    return run_coverage(run, true);
}
AnalysisFigures run_counted(AnalysisRun& run) {
    return run_coverage(run, false);
}

AnalysisFigures run_service_areas(AnalysisRun& run) {
    constexpr double read = 0.3;
    constexpr double drawn = 0.9;
    const audit::RunFile file = run_of(run.values);
    run.progress.stage({"Reading", "读取数据"});
    ProgressSlice reading(run.progress, 0.0, read);
    const std::vector<coverage::Facility> all = intake::read_facilities(
        *run.inputs.table("facilities"), file.facilities, {}, {}, run.findings, reading);
    std::vector<coverage::Facility> admitted;
    for (const coverage::Facility& facility : all) {
        if (file.params.filter.admits(facility)) admitted.push_back(facility);
    }
    ProgressSlice drawing(run.progress, read, drawn);
    const audit::ServiceAreas areas =
        audit::draw_service_areas(admitted, file.params.standard.bands, run.threads, drawing);
    io::write_service_areas(admitted, areas, run.outputs);
    run.progress.step(1.0);
    return {audit::service_areas_json(areas, admitted.size(), run.findings.count()),
            {static_cast<double>(admitted.size()), areas.union_km2.back(),
             static_cast<double>(run.findings.count())}};
}

AnalysisFigures run_compare(AnalysisRun& run) {
    run.progress.stage({"Reading", "读取数据"});
    audit::StoredAudit before = run.inputs.stored_audit("before");
    run.progress.step(0.3);
    audit::StoredAudit after = run.inputs.stored_audit("after");
    run.progress.step(0.6);
    run.progress.stage({"Comparing", "比较"});
    const audit::Comparison comparison =
        audit::compare(before.summary, after.summary, std::move(before.demand), std::move(after.demand));
    io::write_changes(comparison, after.shapes, run.outputs);
    run.progress.step(1.0);
    const audit::Change& total = comparison.total;
    return {audit::comparison_json(comparison, before.summary, after.summary),
            {total.gained.value(), total.lost.value(), total.net().value()}};
}

AnalysisFigures run_import(AnalysisRun& run) {
    const io::ImportedList list =
        io::import_list(facility_options(run.values), zone_options(run.values), run.inputs, run.progress);
    for (const features::Finding& finding : list.findings.list()) run.findings.add(finding);
    io::write_stations(list.facilities, run.outputs);
    io::write_findings(list.findings, run.outputs);
    return {import_json(list),
            {static_cast<double>(list.facilities.size()), static_cast<double>(list.findings.count())}};
}

/// The layers that are drawn in these styles.
std::vector<MapLayer> shown(std::initializer_list<std::string_view> styles) {
    std::vector<MapLayer> out;
    for (const std::string_view style : styles) out.push_back(map_layer(style));
    return out;
}

Parameter audit_parameter(std::string_view id, Message name) {
    return {.id = id,
            .kind = ParameterKind::audit,
            .name = std::move(name),
            .help = {"Folder of a finished audit, with audit.json and audit.gpkg.",
                     "审计结果文件夹，内有 audit.json 与 audit.gpkg。"},
            .optional = false};
}

std::vector<Analysis> make_analyses() {
    std::vector<MapLayer> audit_map;
    for (const features::LayerSchema& layer : io::audit_layers()) audit_map.push_back(map_layer(layer.id));
    std::vector<Analysis> table{
        {.id = "audit",
         .name = {"Coverage audit", "覆盖审计"},
         .summary =
             {"Counts who is served and who is not, per zone, and writes the whole audit into a folder: "
              "map layers, ledger, workbook and findings.",
              "按统计单元清点谁已覆盖、谁未覆盖，并把整份审计写入一个文件夹：图层、台账、工作簿和数据问题。"},
         .parameters = joined({{{.id = "title",
                                 .kind = ParameterKind::text,
                                 .name = {"Title", "标题"},
                                 .help = {"Printed at the top of every report.", "写在每份报告的开头。"}}},
                               coverage_parameters()}),
         .layers = audit_map,
         .numbers = coverage_numbers(),
         .in_folder = true,
         .run = run_drawn},
        {.id = "service_areas",
         .name = {"Service areas", "服务区"},
         .summary = {"Draws the circle that each station serves, one ring per radius.",
                     "为每个站点绘制服务范围，每个半径一圈。"},
         .parameters = joined({facility_parameters(), standard_parameters(), filter_parameters()}),
         .layers = shown({"service_areas"}),
         .numbers = {{"stations", {"Stations", "站点数"}},
                     {"covered_km2", {"Land covered (km²)", "覆盖面积（平方公里）"}},
                     {"findings", {"Findings in the data", "数据问题数"}}},
         .run = run_service_areas},
        {.id = "gaps",
         .name = {"Service gaps", "空白区"},
         .summary = {"Finds the land and the people outside every service area, ranked by people.",
                     "找出所有服务区之外的土地与人口，按人口排序。"},
         .parameters = coverage_parameters(),
         .layers = shown({"service_gaps", "covered_areas"}),
         .numbers = coverage_numbers(),
         .run = run_drawn},
        {.id = "k_coverage",
         .name = {"k-coverage", "多重覆盖"},
         .summary = {"Counts how many stations serve each place; places with only one depend on it.",
                     "统计每处需求由多少站点服务；只有一处的即为单点依赖。"},
         .parameters = coverage_parameters(),
         .layers = shown({"k_coverage", "single_points"}),
         .numbers = coverage_numbers(),
         .run = run_counted},
        {.id = "nearest_facility",
         .name = {"Nearest station", "最近站点"},
         .summary = {"Measures the distance from each place to its nearest station, with mean, median, 90th "
                     "percentile and worst per zone.",
                     "量算每处需求到最近站点的距离，并给出各单元的均值、中位数、九成分位和最远值。"},
         .parameters = coverage_parameters(),
         .layers = shown({"demand", "zones"}),
         .numbers = coverage_numbers(),
         .run = run_counted},
        {.id = "compare",
         .name = {"Compare two audits", "比较两次审计"},
         .summary =
             {"Shows who gained and who lost coverage between two audits, place by place and per zone.",
              "对比两次审计，逐点、逐单元列出谁新获覆盖、谁失去覆盖。"},
         .parameters = {audit_parameter("before", {"Earlier audit", "先前的审计"}),
                        audit_parameter("after", {"Later audit", "后来的审计"})},
         .layers = shown({"changes", "zone_changes"}),
         .numbers = {{"gained", {"People who gained", "新获覆盖人数"}},
                     {"lost", {"People who lost", "失去覆盖人数"}},
                     {"net", {"Net change", "净变化"}}},
         .run = run_compare},
        {.id = "import",
         .name = {"Import a station list", "导入站点名单"},
         .summary = {"Cleans a list of stations: datum, swapped or impossible coordinates, duplicates, wrong "
                     "county. Every fault is a finding.",
                     "清洗站点名单：坐标基准、经纬度颠倒或越界、重复登记、区县不符；每个问题都记录在案。"},
         .parameters = joined({facility_parameters(), zone_parameters(true)}),
         .layers = shown({"stations", "findings"}),
         .numbers = {{"stations", {"Usable stations", "可用站点数"}},
                     {"findings", {"Findings in the data", "数据问题数"}}},
         .run = run_import},
    };
    for (Analysis& row : program_analyses()) table.push_back(std::move(row));
    return table;
}

}  // namespace

bool is_layer(ParameterKind kind) {
    switch (kind) {
        case ParameterKind::list:
        case ParameterKind::places:
        case ParameterKind::demand:
        case ParameterKind::polygons:
        case ParameterKind::table:
            return true;
        case ParameterKind::column:
        case ParameterKind::choice:
        case ParameterKind::length:
        case ParameterKind::share:
        case ParameterKind::number:
        case ParameterKind::duration:
        case ParameterKind::flag:
        case ParameterKind::text:
        case ParameterKind::file:
        case ParameterKind::audit:
            break;
    }
    return false;
}

std::span<const Analysis> analyses() {
    static const std::vector<Analysis> table = make_analyses();
    return table;
}

const Analysis& analysis(std::string_view id) {
    for (const Analysis& row : analyses()) {
        if (row.id == id) return row;
    }
    throw Error{ErrorKind::internal,
                {fmt::format("There is no analysis \"{}\".", id), fmt::format("没有名为“{}”的分析。", id)}};
}

}  // namespace yiquan::toolbox
