// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/map/memory_group.hpp"

#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgslayertreelayer.h>
#include <qgsproject.h>

#include <QStringList>

namespace yiquan::plugin {
namespace {

QString mark_of(MemoryGroup kind) {
    switch (kind) {
        case MemoryGroup::what_if:
            return QStringLiteral("yiquan_what_if");
        case MemoryGroup::comparison:
            return QStringLiteral("yiquan_comparison");
    }
    return {};
}

}  // namespace

QgsLayerTreeGroup& add_memory_group(QgsProject& project, MemoryGroup kind, const QString& title) {
    QgsLayerTree* root = project.layerTreeRoot();
    int row = 0;
    if (kind == MemoryGroup::comparison && !root->children().isEmpty()) {
        const QgsLayerTreeNode* top = root->children().front();
        if (top->customProperty(mark_of(MemoryGroup::what_if)).isValid()) row = 1;
    }
    QgsLayerTreeGroup* group = root->insertGroup(row, title);
    group->setCustomProperty(mark_of(kind), title);
    return *group;
}

void remove_memory_groups(QgsProject& project, MemoryGroup kind, const QString& title) {
    for (QgsLayerTreeGroup* group : project.layerTreeRoot()->findGroups(true)) {
        const QVariant mark = group->customProperty(mark_of(kind));
        if (!mark.isValid() || (!title.isEmpty() && mark.toString() != title)) continue;
        QStringList layers;
        for (const QgsLayerTreeLayer* node : group->findLayers()) {
            const QgsMapLayer* layer = node->layer();
            if (layer != nullptr && layer->providerType() == QLatin1String("memory")) {
                layers.push_back(node->layerId());
            }
        }
        project.removeMapLayers(layers);
        if (!group->findLayers().isEmpty()) continue;
        if (auto* parent = qobject_cast<QgsLayerTreeGroup*>(group->parent())) parent->removeChildNode(group);
    }
}

}  // namespace yiquan::plugin
