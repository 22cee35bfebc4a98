// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

class QgsProject;

namespace yiquan::plugin {

/// Adds the layers of a plan.gpkg, styled, as one group on top of the project's layers; those that it lacks
/// are left out. Earlier results are folded and hidden, not removed.
/// \param folder that holds it
void add_siting_layers(QgsProject& project, const QString& folder, const QString& title);

}  // namespace yiquan::plugin
