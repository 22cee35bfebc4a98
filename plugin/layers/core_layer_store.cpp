// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/core_layer_store.hpp"

#include <qgscoordinatereferencesystem.h>
#include <qgslinestring.h>
#include <qgsmultipolygon.h>
#include <qgspoint.h>
#include <qgspolygon.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>

#include <QCoreApplication>

#include <utility>
#include <variant>

#include "core/base/error.hpp"
#include "plugin/language.hpp"
#include "plugin/qgis_version.hpp"

namespace yiquan::plugin {
namespace {

std::unique_ptr<QgsLineString> line_of(const geo::Ring& ring) {
    const auto size = static_cast<int>(ring.size());
    QVector<double> x(size);
    QVector<double> y(size);
    for (int i = 0; i < size; ++i) {
        x[i] = ring[static_cast<std::size_t>(i)].lon;
        y[i] = ring[static_cast<std::size_t>(i)].lat;
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

QString memory_source(features::GeometryType type) {
    switch (type) {
        case features::GeometryType::none:
            return QStringLiteral("NoGeometry");
        case features::GeometryType::point:
            return QStringLiteral("Point?crs=EPSG:4326");
        case features::GeometryType::polygons:
            return QStringLiteral("MultiPolygon?crs=EPSG:4326");
    }
    return {};
}

}  // namespace

QgsGeometry geometry_of(const features::Geometry& geometry) {
    if (const auto* place = std::get_if<geo::LonLat>(&geometry)) {
        return QgsGeometry(std::make_unique<QgsPoint>(place->lon, place->lat));
    }
    if (const auto* polygons = std::get_if<geo::MultiPolygon>(&geometry)) return polygons_of(*polygons);
    return {};
}

std::unique_ptr<QgsVectorLayer> memory_layer(const features::LayerSchema& schema) {
    auto layer = std::make_unique<QgsVectorLayer>(
        memory_source(schema.geometry), say(schema.title_en, schema.title_zh), QStringLiteral("memory"));
    QList<QgsField> fields;
    for (const features::LayerField& field : schema.fields) {
        fields.push_back(qgis::field(text(field.name), kind_of(field.type)));
    }
    layer->dataProvider()->addAttributes(fields);
    layer->updateFields();
    return layer;
}

/// Hands rows to the layer in batches.
class CoreLayerStore::Sink final : public features::FeatureSink {
public:
    explicit Sink(QgsVectorLayer& layer) : layer_(layer) {}

    void write(std::span<const features::Value> values, const features::Geometry& geometry) override {
        constexpr int batch_size = 1 << 13;
        QgsAttributes attributes;
        attributes.reserve(static_cast<int>(values.size()));
        for (const features::Value& value : values) attributes.push_back(variant_of(value));
        QgsFeature feature;
        feature.setAttributes(attributes);
        feature.setGeometry(geometry_of(geometry));
        batch_.push_back(feature);
        if (batch_.size() >= batch_size) finish();
    }

    void finish() {
        if (!layer_.dataProvider()->addFeatures(batch_, QgsFeatureSink::FastInsert)) {
            throw Error{ErrorKind::internal,
                        {"QGIS does not take a row of the comparison's layers.",
                         "QGIS 不接受对比图层中的一行数据。"}};
        }
        batch_.clear();
    }

private:
    QgsVectorLayer& layer_;
    QgsFeatureList batch_;
};

CoreLayerStore::CoreLayerStore() = default;
CoreLayerStore::~CoreLayerStore() = default;

features::FeatureSink& CoreLayerStore::create_layer(const features::LayerSchema& schema) {
    if (sink_) sink_->finish();
    layers_.push_back({schema.id, memory_layer(schema)});
    sink_ = std::make_unique<Sink>(*layers_.back().layer);
    return *sink_;
}

void CoreLayerStore::hand_over() {
    if (sink_) sink_->finish();
    sink_.reset();
    for (Layer& row : layers_) {
        row.layer->updateExtents();
        row.layer->moveToThread(QCoreApplication::instance()->thread());
    }
}

std::vector<CoreLayerStore::Layer> CoreLayerStore::take() {
    return std::exchange(layers_, {});
}

}  // namespace yiquan::plugin
