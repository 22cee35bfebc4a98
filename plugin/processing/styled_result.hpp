// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsprocessingcontext.h>

#include <QString>

#include "core/toolbox/analysis.hpp"

namespace yiquan::plugin {

/// The group in the layer tree that a result is put into, and where.
struct ResultPlace {
    QString group;   ///< its title; empty: no group
    QString folder;  ///< of the audit that it shows
    int rank = 0;    ///< from the top
    bool visible = true;
};

/// Gives a loaded result its style, the names of its columns and its place.
class StyledResult final : public QgsProcessingLayerPostProcessorInterface {
public:
    explicit StyledResult(const toolbox::MapLayer& layer, ResultPlace place = {})
        : layer_(layer), place_(std::move(place)) {}

    void postProcessLayer(QgsMapLayer* layer, QgsProcessingContext& context,
                          QgsProcessingFeedback* feedback) override;

private:
    toolbox::MapLayer layer_;
    ResultPlace place_;
};

/// Has the layers of an audit loaded when the algorithm is done, in one group, as the plugin shows them.
/// \param folder of the audit
/// \param title of the group
void load_audit_on_completion(const QString& folder, const QString& title, QgsProcessingContext& context);

}  // namespace yiquan::plugin
