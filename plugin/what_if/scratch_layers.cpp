// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/what_if/scratch_layers.hpp"

#include <qgsfeaturesink.h>
#include <qgslayertreegroup.h>
#include <qgslayertreelayer.h>
#include <qgsproject.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>

#include <QTimer>

#include <utility>

#include "core/coverage/service_area.hpp"
#include "core/features/feature_sink.hpp"
#include "core/geo/circle.hpp"
#include "plugin/language.hpp"
#include "plugin/layers/core_layer_store.hpp"
#include "plugin/layers/core_rows.hpp"
#include "plugin/layers/result_layers.hpp"
#include "plugin/map/memory_group.hpp"

namespace yiquan::plugin {
namespace {

using features::FieldType;

const features::LayerSchema& points_schema() {
    static const features::LayerSchema schema{"what_if",
                                              "Stations (what-if)",
                                              "站点（假设）",
                                              features::GeometryType::point,
                                              {{"number", FieldType::integer, "Number", "序号"},
                                               {"id", FieldType::text, "Id", "编号"},
                                               {"name", FieldType::text, "Name", "名称"},
                                               {"state", FieldType::text, "State", "状态"},
                                               {"served", FieldType::real, "People served", "服务人口"}}};
    return schema;
}

const features::LayerSchema& circles_schema() {
    static const features::LayerSchema schema{
        "what_if_circles",
        "Circles (what-if)",
        "服务圈（假设）",
        features::GeometryType::polygons,
        {{"number", FieldType::integer, "Number", "序号"}, {"state", FieldType::text, "State", "状态"}}};
    return schema;
}

QgsAttributes point_row(const DrawnStation& station) {
    return QgsAttributes() << static_cast<qlonglong>(station.number) << station.id << station.name
                           << text(state_id(station.state)) << station.served;
}

QgsAttributes circle_row(const DrawnStation& station) {
    return QgsAttributes() << static_cast<qlonglong>(station.number) << text(state_id(station.state));
}

QgsGeometry point_of(const DrawnStation& station) {
    return station.place ? geometry_of(*station.place) : QgsGeometry();
}

QgsGeometry circle_of(const DrawnStation& station, Metres radius) {
    if (!station.place) return {};
    return geometry_of(coverage::drawn_circle(geo::GeodesicCircle(*station.place, radius)));
}

QgsFeature feature(const QgsAttributes& attributes, const QgsGeometry& geometry) {
    QgsFeature feature;
    feature.setAttributes(attributes);
    feature.setGeometry(geometry);
    return feature;
}

void add(ScratchFeatures& features, const DrawnStation& station, Metres radius) {
    features.points.push_back(feature(point_row(station), point_of(station)));
    features.circles.push_back(feature(circle_row(station), circle_of(station, radius)));
    features.numbers.push_back(station.number);
}

QgsAttributeMap as_map(const QgsAttributes& row) {
    QgsAttributeMap map;
    for (int i = 0; i < row.size(); ++i) map.insert(i, row.at(i));
    return map;
}

/// Adds features and remembers their ids by station.
void append(QgsVectorLayer& layer, QgsFeatureList features, const QList<quint32>& numbers,
            QHash<quint32, QgsFeatureId>& ids) {
    layer.dataProvider()->addFeatures(features);
    for (int i = 0; i < numbers.size(); ++i) ids.insert(numbers.at(i), features.at(i).id());
}

}  // namespace

ScratchFeatures draw_stations(const QList<DrawnStation>& stations, Metres radius, Progress& progress) {
    ScratchFeatures features;
    for (const DrawnStation& station : stations) {
        progress.check();
        add(features, station, radius);
    }
    return features;
}

ScratchLayers::ScratchLayers(QgsProject& project) : project_(project) {}

ScratchLayers::~ScratchLayers() {
    remove();
}

void ScratchLayers::show(ScratchFeatures features, Metres radius) {
    remove();
    ++generation_;
    radius_ = radius;
    point_ids_.clear();
    circle_ids_.clear();
    auto points = memory_layer(points_schema());
    auto circles = memory_layer(circles_schema());
    append(*points, std::move(features.points), features.numbers, point_ids_);
    append(*circles, std::move(features.circles), features.numbers, circle_ids_);

    QgsLayerTreeGroup& group = add_memory_group(project_, MemoryGroup::what_if, tr("What-if"));
    for (auto* layer : {&points, &circles}) {
        (*layer)->updateExtents();
        (*layer)->setCustomProperty(QStringLiteral("skipMemoryLayersCheck"), 1);  // nothing is lost with them
        apply_style(**layer, layer == &points ? "what_if" : "what_if_circles");
        (*layer)->setReadOnly(true);
        (layer == &points ? points_ : circles_) = layer->get();
        watch(**layer);
        group.addLayer(project_.addMapLayer(layer->release(), false))->setExpanded(false);
    }
}

void ScratchLayers::watch(QgsVectorLayer& layer) {
    connect(&layer, &QgsMapLayer::willBeDeleted, this, [this] {
        if (removing_) return;
        removing_ = true;  // the other layer says nothing new
        QTimer::singleShot(0, this, [this, generation = generation_] {
            if (generation != generation_) return;  // new ones were made meanwhile
            remove();
            emit lost();
        });
    });
}

void ScratchLayers::update(const QList<DrawnStation>& stations) {
    if (!shown() || removing_) return;
    QgsChangedAttributesMap point_rows;
    QgsChangedAttributesMap circle_rows;
    QgsGeometryMap points;
    QgsGeometryMap circles;
    ScratchFeatures fresh;
    QgsFeatureIds gone_points;
    QgsFeatureIds gone_circles;
    for (const DrawnStation& station : stations) {
        const bool known = point_ids_.contains(station.number);
        if (station.state == StationState::absent) {
            if (!known) continue;
            gone_points.insert(point_ids_.take(station.number));
            gone_circles.insert(circle_ids_.take(station.number));
        } else if (known) {
            const QgsFeatureId point = point_ids_.value(station.number);
            const QgsFeatureId circle = circle_ids_.value(station.number);
            point_rows.insert(point, as_map(point_row(station)));
            circle_rows.insert(circle, as_map(circle_row(station)));
            points.insert(point, point_of(station));
            circles.insert(circle, circle_of(station, radius_));
        } else {
            add(fresh, station, radius_);
        }
    }
    points_->dataProvider()->changeFeatures(point_rows, points);
    circles_->dataProvider()->changeFeatures(circle_rows, circles);
    points_->dataProvider()->deleteFeatures(gone_points);
    circles_->dataProvider()->deleteFeatures(gone_circles);
    if (!fresh.numbers.isEmpty()) {
        append(*points_, std::move(fresh.points), fresh.numbers, point_ids_);
        append(*circles_, std::move(fresh.circles), fresh.numbers, circle_ids_);
    }
    for (QgsVectorLayer* layer : {points_.data(), circles_.data()}) {
        layer->updateExtents();
        layer->triggerRepaint();
    }
}

void ScratchLayers::remove() {
    removing_ = true;
    remove_leftovers(project_);
    points_.clear();
    circles_.clear();
    removing_ = false;
}

void ScratchLayers::remove_leftovers(QgsProject& project) {
    remove_memory_groups(project, MemoryGroup::what_if);
}

}  // namespace yiquan::plugin
