// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/layer_inputs.hpp"

#include <fmt/format.h>

#include <qgsmaplayer.h>
#include <qgsproviderregistry.h>
#include <qgsrasterlayer.h>
#include <qgsvectorlayer.h>

#include <QFileInfo>
#include <QVariantMap>

#include "core/base/error.hpp"
#include "core/io/audit/file_job.hpp"
#include "core/io/audit/reader.hpp"
#include "core/io/files/sha256.hpp"
#include "core/io/tables/raster.hpp"

namespace yiquan::plugin {

QString file_of(const QgsMapLayer& layer) {
    const QVariantMap parts =
        QgsProviderRegistry::instance()->decodeUri(layer.providerType(), layer.source());
    const QString path = parts.value(QStringLiteral("path")).toString();
    return QFileInfo(path).isFile() ? path : QString{};
}

void LayerInputs::add_layer(std::string_view role, const QgsMapLayer& layer) {
    Input input;
    input.path = layer.publicSource().toStdString();
    input.file = file_of(layer).toStdString();
    const std::string name = layer.name().toStdString();
    if (const auto* vector = qobject_cast<const QgsVectorLayer*>(&layer)) {
        input.layer = snapshot(*vector);
    } else if (qobject_cast<const QgsRasterLayer*>(&layer) != nullptr) {
        if (!layer.isValid() || layer.providerType() != QLatin1String("gdal")) {
            throw Error{
                ErrorKind::input,
                {fmt::format("The raster \"{}\" cannot be read as a file; choose a GeoTIFF or another "
                             "file.",
                             name),
                 fmt::format("栅格“{}”不能作为文件读取，请选择 GeoTIFF 等文件。", name)}};
        }
        input.raster = layer.source().toStdString();
    } else {
        throw Error{
            ErrorKind::input,
            {fmt::format("\"{}\" is neither a vector layer nor a raster; choose another layer.", name),
             fmt::format("“{}”既不是矢量图层也不是栅格，请选择其他图层。", name)}};
    }
    inputs_[std::string{role}] = std::move(input);
}

void LayerInputs::add_snapshot(std::string_view role, LayerSnapshot snapshot, QString path) {
    Input input;
    input.layer = std::move(snapshot);
    input.path = path.toStdString();
    inputs_[std::string{role}] = std::move(input);
}

void LayerInputs::add_audit(std::string_view role, const QString& folder) {
    Input input;
    input.audit = folder.toStdString();
    input.path = input.audit;
    inputs_[std::string{role}] = std::move(input);
}

const LayerInputs::Input& LayerInputs::input(std::string_view role) const {
    const auto found = inputs_.find(role);
    if (found != inputs_.end()) return found->second;
    const std::string_view zh = role == "facilities" ? "站点"
                                : role == "demand"   ? "需求"
                                : role == "zones"    ? "统计单元"
                                                     : role;
    const std::string_view en = role == "facilities" ? "stations" : role;
    throw Error{ErrorKind::usage,
                {fmt::format("No layer was chosen for the {}; choose one on the page Data.", en),
                 fmt::format("没有选择{}图层，请在“数据”页选择。", zh)}};
}

std::unique_ptr<features::FeatureSource> LayerInputs::table(std::string_view role) {
    return std::make_unique<LayerSource>(input(role).layer);
}

std::unique_ptr<demand::RasterSource> LayerInputs::raster(std::string_view role) {
    const std::string& raster = input(role).raster;
    return raster.empty() ? nullptr : io::open_raster(raster);
}

bool LayerInputs::has(std::string_view role) const {
    return inputs_.find(role) != inputs_.end();
}

features::InputRecord LayerInputs::record(std::string_view role) {
    const Input& from = input(role);
    return {.role = std::string{role},
            .path = from.path,
            .sha256 = from.file.empty() ? std::string{} : io::sha256_of(from.file),
            .rows = 0};
}

audit::StoredAudit LayerInputs::stored_audit(std::string_view role) {
    Progress quiet;
    return io::read_audit(input(role).audit, quiet);
}

std::vector<intake::KnownPlace> LayerInputs::known_places() {
    return io::shipped_places();
}

}  // namespace yiquan::plugin
