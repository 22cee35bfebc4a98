// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/layer_source.hpp"

#include <fmt/format.h>

#include <qgsabstractgeometry.h>
#include <qgscoordinatereferencesystem.h>
#include <qgscurve.h>
#include <qgscurvepolygon.h>
#include <qgsgeometry.h>
#include <qgsgeometrycollection.h>
#include <qgslinestring.h>
#include <qgspoint.h>
#include <qgspolygon.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerfeatureiterator.h>

#include "core/base/error.hpp"

namespace yiquan::plugin {
namespace {

features::FieldType type_of(const QgsField& field) {
    switch (field.type()) {
        case QVariant::Int:
        case QVariant::UInt:
        case QVariant::LongLong:
        case QVariant::ULongLong:
        case QVariant::Bool:
            return features::FieldType::integer;
        case QVariant::Double:
            return features::FieldType::real;
        default:
            return features::FieldType::text;
    }
}

features::RawRing ring_of(const QgsCurve* curve) {
    features::RawRing ring;
    if (curve == nullptr) return ring;
    const std::unique_ptr<QgsLineString> line{curve->curveToLine()};
    ring.reserve(static_cast<std::size_t>(line->numPoints()));
    for (int i = 0; i < line->numPoints(); ++i) ring.push_back({line->xAt(i), line->yAt(i)});
    return ring;
}

void add_polygons(const QgsAbstractGeometry& geometry, features::RawPolygons& out) {
    if (const auto* polygon = dynamic_cast<const QgsCurvePolygon*>(&geometry)) {
        if (polygon->isEmpty()) return;
        features::RawPolygon& rings = out.emplace_back();
        rings.push_back(ring_of(polygon->exteriorRing()));
        for (int i = 0; i < polygon->numInteriorRings(); ++i)
            rings.push_back(ring_of(polygon->interiorRing(i)));
    } else if (const auto* parts = dynamic_cast<const QgsGeometryCollection*>(&geometry)) {
        for (int i = 0; i < parts->numGeometries(); ++i) add_polygons(*parts->geometryN(i), out);
    }
}

}  // namespace

LayerSnapshot snapshot(const QgsVectorLayer& layer) {
    if (!layer.isValid()) {
        const std::string name = layer.name().toStdString();
        throw Error{
            ErrorKind::input,
            {fmt::format("The layer \"{}\" cannot be read: its source was moved or lost. Repair its "
                         "data source, or choose another layer.",
                         name),
             fmt::format("图层“{}”无法读取：数据源已移动或丢失。请修复数据源，或选择其他图层。", name)}};
    }
    LayerSnapshot out;
    out.name = layer.name();
    out.fields = layer.fields();
    const QgsCoordinateReferenceSystem crs = layer.crs();
    if (crs.isValid()) {
        out.crs =
            crs.authid().isEmpty() ? crs.toWkt(QgsCoordinateReferenceSystem::WKT_PREFERRED) : crs.authid();
    }
    out.spatial = layer.isSpatial();
    out.count = layer.featureCount();
    const auto source = std::make_shared<QgsVectorLayerFeatureSource>(&layer);
    out.features = [source] { return source->getFeatures(QgsFeatureRequest{}); };
    return out;
}

LayerSource::LayerSource(LayerSnapshot layer)
    : layer_(std::move(layer)),
      name_(layer_.name.toStdString()),
      crs_(layer_.crs.toStdString()),
      iterator_(layer_.features()) {
    for (const QgsField& field : layer_.fields)
        fields_.push_back({field.name().toStdString(), type_of(field)});
    if (layer_.count >= 0) size_ = static_cast<std::uint64_t>(layer_.count);
}

bool LayerSource::next() {
    if (iterator_.nextFeature(feature_)) {
        read_any_ = true;
        return true;
    }
    // An iterator over a layer in edit mode becomes valid only with its first row.
    if (!read_any_ && !iterator_.isValid() && size_.value_or(1) > 0) {
        throw Error{
            ErrorKind::input,
            {fmt::format("The layer \"{}\" cannot be read; check that its file or database is there.", name_),
             fmt::format("图层“{}”无法读取，请检查其文件或数据库是否仍在。", name_)}};
    }
    return false;
}

std::uint64_t LayerSource::row() const {
    return static_cast<std::uint64_t>(feature_.id());
}

features::Value LayerSource::value(std::size_t field) const {
    const QVariant value = feature_.attribute(static_cast<int>(field));
    if (!value.isValid() || value.isNull()) return {};
    switch (value.type()) {
        case QVariant::Bool:
        case QVariant::Int:
        case QVariant::UInt:
        case QVariant::LongLong:
        case QVariant::ULongLong:
            return static_cast<std::int64_t>(value.toLongLong());
        case QVariant::Double:
            return value.toDouble();
        default:
            return value.toString().toStdString();
    }
}

features::RawGeometry LayerSource::geometry() const {
    const QgsAbstractGeometry* geometry = feature_.geometry().constGet();
    if (geometry == nullptr || geometry->isEmpty()) return {};
    if (const auto* point = dynamic_cast<const QgsPoint*>(geometry)) {
        return geo::RawPosition{point->x(), point->y()};
    }
    features::RawPolygons polygons;
    add_polygons(*geometry, polygons);
    if (!polygons.empty()) return polygons;
    if (const auto* parts = dynamic_cast<const QgsGeometryCollection*>(geometry)) {
        if (const auto* point = dynamic_cast<const QgsPoint*>(parts->geometryN(0));
            point && parts->numGeometries() == 1) {
            return geo::RawPosition{point->x(), point->y()};
        }
    }
    return {};
}

}  // namespace yiquan::plugin
