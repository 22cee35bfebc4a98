// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/siting_result.hpp"

#include <qgslayertreegroup.h>
#include <qgslayertreelayer.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QDir>

#include <array>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "plugin/language.hpp"
#include "plugin/layers/result_layers.hpp"

namespace yiquan::plugin {
namespace {

/// One layer of a plan; its style has the same id.
struct PlanLayer {
    std::string_view id;
    std::string_view title_en;
    std::string_view title_zh;
    bool visible;
};

constexpr std::array plan_layers{
    PlanLayer{"siting_sites", "Proposed sites", "选址方案站点", true},
    PlanLayer{"siting_demand", "Demand and its site", "需求及其站点", false},
    PlanLayer{"siting_areas", "Service areas of the sites", "方案服务圈", true},
};

}  // namespace

void add_siting_layers(QgsProject& project, const QString& folder, const QString& title) {
    const QString package = QDir(folder).filePath(QStringLiteral("plan.gpkg"));
    std::vector<std::pair<const PlanLayer*, std::unique_ptr<QgsVectorLayer>>> found;
    for (const PlanLayer& row : plan_layers) {
        auto layer =
            std::make_unique<QgsVectorLayer>(QStringLiteral("%1|layername=%2").arg(package, text(row.id)),
                                             say(row.title_en, row.title_zh), QStringLiteral("ogr"));
        if (layer->isValid()) found.emplace_back(&row, std::move(layer));
    }
    if (found.empty()) return;
    QgsLayerTreeGroup& group = add_result_group(project, folder, title);
    for (auto& [row, layer] : found) {
        apply_style(*layer, row->id);
        layer->setReadOnly(true);
        QgsMapLayer* added = project.addMapLayer(layer.release(), false);
        if (added == nullptr) continue;
        QgsLayerTreeLayer* node = group.addLayer(added);
        node->setItemVisibilityChecked(row->visible);
        node->setExpanded(false);
    }
}

}  // namespace yiquan::plugin
