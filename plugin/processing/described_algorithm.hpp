// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsprocessingalgorithm.h>

#include <QStringList>

#include "core/toolbox/analysis.hpp"
#include "plugin/processing/sink_outputs.hpp"
#include "plugin/qgis_version.hpp"

namespace yiquan::plugin {

/// What every algorithm has from its row in the core's table of analyses: names, help, parameters, outputs.
class DescribedAlgorithm : public QgsProcessingAlgorithm {
public:
    /// \param analysis of `toolbox::analyses()`, which outlives every algorithm
    explicit DescribedAlgorithm(const toolbox::Analysis& analysis) : analysis_(analysis) {}

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] QString shortDescription() const override;
    [[nodiscard]] QString shortHelpString() const override;
    [[nodiscard]] QStringList tags() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QString svgIconPath() const override;

protected:
    void add_parameters();
    /// Sinks for the layers, the first of them asked for unless told otherwise, and a file for the figures.
    void add_layer_outputs();
    void add_numbers();

    /// The sink of a layer; none where the user does not want it.
    /// \throws QgsProcessingException
    [[nodiscard]] SinkOutputs::Opened open_sink(const toolbox::MapLayer& layer, const QgsFields& fields,
                                                qgis::WkbType wkb, const QVariantMap& parameters,
                                                QgsProcessingContext& context) const;
    /// Writes the figures where the user wants them and notes it in the results.
    void write_figures(const std::string& json, const QVariantMap& parameters, QgsProcessingContext& context,
                       QVariantMap& results) const;
    /// Notes a written layer in the results, and has it styled when it is loaded.
    static void note_layer(const SinkOutputs::Written& written, QgsProcessingContext& context,
                           QVariantMap& results);

    const toolbox::Analysis& analysis_;
};

/// Warns of faults of one kind in the data.
void push_finding(const features::FindingKindInfo& kind, std::uint64_t count,
                  QgsProcessingFeedback& feedback);

/// What QGIS calls the kind of a layer.
[[nodiscard]] qgis::SourceType source_type(const toolbox::MapLayer& layer);

/// The place as the user wrote it, for comparing it with files.
[[nodiscard]] QString written_destination(const QVariant& value, const QgsProcessingContext& context);

}  // namespace yiquan::plugin
