// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsfeaturerequest.h>

#include <QString>
#include <QVariantMap>

#include <optional>

#include "core/toolbox/analysis.hpp"

class QgsMapLayer;
class QgsProcessingContext;
class QgsProcessingParameterDefinition;

namespace yiquan::plugin {

/// A layer that the user chose for a parameter, and the part of it.
struct GivenLayer {
    QgsMapLayer* layer = nullptr;
    bool only_selected = false;
    long long limit = -1;

    [[nodiscard]] bool whole() const { return !only_selected && limit < 0; }
    /// The features of the part, in the order of their ids where only some are selected.
    [[nodiscard]] QgsFeatureRequest request() const;
    [[nodiscard]] long long count() const;
    /// Where it comes from, as a record may show it; of a part, that it is one, so that nobody takes it for
    /// the whole file.
    [[nodiscard]] QString source() const;
};

/// \return none where nothing was chosen and nothing has to be
/// \throws Error{input} for a layer that is missing, lost, or of another kind than the parameter wants
[[nodiscard]] std::optional<GivenLayer> given_layer(const toolbox::Parameter& parameter,
                                                    const QgsProcessingParameterDefinition& definition,
                                                    const QVariantMap& parameters,
                                                    QgsProcessingContext& context);

/// \throws Error{input} behind the name of the parameter
[[noreturn]] void refuse(const toolbox::Parameter& parameter, const Message& why);

}  // namespace yiquan::plugin
