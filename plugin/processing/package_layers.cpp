// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/processing/package_layers.hpp"

#include <fmt/format.h>

#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsfeedback.h>
#include <qgsprocessingcontext.h>
#include <qgsvectorlayer.h>

#include <utility>

#include "core/base/error.hpp"
#include "plugin/language.hpp"
#include "plugin/processing/discard.hpp"

namespace yiquan::plugin {
namespace {

/// Without the column that numbers rows, which every file makes for itself.
QgsFields own_fields(const QgsVectorLayer& layer) {
    QgsFields fields = layer.fields();
    const int fid = fields.lookupField(QStringLiteral("fid"));
    if (fid >= 0) fields.remove(fid);
    return fields;
}

}  // namespace

PackageLayers::PackageLayers(QString package, QgsProcessingContext& context, Open open)
    : package_(std::move(package)), context_(context), open_(std::move(open)) {}

PackageLayers::~PackageLayers() {
    if (finished_) return;
    for (const SinkOutputs::Written& written : written_) discard(written.destination, context_);
}

bool PackageLayers::copy(const toolbox::MapLayer& layer, const QgsFeedback& feedback) {
    QgsVectorLayer::LayerOptions options;
    options.loadDefaultStyle = false;
    const QgsVectorLayer table(QStringLiteral("%1|layername=%2").arg(package_, text(layer.table)),
                               QStringLiteral("result"), QStringLiteral("ogr"), options);
    if (!table.isValid()) return false;
    const qgis::WkbType wkb = table.isSpatial() ? table.wkbType() : qgis::wkb_none;
    SinkOutputs::Opened opened = open_(layer, own_fields(table), wkb);
    if (opened.sink == nullptr) return true;
    written_.push_back({layer, opened.destination});
    fill(*opened.sink, table, opened.destination, feedback);
    return true;
}

void PackageLayers::fill(QgsFeatureSink& sink, const QgsVectorLayer& layer, const QString& destination,
                         const QgsFeedback& feedback) const {
    const auto refuse = [&] {
        const std::string where = destination.toStdString();
        const std::string why = sink.lastError().toStdString();
        throw Error{ErrorKind::output,
                    {fmt::format("The layer cannot be written to {}: {}", where, why),
                     fmt::format("图层无法写入 {}：{}", where, why)}};
    };
    const int fid = layer.fields().lookupField(QStringLiteral("fid"));
    QgsFeatureIterator rows = layer.getFeatures();
    QgsFeature row;
    while (rows.nextFeature(row)) {
        if (feedback.isCanceled()) {
            throw Error{ErrorKind::cancelled,
                        {"Cancelled; nothing was written.", "已取消，没有写出任何文件。"}};
        }
        QgsAttributes values = row.attributes();
        if (fid >= 0) values.remove(fid);
        row.setAttributes(values);
        if (!sink.addFeature(row, QgsFeatureSink::FastInsert)) refuse();
    }
    if (!sink.flushBuffer()) refuse();
}

std::vector<SinkOutputs::Written> PackageLayers::finish() {
    finished_ = true;
    return std::move(written_);
}

}  // namespace yiquan::plugin
