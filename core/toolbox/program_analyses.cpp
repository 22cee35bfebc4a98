// SPDX-License-Identifier: MIT
#include "core/toolbox/program_analyses.hpp"

#include <fmt/format.h>

#include "core/relocation/objective.hpp"
#include "core/siting/model.hpp"
#include "core/toolbox/parameters.hpp"

namespace yiquan::toolbox {
namespace {

/// A layer that the user chooses.
Parameter layer(std::string_view id, ParameterKind kind, std::string_view option, Message name, Message help,
                bool optional = true) {
    return {.id = id,
            .kind = kind,
            .name = std::move(name),
            .help = std::move(help),
            .optional = optional,
            .option = option};
}

/// Anything else; what is not needed every day is advanced.
Parameter value(std::string_view id, ParameterKind kind, std::string_view option, Message name, Message help,
                bool advanced = false) {
    return {.id = id,
            .kind = kind,
            .name = std::move(name),
            .help = std::move(help),
            .advanced = advanced,
            .option = option};
}

std::vector<Choice> model_choices() {
    std::vector<Choice> choices;
    for (const siting::Model& model : siting::models) {
        choices.push_back({std::string{model.id},
                           {fmt::format("{}: {}", model.id, model.summary_en),
                            fmt::format("{}：{}", model.id, model.summary_zh)}});
    }
    return choices;
}

std::vector<Choice> objective_choices() {
    std::vector<Choice> choices;
    for (const relocation::ObjectiveInfo& objective : relocation::objectives) {
        choices.push_back({std::string{objective.id},
                           {fmt::format("{}: {}", objective.id, objective.en),
                            fmt::format("{}：{}", objective.id, objective.zh)}});
    }
    return choices;
}

Parameter datum(std::string_view id, std::string_view option, Message name) {
    Parameter parameter = datum_parameter(id, std::move(name));
    parameter.advanced = true;
    parameter.option = option;
    return parameter;
}

/// What ends the search for a proof early.
std::vector<Parameter> stop_parameters() {
    return {
        value("time_limit", ParameterKind::duration, "--time-limit",
              {"Time limit (seconds)", "时间上限（秒）"},
              {"Stops after this time with the best answer so far and how far from proven it is.",
               "到时停止，给出当前最好的结果及其与最优的差距。"}),
        value("gap", ParameterKind::share, "--gap", {"Gap that is good enough", "可接受的差距"},
              {"0 to 1, such as 0.001; empty for a full proof.", "0 到 1，例如 0.001；留空则求得最优证明。"},
              true)};
}

/// The layers of a verb's result, and what was found in its data.
std::vector<MapLayer> result_layers(std::string_view verb) {
    const std::span<const MapLayer> rows = map_layers(verb);
    std::vector<MapLayer> out(rows.begin(), rows.end());
    out.push_back(map_layer("findings"));
    return out;
}

std::vector<Parameter> locate_parameters() {
    std::vector<Parameter> parameters{
        {.id = "model",
         .kind = ParameterKind::choice,
         .name = {"Model", "模型"},
         .help = {"What makes a place the best.", "“最优”以什么为准。"},
         .initial = std::string{siting::models.front().id},
         .choices = model_choices(),
         .option = "--model"},
        layer("candidates", ParameterKind::list, "--candidates", {"Candidate sites", "候选站点"},
              {"Where a site may open: a point layer, or a table with coordinate columns.",
               "可以新建站点的位置：点图层，或带经纬度字段的表。"}),
        layer("demand", ParameterKind::list, "--demand", {"Demand", "需求"},
              {"People to be served: a point layer, or a table with coordinate columns.",
               "要服务的人口：点图层，或带经纬度字段的表。"}),
        layer("existing", ParameterKind::list, "--existing", {"Existing sites that stay", "保留的现有站点"},
              {"They serve before and after; the new ones come on top.",
               "前后都提供服务；新站点在其基础上增加。"}),
        value("count", ParameterKind::text, "-p", {"Number of new sites", "新建站点数"},
              {"5, or a range such as 1..20 for the curve of gains.", "5，或范围如 1..20，得到增益曲线。"}),
        datum("datum", "--datum", {"Datum of the lists", "名单的坐标基准"}),
        value("radius", ParameterKind::length, "--radius", {"Radius", "服务半径"},
              {"Anybody within it is served; straight-line distance on the ellipsoid.",
               "在半径之内即为已服务；椭球面直线距离。"}),
        layer("zones", ParameterKind::polygons, "--zones", {"Zones", "统计单元"},
              {"Polygons such as counties: served before and after in each; the model equity needs them.",
               "区县等面图层：逐单元给出前后覆盖；equity 模型必填。"}),
        value("budget", ParameterKind::number, "--budget", {"Budget", "预算"},
              {"Instead of a number of sites: what their prices may sum to.",
               "代替新建站点数：站点总造价上限。"}),
        value("share", ParameterKind::share, "--share", {"Share to reach", "要达到的覆盖率"},
              {"0 to 1, for the model partial.", "0 到 1，用于 partial 模型。"}),
        layer("sites", ParameterKind::table, "--sites", {"Prices and seats", "造价与座位"},
              {"A table with the columns id, price, seats of sites.",
               "含 id、price（造价）、seats（座位）列的站点表。"}),
        layer("may_close", ParameterKind::list, "--may-close",
              {"Existing sites that may close", "可以关闭的现有站点"},
              {"They stay only where that serves the aim.", "仅在有利于目标时保留。"}),
        value("forced", ParameterKind::text, "--forced", {"Sites that must open", "必选站点"},
              {"Ids, separated by commas.", "编号，用逗号隔开。"}, true),
        value("forbidden", ParameterKind::text, "--forbidden", {"Sites that must not open", "禁用站点"},
              {"Ids, separated by commas.", "编号，用逗号隔开。"}, true),
        value("greedy", ParameterKind::flag, "--greedy",
              {"Compare with choosing one by one", "与逐个贪心选择对比"},
              {"Also tells what choosing one site after the other gives.", "同时给出逐个贪心选择的结果。"},
              true),
        layer("weights", ParameterKind::table, "--weights", {"Weights", "权重表"},
              {"A table with the columns id and weight of demand; others keep their own.",
               "含需求 id、weight 列的表；未列出的不变。"}),
        value(
            "matrix", ParameterKind::file, "--matrix", {"Cost matrix", "费用矩阵"},
            {"Instead of candidates, demand and radius: a CSV with origin_id (demand), destination_id (site) "
             "and the cost third. It has no places, so there are figures but no layers.",
             "代替候选、需求和半径：CSV，列为 origin_id（需求）、destination_id（站点）、第三列费用。"
             "矩阵没有坐标，因此只有数字而没有图层。"},
            true),
        value("threshold", ParameterKind::number, "--threshold",
              {"Highest cost that counts as served", "可服务的最大费用"},
              {"With a matrix, in the unit of its costs.", "与矩阵一起使用，单位同矩阵。"}, true)};
    for (Parameter& parameter : parameters) {
        if (parameter.id == "sites" || parameter.id == "may_close" || parameter.id == "weights") {
            parameter.advanced = true;
        }
    }
    for (Parameter& parameter : stop_parameters()) parameters.push_back(std::move(parameter));
    return parameters;
}

Analysis locate() {
    return {
        .id = "locate",
        .name = {"Siting: where next, with proof", "选址：下一批建在哪里"},
        .summary = {"Chooses the best places for new sites, and proves it or says how far from proven it is.",
                    "求新建站点的最优位置，并给出证明；未能证明时说明与最优的差距。"},
        .parameters = locate_parameters(),
        .layers = result_layers("locate"),
        .numbers = {{"objective", {"Objective", "目标值"}, "/objective"},
                    {"bound", {"Bound", "界"}, "/bound"},
                    {"proof_gap", {"Gap to the bound", "与界的差距"}, "/gap"},
                    {"new_sites", {"Sites proposed", "建议站点数"}, "/proposals"},
                    {"total", {"People in all", "总人数"}, "/served/total"},
                    {"served_before", {"People served before", "原服务人数"}, "/served/before"},
                    {"served_after", {"People served after", "现服务人数"}, "/served/after"},
                    {"uncoverable",
                     {"People beyond every candidate", "任何候选都覆盖不到的人数"},
                     "/uncoverable"}},
        .verb = "locate",
        .layers_need = "candidates"};
}

Analysis screen() {
    return {
        .id = "screen",
        .name = {"Screen candidate sites", "候选地筛查"},
        .summary = {"Checks candidate sites against rules on what to avoid, be near and attain, "
                    "with evidence for each rule.",
                    "按避开、靠近、达到三类规则逐条审查候选地，并给出证据。"},
        .parameters =
            {{.id = "rules",
              .kind = ParameterKind::file,
              .name = {"Rules", "规则文件"},
              .help = {"A TOML file such as data/rules/relocation.toml; it names the layers, the limits and "
                       "their sources.",
                       "TOML 文件，如 data/rules/relocation.toml；其中写明图层、限值及其来源。"},
              .optional = false},
             layer("candidates", ParameterKind::places, "--candidates", {"Candidates", "候选地"},
                   {"Points or polygons, instead of those that the rule file names.",
                    "点或面图层，代替规则文件中的候选地。"})},
        .layers = result_layers("screen"),
        .numbers = {{"screened", {"Candidates screened", "参与筛查的候选地数"}, "/totals/candidates"},
                    {"passed", {"Pass", "通过"}, "/totals/passed"},
                    {"failed", {"Fail", "不通过"}, "/totals/failed"},
                    {"unknown", {"Unknown, data missing", "数据不足"}, "/totals/unknown"}},
        .verb = "screen"};
}

std::vector<Parameter> relocate_parameters() {
    std::vector<Parameter> parameters{
        layer("households", ParameterKind::list, "--households", {"Households", "搬迁户"},
              {"Households or villages with head counts: a point layer, or a table with coordinate columns.",
               "户或村，带人数：点图层，或带经纬度字段的表。"},
              false),
        layer("sites", ParameterKind::places, "--sites", {"Sites", "安置点"},
              {"Sites with their capacity, such as the result of the screening: points or polygons.",
               "带容量的安置点，例如筛查结果：点或面图层。"},
              false),
        {.id = "objective",
         .kind = ParameterKind::choice,
         .name = {"Aim", "目标"},
         .help = {"What to minimise.", "使何者最小。"},
         .initial = std::string{relocation::objectives.front().id},
         .choices = objective_choices(),
         .option = "--objective"},
        value("max_distance", ParameterKind::length, "--max-distance", {"Farthest move", "最远搬迁距离"},
              {"Nobody is placed farther away; empty for no limit.", "不安置到更远处；留空则不限。"}),
        value("within", ParameterKind::text, "--within", {"Stay within", "不出区域"},
              {"A column of both lists, such as county: those who move stay where its value is the same.",
               "两份名单共有的字段，例如 county：只在取值相同的范围内安置。"}),
        {.id = "together",
         .kind = ParameterKind::column,
         .name = {"Keep together", "整体安置"},
         .help = {"A column of the households, such as village: one value goes to one site.",
                  "搬迁户的字段，例如 village：取值相同者安置到同一处。"},
         .of = "households",
         .option = "--together"},
        datum("datum", "--datum", {"Datum of the households", "搬迁户的坐标基准"}),
        datum("sites_datum", "--sites-datum", {"Datum of the sites", "安置点的坐标基准"}),
        value("allow_unknown", ParameterKind::flag, "--allow-unknown",
              {"Also use sites whose screening is unknown", "筛查结果未知的安置点也可使用"},
              {"Sites that failed are never used.", "筛查不通过的从不使用。"}, true),
        value("matrix", ParameterKind::file, "--matrix", {"Cost matrix", "费用矩阵"},
              {"A CSV with origin_id (household), destination_id (site) and metres, instead of the straight "
               "line.",
               "CSV，列为 origin_id（户）、destination_id（安置点）、metres（米），代替直线距离。"},
              true)};
    for (Parameter& parameter : stop_parameters()) parameters.push_back(std::move(parameter));
    return parameters;
}

Analysis relocate() {
    return {
        .id = "relocate",
        .name = {"Relocation: who moves where", "搬迁安置：谁搬到哪里"},
        .summary =
            {"Places households at sites within their capacity in the best possible way, and says why the "
             "others could not be placed.",
             "在容量之内把搬迁户最优安置到各安置点；未能安置的说明原因。"},
        .parameters = relocate_parameters(),
        .layers = result_layers("relocate"),
        .numbers = {{"value", {"Objective", "目标值"}, "/value"},
                    {"bound", {"Bound", "界"}, "/bound"},
                    {"proof_gap", {"Gap to the bound", "与界的差距"}, "/gap"},
                    {"placed_people", {"People placed", "已安置人数"}, "/totals/placed_people"},
                    {"unplaced_people", {"People not placed", "未安置人数"}, "/totals/unplaced_people"},
                    {"opened", {"Sites opened", "启用安置点数"}, "/totals/opened"}},
        .verb = "relocate"};
}

}  // namespace

std::vector<Analysis> program_analyses() {
    return {locate(), screen(), relocate()};
}

}  // namespace yiquan::toolbox
