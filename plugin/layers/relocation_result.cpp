// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/relocation_result.hpp"

#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QDir>

#include <array>

#include "plugin/layers/result_layers.hpp"
#include "plugin/qgis_version.hpp"

namespace yiquan::plugin {
namespace {

const QString screening_package = QStringLiteral("screening.gpkg");
constexpr audit::MapLayer screened_points{"screened_sites",      "screened_sites", "",
                                          "Screened candidates", "候选地筛查结果", true};
constexpr audit::MapLayer screened_polygons{"screened_areas",      "screened_sites", "",
                                            "Screened candidates", "候选地筛查结果", true};
constexpr std::array relocation_layers{
    audit::MapLayer{"relocation_sites", "relocation_sites", "", "Sites and their load", "安置点负荷", true},
    audit::MapLayer{"relocation_households", "relocation_households", "", "Households", "搬迁户", true},
    audit::MapLayer{"relocation_lines", "relocation_lines", "", "Who moves where", "安置去向", true},
};

}  // namespace

QString screened_sites(const QString& folder) {
    return result_source(QDir(folder).filePath(screening_package), screened_points);
}

void add_screening_layers(QgsProject& project, const QString& folder, const QString& title) {
    const QgsVectorLayer candidates(screened_sites(folder), QString(), QStringLiteral("ogr"));
    const bool areas = candidates.geometryType() == qgis::geometry_polygon;
    const std::array rows{areas ? screened_polygons : screened_points};
    add_package_layers(project, folder, screening_package, rows, title);
}

void add_relocation_layers(QgsProject& project, const QString& folder, const QString& title) {
    add_package_layers(project, folder, QStringLiteral("relocation.gpkg"), relocation_layers, title);
}

}  // namespace yiquan::plugin
