// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/siting_result.hpp"

#include <array>

#include "plugin/layers/result_layers.hpp"

namespace yiquan::plugin {
namespace {

constexpr std::array plan_layers{
    toolbox::MapLayer{"siting_sites", "siting_sites", "", "Proposed sites", "选址方案站点", true},
    toolbox::MapLayer{"siting_demand", "siting_demand", "", "Demand and its site", "需求及其站点", false},
    toolbox::MapLayer{"siting_areas", "siting_areas", "", "Service areas of the sites", "方案服务圈", true},
};

}  // namespace

void add_siting_layers(QgsProject& project, const QString& folder, const QString& title) {
    add_package_layers(project, folder, QStringLiteral("plan.gpkg"), plan_layers, title);
}

}  // namespace yiquan::plugin
