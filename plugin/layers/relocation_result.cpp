// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/relocation_result.hpp"

#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QDir>

#include <vector>

#include "core/toolbox/analysis.hpp"
#include "plugin/layers/result_layers.hpp"
#include "plugin/qgis_version.hpp"

namespace yiquan::plugin {
namespace {

const QString screening_package = QStringLiteral("screening.gpkg");

/// The layers that an analysis leaves, as the toolbox calls and draws them.
/// \param areas whether candidates are polygons
std::vector<toolbox::MapLayer> result_rows(std::string_view analysis, bool areas) {
    std::vector<toolbox::MapLayer> rows;
    for (const toolbox::AnalysisLayer& layer : toolbox::analysis(analysis).layers) {
        if (layer.layer == "findings") continue;  // nothing of the result
        const bool of_polygons = areas && !layer.style_of_polygons.empty();
        rows.push_back({of_polygons ? layer.style_of_polygons : layer.style, layer.layer, "", layer.title.en,
                        layer.title.zh, true});
    }
    return rows;
}

}  // namespace

QString screened_sites(const QString& folder) {
    return QDir(folder).filePath(screening_package) + QStringLiteral("|layername=screened_sites");
}

void add_screening_layers(QgsProject& project, const QString& folder, const QString& title) {
    const QgsVectorLayer candidates(screened_sites(folder), QString(), QStringLiteral("ogr"));
    const bool areas = candidates.geometryType() == qgis::geometry_polygon;
    add_package_layers(project, folder, screening_package, result_rows("screen", areas), title);
}

void add_relocation_layers(QgsProject& project, const QString& folder, const QString& title) {
    add_package_layers(project, folder, QStringLiteral("relocation.gpkg"), result_rows("relocate", false),
                       title);
}

}  // namespace yiquan::plugin
