// SPDX-License-Identifier: MIT
#include "core/toolbox/map_layer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/error.hpp"
#include "core/toolbox/layer_schemas.hpp"

namespace yiquan::toolbox {
namespace {

constexpr std::array shown_layers{
    MapLayer{"audit", "single_points", "facilities", R"("demand_only_here" > 0)", "Single points of failure",
             "单点依赖（仅此一处服务）", OnMap::hidden},
    MapLayer{"audit", "facilities", "facilities", "", "Facilities", "服务设施"},
    MapLayer{"audit", "k_coverage", "demand", "", "k-coverage: facilities per place",
             "多重覆盖（覆盖设施数）", OnMap::hidden},
    MapLayer{"audit", "demand", "demand", "", "Demand, covered and not", "需求（是否覆盖）", OnMap::hidden},
    MapLayer{"audit", "service_gaps", "service_gaps", "", "Service gaps", "空白区"},
    MapLayer{"audit", "service_areas", "service_areas", "", "Service areas", "服务区"},
    MapLayer{"audit", "covered_areas", "covered_areas", "", "Covered land", "已覆盖范围", OnMap::hidden},
    MapLayer{"audit", "zones", "zones", "", "Zones, share covered", "统计单元（覆盖率）"},
    MapLayer{"import", "stations", "stations", "", "Stations", "站点"},
    MapLayer{"compare", "changes", "changes", "", "Who gained and who lost", "新获与失去覆盖"},
    MapLayer{"compare", "zone_changes", "zone_changes", "", "Change per zone", "各单元变化"},
    MapLayer{"locate", "siting_sites", "siting_sites", "", "Proposed sites", "选址方案站点"},
    MapLayer{"locate", "siting_demand", "siting_demand", "", "Demand and its site", "需求及其站点",
             OnMap::hidden},
    MapLayer{"locate", "siting_areas", "siting_areas", "", "Service areas of the sites", "方案服务圈"},
    MapLayer{"locate", "siting_curve", "siting_curve", "", "Curve of gains", "增益曲线", OnMap::never},
    MapLayer{"screen", "screened_sites", "screened_sites", "", "Screened candidates", "候选地筛查结果",
             OnMap::shown, "screened_sites_polygons"},
    MapLayer{"relocate", "relocation_sites", "relocation_sites", "", "Sites and their load", "安置点负荷"},
    MapLayer{"relocate", "relocation_households", "relocation_households", "", "Households", "搬迁户"},
    MapLayer{"relocate", "relocation_lines", "relocation_lines", "", "Who moves where", "安置去向"},
    MapLayer{"", "findings", "findings", "", "Findings in the data", "数据问题", OnMap::never},
};

}  // namespace

std::span<const MapLayer> map_layers() {
    return shown_layers;
}

std::span<const MapLayer> map_layers(std::string_view verb) {
    const auto is_of_verb = [&](const MapLayer& row) { return row.verb == verb; };
    const auto* first = std::ranges::find_if(shown_layers, is_of_verb);
    const auto* last = std::find_if_not(first, shown_layers.end(), is_of_verb);
    return {first, last};
}

const MapLayer& map_layer(std::string_view style) {
    const auto* row = std::ranges::find(shown_layers, style, &MapLayer::style);
    if (row != shown_layers.end()) return *row;
    throw Error{ErrorKind::internal,
                {fmt::format("No layer has the style \"{}\".", style),
                 fmt::format("没有使用样式“{}”的图层。", style)}};
}

features::GeometryType geometry_of(const MapLayer& layer) {
    const features::LayerSchema* schema = find_layer_schema(layer.table);
    return schema == nullptr ? features::GeometryType::none : schema->geometry;
}

}  // namespace yiquan::toolbox
