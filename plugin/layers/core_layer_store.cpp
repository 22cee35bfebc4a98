// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/core_layer_store.hpp"

#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>

#include <QCoreApplication>

#include <utility>

#include "core/base/error.hpp"
#include "plugin/language.hpp"
#include "plugin/layers/core_rows.hpp"

namespace yiquan::plugin {
namespace {

QString memory_source(features::GeometryType type) {
    switch (type) {
        case features::GeometryType::none:
            return QStringLiteral("NoGeometry");
        case features::GeometryType::point:
            return QStringLiteral("Point?crs=EPSG:4326");
        case features::GeometryType::lines:
            return QStringLiteral("LineString?crs=EPSG:4326");
        case features::GeometryType::polygons:
            return QStringLiteral("MultiPolygon?crs=EPSG:4326");
    }
    return {};
}

}  // namespace

std::unique_ptr<QgsVectorLayer> memory_layer(const features::LayerSchema& schema) {
    auto layer = std::make_unique<QgsVectorLayer>(
        memory_source(schema.geometry), say(schema.title_en, schema.title_zh), QStringLiteral("memory"));
    const QgsFields fields = fields_of(schema);
    layer->dataProvider()->addAttributes(fields.toList());
    layer->updateFields();
    return layer;
}

/// Hands rows to the layer in batches.
class CoreLayerStore::Sink final : public features::FeatureSink {
public:
    explicit Sink(QgsVectorLayer& layer) : layer_(layer) {}

    void write(std::span<const features::Value> values, const features::Geometry& geometry) override {
        constexpr int batch_size = 1 << 13;
        QgsFeature feature;
        feature.setAttributes(attributes_of(values));
        feature.setGeometry(geometry_of(geometry));
        batch_.push_back(feature);
        if (batch_.size() >= batch_size) finish();
    }

    void finish() {
        if (!layer_.dataProvider()->addFeatures(batch_, QgsFeatureSink::FastInsert)) {
            throw Error{ErrorKind::internal,
                        {"QGIS did not accept a row of the comparison's layers.",
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
