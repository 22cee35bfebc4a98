// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/processing/styled_result.hpp"

#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgslayertreelayer.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QDir>

#include <memory>

#include "core/io/audit/layers.hpp"
#include "core/toolbox/layer_schemas.hpp"
#include "core/toolbox/map_layer.hpp"
#include "plugin/language.hpp"
#include "plugin/layers/core_rows.hpp"
#include "plugin/layers/result_layers.hpp"
#include "plugin/processing/sink_outputs.hpp"
#include "plugin/qgis_version.hpp"

namespace yiquan::plugin {
namespace {

const QString rank_key = QStringLiteral("yiquan_rank");

QgsLayerTreeGroup& group_for(QgsProject& project, const ResultPlace& place) {
    for (QgsLayerTreeGroup* group : project.layerTreeRoot()->findGroups(true)) {
        if (result_folder(*group) == place.folder && group->name() == place.group) return *group;
    }
    return add_result_group(project, place.folder, place.group);
}

void put(QgsLayerTreeLayer& node, QgsLayerTreeGroup& group, const ResultPlace& place) {
    int position = 0;
    for (const QgsLayerTreeNode* other : group.children()) {
        if (other->customProperty(rank_key).toInt() < place.rank) ++position;
    }
    QgsLayerTreeLayer* moved = node.clone();
    moved->setCustomProperty(rank_key, place.rank);
    moved->setItemVisibilityChecked(place.visible);
    moved->setExpanded(false);
    group.insertChildNode(position, moved);
    if (auto* parent = qobject_cast<QgsLayerTreeGroup*>(node.parent())) parent->removeChildNode(&node);
}

void name_columns(QgsVectorLayer& layer, const features::LayerSchema& schema) {
    for (const features::LayerField& column : schema.fields) {
        const int index = layer.fields().lookupField(text(column.name));
        if (index >= 0) layer.setFieldAlias(index, say(column.alias_en, column.alias_zh));
    }
}

}  // namespace

void StyledResult::postProcessLayer(QgsMapLayer* layer, QgsProcessingContext& context,
                                    QgsProcessingFeedback* /*feedback*/) {
    auto* vector = qobject_cast<QgsVectorLayer*>(layer);
    if (vector == nullptr) return;
    const bool areas = !layer_.style_of_polygons.empty() && vector->geometryType() == qgis::geometry_polygon;
    apply_style(*vector, areas ? layer_.style_of_polygons : layer_.style);
    if (const features::LayerSchema* schema = toolbox::find_layer_schema(layer_.table))
        name_columns(*vector, *schema);
    if (place_.group.isEmpty() || context.project() == nullptr) return;
    QgsLayerTree* root = context.project()->layerTreeRoot();
    if (QgsLayerTreeLayer* node = root->findLayer(layer->id()))
        put(*node, group_for(*context.project(), place_), place_);
}

void load_audit_on_completion(const QString& folder, const QString& title, QgsProcessingContext& context) {
    if (context.project() == nullptr) return;
    const QString package = QDir(folder).filePath(QStringLiteral("audit.gpkg"));
    int rank = 0;
    for (const toolbox::MapLayer& row : toolbox::map_layers("audit")) {
        QString source = result_source(package, row);
        if (context.willLoadLayerOnCompletion(source)) {
            // One table shown twice needs a second name; that of its geometry changes nothing.
            const qgis::WkbType wkb = wkb_of(toolbox::layer_schema(row.table));
            source += QStringLiteral("|geometrytype=%1").arg(qgis::wkb_name(wkb));
        }
        QgsProcessingContext::LayerDetails details(say(row.en, row.zh), context.project(), QString(),
                                                   QgsProcessingUtils::LayerHint::Vector);
        details.forceName = true;
        auto styled = std::make_unique<StyledResult>(
            row, ResultPlace{title, folder, ++rank, row.on_map == toolbox::OnMap::shown});
        details.setPostProcessor(styled.release());  // the context owns it
        context.addLayerToLoadOnCompletion(source, details);
    }
}

}  // namespace yiquan::plugin
