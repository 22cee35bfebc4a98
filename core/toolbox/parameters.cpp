// SPDX-License-Identifier: MIT
#include "core/toolbox/parameters.hpp"

#include <fmt/format.h>

#include <array>

#include "core/base/error.hpp"
#include "core/geo/datum.hpp"

namespace yiquan::toolbox {
namespace {

constexpr std::string_view own_radius = "own";

Parameter input(std::string_view id, ParameterKind kind, Message name, Message help, bool optional = false) {
    return {.id = id, .kind = kind, .name = std::move(name), .help = std::move(help), .optional = optional};
}

Parameter column(std::string_view id, std::string_view of, Message name) {
    return {.id = id,
            .kind = ParameterKind::column,
            .name = std::move(name),
            .help = {"Left empty, the column is found by its name.", "留空则按字段名自动识别。"},
            .advanced = true,
            .of = of};
}

std::vector<Choice> standard_choices() {
    std::vector<Choice> choices{{std::string{own_radius}, {"Own radius", "自定半径"}}};
    for (const audit::Standard& standard : audit::shipped_standards()) {
        if (!standard.travel) choices.push_back({standard.id, standard.name});
    }
    return choices;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts;
    constexpr std::array<std::string_view, 6> separators{",", ";", "，", "；", "、", "\n"};
    while (!text.empty()) {
        std::size_t end = text.size();
        std::size_t width = 0;
        for (const std::string_view separator : separators) {
            const std::size_t at = text.find(separator);
            if (at < end) {
                end = at;
                width = separator.size();
            }
        }
        const std::string_view part = features::trimmed(text.substr(0, end));
        if (!part.empty()) parts.emplace_back(part);
        text.remove_prefix(end + width);
    }
    return parts;
}

geo::Datum datum_of(const ParameterValues& values, std::string_view id) {
    const std::string name = values.text(id);
    return name.empty() ? geo::Datum::wgs84 : geo::datum_from(name);
}

intake::DemandOptions demand_options(const ParameterValues& values) {
    intake::DemandOptions options;
    options.columns.weight = values.text("demand_weight");
    options.columns.id = values.text("demand_id");
    options.columns.name = values.text("demand_name");
    options.columns.longitude = values.text("demand_lon");
    options.columns.latitude = values.text("demand_lat");
    options.coordinates.datum = datum_of(values, "demand_datum");
    return options;
}

coverage::FacilityFilter filter_of(const ParameterValues& values) {
    coverage::FacilityFilter filter;
    filter.open_24h = values.flag("open_24h");
    if (const std::string time = values.text("open_at"); !time.empty()) {
        filter.open_at = coverage::parse_week_time(time, "open_at");
    }
    filter.amenities = split(values.text("amenities"));
    filter.kinds = split(values.text("kinds"));
    return filter;
}

}  // namespace

std::vector<Choice> datum_choices() {
    std::vector<Choice> choices;
    for (const geo::DatumInfo& row : geo::datums)
        choices.push_back({std::string{row.id}, {std::string{row.en}, std::string{row.zh}}});
    return choices;
}

Parameter datum_parameter(std::string_view id, Message name) {
    return {.id = id,
            .kind = ParameterKind::choice,
            .name = std::move(name),
            .help = {"What the degrees refer to. AMap and Tencent lists are GCJ-02, Baidu lists BD-09.",
                     "经纬度所依据的基准。高德、腾讯名单为 GCJ-02，百度名单为 BD-09。"},
            .initial = std::string{geo::datums.front().id},
            .choices = datum_choices()};
}

std::vector<Parameter> facility_parameters() {
    return {input("facilities", ParameterKind::list, {"Stations", "站点"},
                  {"Stations, job points or sites: a point layer, or a table with coordinate columns.",
                   "驿站、就业服务点或安置点：点图层，或带经纬度字段的表。"}),
            datum_parameter("facilities_datum", {"Datum of the stations", "站点坐标基准"}),
            column("facilities_name", "facilities", {"Column of names", "名称字段"}),
            column("facilities_id", "facilities", {"Column of ids", "编号字段"}),
            column("facilities_kind", "facilities", {"Column of kinds", "类型字段"}),
            column("facilities_county", "facilities", {"Column of counties", "区县字段"}),
            column("facilities_hours", "facilities", {"Column of opening hours", "开放时间字段"}),
            column("facilities_amenities", "facilities", {"Column of amenities", "配套设施字段"}),
            column("facilities_honours", "facilities", {"Column of honours", "荣誉字段"}),
            column("facilities_lon", "facilities", {"Column of longitudes", "经度字段"}),
            column("facilities_lat", "facilities", {"Column of latitudes", "纬度字段"}),
            {.id = "keep_duplicates",
             .kind = ParameterKind::flag,
             .name = {"Keep stations that are listed twice", "保留重复登记的站点"},
             .help = {},
             .advanced = true}};
}

std::vector<Parameter> demand_parameters() {
    return {input("demand", ParameterKind::demand, {"Demand", "需求"},
                  {"People, couriers or households: a point layer, or a population raster.",
                   "人口、骑手或家庭：点图层，或人口栅格。"}),
            column("demand_weight", "demand", {"Column of people", "人数字段"}),
            datum_parameter("demand_datum", {"Datum of the demand", "需求坐标基准"}),
            column("demand_id", "demand", {"Column of ids", "编号字段"}),
            column("demand_name", "demand", {"Column of names", "名称字段"}),
            column("demand_lon", "demand", {"Column of longitudes", "经度字段"}),
            column("demand_lat", "demand", {"Column of latitudes", "纬度字段"})};
}

std::vector<Parameter> zone_parameters(bool optional) {
    return {input("zones", ParameterKind::polygons, {"Zones", "统计单元"},
                  {"Polygons that figures are reported for, such as counties.",
                   "用于汇总数字的面图层，例如区县。"},
                  optional),
            column("zones_code", "zones", {"Column of codes", "代码字段"}),
            column("zones_name", "zones", {"Column of names", "名称字段"}),
            column("zones_parent", "zones", {"Column of the parent unit", "上级单元字段"}),
            column("zones_note", "zones", {"Column of notes", "备注字段"}),
            {.id = "notice",
             .kind = ParameterKind::text,
             .name = {"Notice on the borders", "界线声明"},
             .help = {"Repeated in every output, such as the quality of the borders or an approval number.",
                      "写入每个结果，例如界线的质量或审图号。"},
             .advanced = true}};
}

std::vector<Parameter> standard_parameters() {
    return {{.id = "standard",
             .kind = ParameterKind::choice,
             .name = {"Standard", "服务标准"},
             .help = {"A shipped standard with its sources, or your own radius.",
                      "自带标准（附来源），或自定半径。"},
             .initial = std::string{own_radius},
             .choices = standard_choices()},
            {.id = "radius",
             .kind = ParameterKind::length,
             .name = {"Own radius", "自定半径"},
             .help = {"Straight-line distance on the ellipsoid; for \"own radius\" and for standards "
                      "that leave it to you.",
                      "椭球面直线距离；用于“自定半径”以及没有规定半径的标准。"}},
            {.id = "bands",
             .kind = ParameterKind::text,
             .name = {"Further radii", "更多半径"},
             .help = {"Lengths with units, separated by commas: 500 m, 1 km.",
                      "带单位的长度，用逗号隔开：500 m，1 km。"},
             .advanced = true},
            {.id = "target_share",
             .kind = ParameterKind::share,
             .name = {"Target share covered", "覆盖率目标"},
             .help = {"0 to 1, such as 0.85; empty for no target.", "0 到 1，例如 0.85；留空则不设目标。"}}};
}

std::vector<Parameter> filter_parameters() {
    return {{.id = "open_24h",
             .kind = ParameterKind::flag,
             .name = {"Only stations open round the clock", "仅 24 小时开放的站点"},
             .help = {"A station whose opening hours are unknown does not count as open.",
                      "没有填写开放时间的站点不算开放。"}},
            {.id = "open_at",
             .kind = ParameterKind::text,
             .name = {"Only stations open at", "仅此时开放的站点"},
             .help = {"A time such as 02:00 or Sa 23:30.", "时刻，例如 02:00 或 周六 23:30。"}},
            {.id = "amenities",
             .kind = ParameterKind::text,
             .name = {"Only stations with these amenities", "仅有这些配套的站点"},
             .help = {"Separated by commas; all of them are required.", "用逗号隔开，须全部具备。"}},
            {.id = "kinds",
             .kind = ParameterKind::text,
             .name = {"Only stations of these kinds", "仅这些类型的站点"},
             .help = {"Separated by commas; one of them is enough.", "用逗号隔开，满足其一即可。"},
             .advanced = true}};
}

intake::FacilityOptions facility_options(const ParameterValues& values) {
    intake::FacilityOptions options;
    intake::ColumnNames& columns = options.columns;
    columns.name = values.text("facilities_name");
    columns.id = values.text("facilities_id");
    columns.kind = values.text("facilities_kind");
    columns.county = values.text("facilities_county");
    columns.opening_hours = values.text("facilities_hours");
    columns.amenities = values.text("facilities_amenities");
    columns.honours = values.text("facilities_honours");
    columns.longitude = values.text("facilities_lon");
    columns.latitude = values.text("facilities_lat");
    options.coordinates.datum = datum_of(values, "facilities_datum");
    options.keep_duplicates = values.flag("keep_duplicates");
    return options;
}

intake::ZoneOptions zone_options(const ParameterValues& values) {
    intake::ZoneOptions options;
    options.code = values.text("zones_code");
    options.name = values.text("zones_name");
    options.parent = values.text("zones_parent");
    options.note = values.text("zones_note");
    return options;
}

audit::Standard standard_of(const ParameterValues& values) {
    std::vector<Metres> radii;
    if (const auto radius = values.number("radius")) {
        if (!(*radius > 0.0)) {
            throw Error{ErrorKind::usage,
                        {fmt::format("The radius {} m must be above zero.", *radius),
                         fmt::format("半径 {} 米应大于零。", *radius)}};
        }
        radii.emplace_back(*radius);
    }
    for (const std::string& text : split(values.text("bands"))) radii.push_back(parse_length(text, "bands"));
    const std::string preset = values.text("standard");
    if (preset.empty() || preset == own_radius) {
        if (radii.empty()) {
            throw Error{ErrorKind::usage,
                        {"There is no radius; choose a standard or give your own radius.",
                         "没有半径；请选择服务标准，或填写自定半径。"}};
        }
        return audit::custom_standard(radii);
    }
    audit::Standard standard = audit::shipped_standard(preset);
    if (standard.bands.empty() && !standard.travel && !radii.empty()) {
        standard.bands = audit::custom_standard(radii).bands;
    }  // else the standard's own limit holds
    return standard;
}

audit::RunFile run_of(const ParameterValues& values) {
    audit::RunFile run;
    run.params.title = values.text("title");
    run.params.standard = standard_of(values);
    run.params.filter = filter_of(values);
    run.params.target_share = values.number("target_share");
    if (run.params.target_share && !(*run.params.target_share > 0.0 && *run.params.target_share <= 1.0)) {
        throw Error{
            ErrorKind::usage,
            {fmt::format("The target share {} must be above 0 and at most 1.", *run.params.target_share),
             fmt::format("覆盖率目标 {} 应大于 0 且不超过 1。", *run.params.target_share)}};
    }
    run.params.notice = values.text("notice");
    run.facilities = facility_options(values);
    run.demand = demand_options(values);
    run.zones = zone_options(values);
    run.params.check();
    return run;
}

}  // namespace yiquan::toolbox
