// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/relocation_result.hpp"

#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QDir>

#include <vector>

#include "plugin/layers/result_layers.hpp"
#include "plugin/qgis_version.hpp"

namespace yiquan::plugin {
namespace {

const QString screening_package = QStringLiteral("screening.gpkg");

}  // namespace

QString screened_sites(const QString& folder) {
    return QDir(folder).filePath(screening_package) + QStringLiteral("|layername=screened_sites");
}

void add_screening_layers(QgsProject& project, const QString& folder, const QString& title) {
    const QgsVectorLayer candidates(screened_sites(folder), QString(), QStringLiteral("ogr"));
    std::vector<toolbox::MapLayer> rows;
    for (toolbox::MapLayer row : toolbox::map_layers("screen")) {
        if (candidates.geometryType() == qgis::geometry_polygon) row.style = row.style_of_polygons;
        rows.push_back(row);
    }
    add_package_layers(project, folder, screening_package, rows, title);
}

void add_relocation_layers(QgsProject& project, const QString& folder, const QString& title) {
    add_package_layers(project, folder, QStringLiteral("relocation.gpkg"), toolbox::map_layers("relocate"),
                       title);
}

}  // namespace yiquan::plugin
