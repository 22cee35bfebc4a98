// SPDX-License-Identifier: MIT
#include "core/toolbox/map_layer.hpp"

#include <array>

namespace yiquan::toolbox {

std::span<const MapLayer> map_layers() {
    static constexpr std::array layers{
        MapLayer{"single_points", "facilities", R"("demand_only_here" > 0)", "Single points of failure",
                 "单点依赖（仅此一处服务）", false},
        MapLayer{"facilities", "facilities", "", "Facilities", "服务设施", true},
        MapLayer{"k_coverage", "demand", "", "k-coverage: facilities per place", "多重覆盖（覆盖设施数）",
                 false},
        MapLayer{"demand", "demand", "", "Demand, covered and not", "需求（是否覆盖）", false},
        MapLayer{"service_gaps", "service_gaps", "", "Service gaps", "空白区", true},
        MapLayer{"service_areas", "service_areas", "", "Service areas", "服务区", true},
        MapLayer{"covered_areas", "covered_areas", "", "Covered land", "已覆盖范围", false},
        MapLayer{"zones", "zones", "", "Zones, share covered", "统计单元（覆盖率）", true},
    };
    return layers;
}

}  // namespace yiquan::toolbox
