// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/core_rows.hpp"

#include <qgslinestring.h>
#include <qgsmultipolygon.h>
#include <qgspoint.h>
#include <qgspolygon.h>

#include <memory>
#include <variant>

#include "plugin/language.hpp"

namespace yiquan::plugin {
namespace {

std::unique_ptr<QgsLineString> line_of(std::span<const geo::LonLat> points) {
    const auto size = static_cast<int>(points.size());
    QVector<double> x(size);
    QVector<double> y(size);
    for (int i = 0; i < size; ++i) {
        x[i] = points[static_cast<std::size_t>(i)].lon;
        y[i] = points[static_cast<std::size_t>(i)].lat;
    }
    return std::make_unique<QgsLineString>(x, y);
}

QgsGeometry polygons_of(const geo::MultiPolygon& polygons) {
    auto parts = std::make_unique<QgsMultiPolygon>();
    for (const geo::Polygon& polygon : polygons.parts) {
        auto part = std::make_unique<QgsPolygon>();
        for (std::size_t r = 0; r < polygon.rings.size(); ++r) {
            if (r == 0) {
                part->setExteriorRing(line_of(polygon.rings[r]).release());
            } else {
                part->addInteriorRing(line_of(polygon.rings[r]).release());
            }
        }
        parts->addGeometry(part.release());
    }
    return QgsGeometry(std::move(parts));
}

QVariant variant_of(const features::Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return QVariant::fromValue(static_cast<qlonglong>(*number));
    }
    if (const auto* real = std::get_if<double>(&value)) return *real;
    if (const auto* words = std::get_if<std::string>(&value)) return text(*words);
    return {};
}

qgis::FieldKind kind_of(features::FieldType type) {
    switch (type) {
        case features::FieldType::text:
            return qgis::FieldKind::text;
        case features::FieldType::integer:
            return qgis::FieldKind::integer;
        case features::FieldType::real:
            return qgis::FieldKind::real;
    }
    return qgis::FieldKind::text;
}

}  // namespace

QgsGeometry geometry_of(const features::Geometry& geometry) {
    if (const auto* place = std::get_if<geo::LonLat>(&geometry)) {
        return QgsGeometry(std::make_unique<QgsPoint>(place->lon, place->lat));
    }
    if (const auto* line = std::get_if<geo::LineString>(&geometry)) return QgsGeometry(line_of(line->points));
    if (const auto* polygons = std::get_if<geo::MultiPolygon>(&geometry)) return polygons_of(*polygons);
    return {};
}

QgsAttributes attributes_of(std::span<const features::Value> values) {
    QgsAttributes attributes;
    attributes.reserve(static_cast<int>(values.size()));
    for (const features::Value& value : values) attributes.push_back(variant_of(value));
    return attributes;
}

QgsFields fields_of(const features::LayerSchema& schema) {
    QgsFields fields;
    for (const features::LayerField& column : schema.fields) {
        const qgis::FieldKind kind = kind_of(column.type);
        QgsField field = qgis::field(text(column.name), kind);
        field.setAlias(say(column.alias_en, column.alias_zh));
        fields.append(field);
    }
    return fields;
}

qgis::WkbType wkb_of(const features::LayerSchema& schema) {
    switch (schema.geometry) {
        case features::GeometryType::none:
            break;
        case features::GeometryType::point:
            return qgis::wkb_point;
        case features::GeometryType::lines:
            return qgis::wkb_line;
        case features::GeometryType::polygons:
            return qgis::wkb_multi_polygon;
    }
    return qgis::wkb_none;
}

}  // namespace yiquan::plugin
