// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/result_layers.hpp"

#include <fmt/format.h>

#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgslayertreelayer.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QDomDocument>
#include <QFileInfo>

#include <memory>

#include "core/base/embedded_file.hpp"
#include "core/base/error.hpp"
#include "plugin/language.hpp"

namespace yiquan::plugin {
namespace {

const QString folder_key = QStringLiteral("yiquan_folder");

}  // namespace

bool apply_style(QgsVectorLayer& layer, std::string_view style) {
    const std::string name = fmt::format("{}.qml", style);
    for (const EmbeddedFile& file : embedded_styles()) {
        if (file.name != name) continue;
        QDomDocument document;
        if (!document.setContent(text(file.text))) return false;
        QString message;
        return layer.importNamedStyle(document, message);
    }
    return false;
}

void hide_results(QgsProject& project) {
    for (QgsLayerTreeGroup* group : project.layerTreeRoot()->findGroups(true)) {
        if (result_folder(*group).isEmpty()) continue;
        group->setExpanded(false);
        group->setItemVisibilityChecked(false);
    }
}

QgsLayerTreeGroup& add_result_group(QgsProject& project, const QString& folder, const QString& title) {
    hide_results(project);
    QgsLayerTreeGroup* group = project.layerTreeRoot()->insertGroup(0, title);
    group->setCustomProperty(folder_key, folder);
    return *group;
}

QString result_folder(const QgsLayerTreeGroup& group) {
    return group.customProperty(folder_key).toString();
}

QString result_source(const QString& package, const toolbox::MapLayer& row) {
    const QString table = QStringLiteral("%1|layername=%2").arg(package, text(row.table));
    return row.filter.empty() ? table : table + QStringLiteral("|subset=%1").arg(text(row.filter));
}

void add_package_layers(QgsProject& project, const QString& folder, const QString& package,
                        std::span<const toolbox::MapLayer> rows, const QString& title) {
    QgsLayerTreeGroup* group = nullptr;
    for (const toolbox::MapLayer& row : rows) {
        if (row.on_map == toolbox::OnMap::never) continue;
        auto layer = std::make_unique<QgsVectorLayer>(result_source(QDir(folder).filePath(package), row),
                                                      say(row.en, row.zh), QStringLiteral("ogr"));
        if (!layer->isValid()) continue;
        apply_style(*layer, row.style);
        layer->setReadOnly(true);
        QgsMapLayer* added = project.addMapLayer(layer.release(), false);
        if (added == nullptr) continue;
        if (group == nullptr) group = &add_result_group(project, folder, title);
        QgsLayerTreeLayer* node = group->addLayer(added);
        node->setItemVisibilityChecked(row.on_map == toolbox::OnMap::shown);
        node->setExpanded(false);
    }
}

void add_result_layers(QgsProject& project, const QString& folder, const QString& title) {
    const QString package = QStringLiteral("audit.gpkg");
    if (!QFileInfo::exists(QDir(folder).filePath(package))) {
        const std::string path = folder.toStdString();
        throw Error{ErrorKind::input,
                    {fmt::format("There is no audit.gpkg in {}; run the audit again.", path),
                     fmt::format("{} 中没有 audit.gpkg，请重新运行审计。", path)}};
    }
    add_package_layers(project, folder, package, toolbox::map_layers("audit"), title);
}

}  // namespace yiquan::plugin
