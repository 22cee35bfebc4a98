// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsexpression.h>
#include <qgsexpressioncontext.h>
#include <qgsfeaturesink.h>
#include <qgsfields.h>

#include <QString>

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/toolbox/analysis.hpp"
#include "plugin/qgis_version.hpp"

class QgsProcessingContext;

namespace yiquan::plugin {

/// Name of the output of a layer; outputs and inputs share names in the core, so all begin alike.
[[nodiscard]] QString output_name(const toolbox::MapLayer& layer);

/// The layers of a run as sinks of Processing. What the user did not ask for is dropped. Unless `finish` was
/// called, whatever was written goes again.
class SinkOutputs final : public io::AuditOutputs {
public:
    struct Opened {
        std::unique_ptr<QgsFeatureSink> sink;  ///< none where the user does not want the layer
        QString destination;
    };
    using Open = std::function<Opened(const toolbox::MapLayer& layer, const features::LayerSchema& schema)>;

    struct Written {
        toolbox::MapLayer layer;
        QString destination;
    };

    /// \param open is asked once for every layer, on the thread of the run
    SinkOutputs(std::span<const toolbox::MapLayer> layers, QgsProcessingContext& context, Open open);
    ~SinkOutputs() override;

    features::FeatureSink& create_layer(const features::LayerSchema& schema) override;
    /// Called once, when the run is over.
    /// \throws Error{output} where rows could not be stored
    [[nodiscard]] std::vector<Written> finish();

private:
    class Table;

    std::span<const toolbox::MapLayer> layers_;
    QgsProcessingContext& context_;
    Open open_;
    std::vector<std::unique_ptr<Table>> tables_;
    bool finished_ = false;
};

}  // namespace yiquan::plugin
