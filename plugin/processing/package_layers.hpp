// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsfields.h>

#include <QString>

#include <functional>
#include <vector>

#include "plugin/processing/sink_outputs.hpp"
#include "plugin/qgis_version.hpp"

class QgsFeedback;
class QgsVectorLayer;
class QgsProcessingContext;

namespace yiquan::plugin {

/// The layers of a GeoPackage that the program wrote, copied into sinks of Processing. Unless `finish` was
/// called, whatever was written goes again.
class PackageLayers {
public:
    using Open = std::function<SinkOutputs::Opened(const toolbox::MapLayer& layer, const QgsFields& fields,
                                                   qgis::WkbType wkb)>;

    /// \param open is asked for each layer that is in the package, on the thread of the run
    PackageLayers(QString package, QgsProcessingContext& context, Open open);
    ~PackageLayers();
    PackageLayers(const PackageLayers&) = delete;
    PackageLayers& operator=(const PackageLayers&) = delete;

    /// \return false where the package has no such layer
    /// \throws Error{output} where rows cannot be stored, Error{cancelled}
    bool copy(const toolbox::MapLayer& layer, const QgsFeedback& feedback);
    /// Called once, when all are copied.
    [[nodiscard]] std::vector<SinkOutputs::Written> finish();

private:
    void fill(QgsFeatureSink& sink, const QgsVectorLayer& layer, const QString& destination,
              const QgsFeedback& feedback) const;

    QString package_;
    QgsProcessingContext& context_;
    Open open_;
    std::vector<SinkOutputs::Written> written_;
    bool finished_ = false;
};

}  // namespace yiquan::plugin
