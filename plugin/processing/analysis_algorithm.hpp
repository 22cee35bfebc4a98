// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "core/io/files/input_files.hpp"
#include "core/toolbox/analysis.hpp"
#include "plugin/layers/layer_inputs.hpp"
#include "plugin/processing/analysis_parameters.hpp"
#include "plugin/processing/described_algorithm.hpp"
#include "plugin/processing/sink_outputs.hpp"

namespace yiquan::plugin {

/// One row of the core's table of analyses as an algorithm of QGIS. It computes nothing itself: it takes the
/// layers on the main thread, runs the row on any thread, and hands over what it makes.
class AnalysisAlgorithm final : public DescribedAlgorithm {
public:
    /// \param analysis of `toolbox::analyses()`, without a verb; it outlives every algorithm
    explicit AnalysisAlgorithm(const toolbox::Analysis& analysis) : DescribedAlgorithm(analysis) {}

    bool checkParameterValues(const QVariantMap& parameters, QgsProcessingContext& context,
                              QString* message) const override;
    VectorProperties sinkProperties(const QString& sink, const QVariantMap& parameters,
                                    QgsProcessingContext& context,
                                    const QMap<QString, VectorProperties>& sources) const override;

protected:
    [[nodiscard]] QgsProcessingAlgorithm* createInstance() const override;
    void initAlgorithm(const QVariantMap& configuration) override;
    bool prepareAlgorithm(const QVariantMap& parameters, QgsProcessingContext& context,
                          QgsProcessingFeedback* feedback) override;
    QVariantMap processAlgorithm(const QVariantMap& parameters, QgsProcessingContext& context,
                                 QgsProcessingFeedback* feedback) override;

private:
    /// What a run takes from the user, checked.
    struct Request {
        GivenValues values;
        LayerInputs inputs;
        io::InputFiles files;  ///< behind the layers
    };
    /// What every run needs.
    struct Session {
        const QVariantMap& parameters;
        QgsProcessingContext& context;
        Progress& progress;
        features::FindingList& findings;
    };

    void add_folder_outputs();
    [[nodiscard]] Request request(const QVariantMap& parameters, QgsProcessingContext& context) const;
    void check_values(const GivenValues& values) const;
    void check_destinations(const QVariantMap& parameters, const QgsProcessingContext& context,
                            const io::InputFiles& files) const;
    [[nodiscard]] toolbox::AnalysisFigures run_into(io::AuditOutputs& outputs, Session& session);
    [[nodiscard]] QVariantMap run_into_folder(Session& session);
    [[nodiscard]] QVariantMap run_into_sinks(Session& session);

    std::optional<Request> request_;  // from preparing to running
};

}  // namespace yiquan::plugin
