// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "core/toolbox/analysis.hpp"
#include "plugin/processing/analysis_parameters.hpp"
#include "plugin/processing/described_algorithm.hpp"
#include "plugin/processing/program_inputs.hpp"

namespace yiquan::plugin {

/// One row of the core's table of analyses that the program `yiquan` runs. It takes the layers on the main
/// thread, runs the program from any thread, and hands its layers and figures over.
class ProgramAlgorithm final : public DescribedAlgorithm {
public:
    /// \param analysis of `toolbox::analyses()`, with a verb; it outlives every algorithm
    explicit ProgramAlgorithm(const toolbox::Analysis& analysis) : DescribedAlgorithm(analysis) {}

    bool checkParameterValues(const QVariantMap& parameters, QgsProcessingContext& context,
                              QString* message) const override;

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
        ProgramInputs inputs;
    };

    [[nodiscard]] Request request(const QVariantMap& parameters, QgsProcessingContext& context) const;
    [[nodiscard]] QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                                  QgsProcessingFeedback& feedback);

    std::optional<Request> request_;  // from preparing to running
};

}  // namespace yiquan::plugin
