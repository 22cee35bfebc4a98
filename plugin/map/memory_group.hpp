// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

class QgsLayerTreeGroup;
class QgsProject;

namespace yiquan::plugin {

/// What a group of layers in memory is for; kept in the layer tree.
enum class MemoryGroup { what_if, comparison };

/// A new group near the top of the project: what-if above comparisons, those above all else.
[[nodiscard]] QgsLayerTreeGroup& add_memory_group(QgsProject& project, MemoryGroup kind,
                                                  const QString& title);

/// Takes the groups of a kind away with their memory layers; what the user made permanent stays. Layers in
/// memory come back empty when a project is opened again.
/// \param title of those to be removed; empty for all
void remove_memory_groups(QgsProject& project, MemoryGroup kind, const QString& title = {});

}  // namespace yiquan::plugin
