// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/audit/job.hpp"
#include "plugin/layers/layer_source.hpp"

class QgsMapLayer;

namespace yiquan::plugin {

/// The inputs of a run as QGIS layers, and audits as folders. Filled on the main thread, read on any.
class LayerInputs final : public io::AuditInputs {
public:
    /// A vector layer, or a raster that GDAL reads.
    /// \throws Error{input} for a layer whose source was lost, or of another kind
    void add_layer(std::string_view role, const QgsMapLayer& layer);
    /// A source that Processing prepared, such as the selected features of a layer.
    void add_snapshot(std::string_view role, LayerSnapshot snapshot, QString path);
    void add_audit(std::string_view role, const QString& folder);

    std::unique_ptr<features::FeatureSource> table(std::string_view role) override;
    std::unique_ptr<demand::RasterSource> raster(std::string_view role) override;
    [[nodiscard]] bool has(std::string_view role) const override;
    features::InputRecord record(std::string_view role) override;
    audit::StoredAudit stored_audit(std::string_view role) override;
    std::vector<intake::KnownPlace> known_places() override;

private:
    struct Input {
        LayerSnapshot layer;
        std::string path;    ///< of the layer's source, without passwords
        std::string file;    ///< where it is one; empty else
        std::string raster;  ///< what GDAL opens; empty for tables
        std::string audit;
    };

    [[nodiscard]] const Input& input(std::string_view role) const;

    std::map<std::string, Input, std::less<>> inputs_;
};

/// The file behind a layer; empty for databases and memory layers.
[[nodiscard]] QString file_of(const QgsMapLayer& layer);

}  // namespace yiquan::plugin
