// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsprocessingparameters.h>

#include <QString>
#include <QVariantMap>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/io/files/input_files.hpp"
#include "core/toolbox/analysis.hpp"
#include "plugin/layers/layer_inputs.hpp"

class QgsProcessingAlgorithm;
class QgsProcessingContext;

namespace yiquan::plugin {

/// The name of a parameter or output in QGIS: its id in capitals, as scripts there expect.
[[nodiscard]] QString toolbox_name(std::string_view id);

/// A parameter of the core as QGIS shows it, with its help.
[[nodiscard]] std::unique_ptr<QgsProcessingParameterDefinition> definition_of(
    const toolbox::Parameter& parameter);

/// The help of a parameter, ids of choices included. Never empty.
[[nodiscard]] QString help_of(const toolbox::Parameter& parameter);

/// What the user gave to an algorithm, expressions evaluated.
class GivenValues final : public toolbox::ParameterValues {
public:
    /// \param algorithm whose parameters are those of the analysis
    GivenValues(const toolbox::Analysis& analysis, const QgsProcessingAlgorithm& algorithm,
                const QVariantMap& parameters, const QgsProcessingContext& context);

    [[nodiscard]] std::string text(std::string_view id) const override;
    [[nodiscard]] bool flag(std::string_view id) const override;
    [[nodiscard]] std::optional<double> number(std::string_view id) const override;

private:
    std::map<std::string, std::string, std::less<>> texts_;
    std::map<std::string, bool, std::less<>> flags_;
    std::map<std::string, double, std::less<>> numbers_;
};

/// The layers and audits that the user gave.
struct GivenInputs {
    LayerInputs layers;
    io::InputFiles files;  ///< that they are read from, which no output may replace
};

/// Takes the layers and folders that the user gave. To be called on the thread of the layers.
/// \throws Error{input} for a layer that is missing, lost, or of another kind than the parameter wants
[[nodiscard]] GivenInputs given_inputs(const toolbox::Analysis& analysis,
                                       const QgsProcessingAlgorithm& algorithm, const QVariantMap& parameters,
                                       QgsProcessingContext& context);

}  // namespace yiquan::plugin
