// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/map/map_place.hpp"

#include <qgsmapcanvas.h>
#include <qgsproject.h>

namespace yiquan::plugin {

QgsCoordinateReferenceSystem degrees() {
    return QgsCoordinateReferenceSystem::fromEpsgId(4326);
}

QgsCoordinateTransform to_degrees(const QgsMapCanvas& canvas) {
    return QgsCoordinateTransform(canvas.mapSettings().destinationCrs(), degrees(),
                                  QgsProject::instance()->transformContext());
}

std::optional<geo::LonLat> place_on_map(const QgsMapCanvas& canvas, const QgsPointXY& point) {
    try {
        const QgsPointXY found = to_degrees(canvas).transform(point);
        const geo::LonLat place{found.x(), found.y()};
        return geo::on_earth(place) ? std::optional{place} : std::nullopt;
    } catch (const QgsCsException&) {
        return std::nullopt;
    }
}

}  // namespace yiquan::plugin
