// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// The one place that knows how QGIS releases differ. Everything else in plugin/ uses the names below.

#include <qgis.h>
#include <qgsfield.h>
#include <qgsprocessing.h>
#include <qgsunittypes.h>
#include <qgswkbtypes.h>

#include <QMetaType>
#include <QVariant>

namespace yiquan::plugin::qgis {

#if _QGIS_VERSION_INT >= 33000
using WkbType = Qgis::WkbType;
inline constexpr WkbType wkb_point = Qgis::WkbType::Point;
inline constexpr WkbType wkb_line = Qgis::WkbType::LineString;
inline constexpr WkbType wkb_multi_polygon = Qgis::WkbType::MultiPolygon;
inline constexpr WkbType wkb_none = Qgis::WkbType::NoGeometry;
inline constexpr auto geometry_point = Qgis::GeometryType::Point;
inline constexpr auto geometry_polygon = Qgis::GeometryType::Polygon;
inline constexpr auto unit_metres = Qgis::DistanceUnit::Meters;
#else
using WkbType = QgsWkbTypes::Type;
inline constexpr WkbType wkb_point = QgsWkbTypes::Point;
inline constexpr WkbType wkb_line = QgsWkbTypes::LineString;
inline constexpr WkbType wkb_multi_polygon = QgsWkbTypes::MultiPolygon;
inline constexpr WkbType wkb_none = QgsWkbTypes::NoGeometry;
inline constexpr auto geometry_point = QgsWkbTypes::PointGeometry;
inline constexpr auto geometry_polygon = QgsWkbTypes::PolygonGeometry;
inline constexpr auto unit_metres = QgsUnitTypes::DistanceMeters;
#endif

#if _QGIS_VERSION_INT >= 33600
using SourceType = Qgis::ProcessingSourceType;
inline constexpr auto source_point = Qgis::ProcessingSourceType::VectorPoint;
inline constexpr auto source_line = Qgis::ProcessingSourceType::VectorLine;
inline constexpr auto source_polygon = Qgis::ProcessingSourceType::VectorPolygon;
inline constexpr auto source_vector = Qgis::ProcessingSourceType::Vector;
inline constexpr auto source_raster = Qgis::ProcessingSourceType::Raster;
#else
using SourceType = QgsProcessing::SourceType;
inline constexpr auto source_point = QgsProcessing::TypeVectorPoint;
inline constexpr auto source_line = QgsProcessing::TypeVectorLine;
inline constexpr auto source_polygon = QgsProcessing::TypeVectorPolygon;
inline constexpr auto source_vector = QgsProcessing::TypeVector;
inline constexpr auto source_raster = QgsProcessing::TypeRaster;
#endif

/// "Point", "MultiPolygon"; QGIS keeps this one name through all releases.
[[nodiscard]] inline QString wkb_name(WkbType type) {
    return QgsWkbTypes::displayString(type);
}

/// A field of text, whole numbers or numbers.
enum class FieldKind { text, integer, real };
[[nodiscard]] inline QgsField field(const QString& name, FieldKind kind) {
#if _QGIS_VERSION_INT >= 33800
    switch (kind) {
        case FieldKind::text:
            return QgsField(name, QMetaType::Type::QString);
        case FieldKind::integer:
            return QgsField(name, QMetaType::Type::LongLong);
        case FieldKind::real:
            return QgsField(name, QMetaType::Type::Double);
    }
#else
    switch (kind) {
        case FieldKind::text:
            return QgsField(name, QVariant::String);
        case FieldKind::integer:
            return QgsField(name, QVariant::LongLong);
        case FieldKind::real:
            return QgsField(name, QVariant::Double);
    }
#endif
    return {};
}

}  // namespace yiquan::plugin::qgis
