// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/layer_copy.hpp"

#include <fmt/format.h>

#include <qgsfeedback.h>
#include <qgsproviderregistry.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorfilewriter.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerfeatureiterator.h>

#include <memory>

#include "core/base/error.hpp"
#include "plugin/layers/layer_inputs.hpp"

namespace yiquan::plugin {
namespace {

[[noreturn]] void cannot_write(const QString& path, const QString& why) {
    const std::string file = path.toStdString();
    throw Error{ErrorKind::output,
                {fmt::format("A copy of the layer cannot be written to {}: {}", file, why.toStdString()),
                 fmt::format("图层副本无法写入 {}：{}", file, why.toStdString())}};
}

/// Names that no list has, or a column "fid" or "geom" would be taken for these.
const QString id_name = QStringLiteral("yiquan_fid");

QgsVectorFileWriter::SaveVectorOptions package_options() {
    QgsVectorFileWriter::SaveVectorOptions options;
    options.driverName = QStringLiteral("GPKG");
    options.layerOptions =
        QStringList{QStringLiteral("FID=") + id_name, QStringLiteral("GEOMETRY_NAME=yiquan_geom"),
                    QStringLiteral("SPATIAL_INDEX=NO")};
    return options;
}

bool shows_its_file(const QgsVectorLayer& layer) {
    const QgsVectorDataProvider* provider = layer.dataProvider();
    if (layer.providerType() != QLatin1String("ogr") || provider == nullptr) return false;
    if (layer.isModified() || !layer.subsetString().isEmpty()) return false;
    if (layer.isSpatial() && layer.crs() != provider->crs()) return false;
    const QgsFields fields = layer.fields();
    for (int i = 0; i < fields.size(); ++i) {
        if (fields.fieldOrigin(i) != QgsFields::OriginProvider) return false;  // joined or computed
    }
    return true;
}

}  // namespace

LayerCopy::LayerCopy(const QgsVectorLayer& layer, QgsFeatureRequest part,
                     QgsCoordinateTransformContext transforms)
    : name_(layer.name()),
      fields_(layer.fields()),
      wkb_(layer.isSpatial() ? layer.wkbType() : qgis::wkb_none),
      part_(std::move(part)),
      transforms_(std::move(transforms)) {
    if (layer.isSpatial() && !layer.crs().isValid()) {
        const std::string name = layer.name().toStdString();
        throw Error{
            ErrorKind::input,
            {fmt::format("The layer \"{}\" has no coordinate reference system; set one in its properties.",
                         name),
             fmt::format("图层“{}”没有坐标参照系；请在图层属性中设置。", name)}};
    }
    if (layer.isSpatial())
        part_.setDestinationCrs(QgsCoordinateReferenceSystem::fromEpsgId(4326), transforms_);
    const auto source = std::make_shared<QgsVectorLayerFeatureSource>(&layer);
    features_ = [source](const QgsFeatureRequest& request) { return source->getFeatures(request); };
}

void LayerCopy::rename(const QMap<QString, QString>& names) {
    QStringList taken;
    for (const QString& name : names) taken << name;
    QgsFields renamed;
    for (QgsField field : fields_) {
        const auto found = names.find(field.name());
        if (found != names.end()) {
            field.setName(*found);
        } else if (taken.contains(field.name(), Qt::CaseInsensitive)) {  // as databases compare
            field.setName(QStringLiteral("other_") + field.name());
        }
        renamed.append(field);
    }
    fields_ = renamed;
}

void LayerCopy::save(const QString& path, const QgsFeedback& feedback) const {
    QgsFields fields;
    fields.append(qgis::field(id_name, qgis::FieldKind::integer));  // taken for the id, and no column
    for (const QgsField& field : fields_) fields.append(field);
    const std::unique_ptr<QgsVectorFileWriter> writer{QgsVectorFileWriter::create(
        path, fields, wkb_, QgsCoordinateReferenceSystem::fromEpsgId(4326), transforms_, package_options())};
    if (writer->hasError() != QgsVectorFileWriter::NoError) cannot_write(path, writer->errorMessage());
    QgsFeatureIterator rows = features_(part_);
    QgsFeature row;
    while (rows.nextFeature(row)) {
        if (feedback.isCanceled()) {
            throw Error{ErrorKind::cancelled,
                        {"Cancelled; nothing was written.", "已取消，没有写出任何文件。"}};
        }
        QgsAttributes values = row.attributes();
        values.prepend(QVariant::fromValue(static_cast<qlonglong>(row.id())));
        row.setAttributes(values);
        if (!writer->addFeature(row, QgsFeatureSink::FastInsert)) cannot_write(path, writer->errorMessage());
    }
    if (!writer->flushBuffer()) cannot_write(path, writer->errorMessage());
}

QString readable_source(const QgsVectorLayer& layer) {
    if (!shows_its_file(layer)) return {};
    const QVariantMap parts =
        QgsProviderRegistry::instance()->decodeUri(layer.providerType(), layer.source());
    const QString path = file_of(layer);
    if (path.isEmpty()) return {};
    const QString table = parts.value(QStringLiteral("layerName")).toString();
    QString readable = table.isEmpty() ? path : QStringLiteral("%1|layername=%2").arg(path, table);
    // Anything else in the source changes what is read: a number of a layer, a kind of geometry, an option.
    return readable == layer.source() ? readable : QString();
}

}  // namespace yiquan::plugin
