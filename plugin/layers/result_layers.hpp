// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <span>
#include <string_view>

#include "core/toolbox/map_layer.hpp"

class QgsLayerTreeGroup;
class QgsProject;
class QgsVectorLayer;

namespace yiquan::plugin {

/// Gives a layer the style of that id from `styles/`.
/// \return false where there is no such style, or QGIS does not take it
bool apply_style(QgsVectorLayer& layer, std::string_view style);

/// Folds the groups of audits and switches them off, so that a new result is not covered by their labels.
void hide_results(QgsProject& project);

/// A group on top of the project's layers for the audit in a folder; earlier results are hidden.
[[nodiscard]] QgsLayerTreeGroup& add_result_group(QgsProject& project, const QString& folder,
                                                  const QString& title);
/// Folder of the audit that a group shows; empty for any other group.
[[nodiscard]] QString result_folder(const QgsLayerTreeGroup& group);
/// Where QGIS finds one view of an audit.
/// \param package path of its audit.gpkg
[[nodiscard]] QString result_source(const QString& package, const toolbox::MapLayer& row);

/// Adds views of a package, styled, as one group on top of the project's layers; those that it lacks are left
/// out, and there is no group where it lacks all. Earlier results are folded and hidden, not removed.
///
/// \param folder of the result
/// \param package name of the file in it
void add_package_layers(QgsProject& project, const QString& folder, const QString& package,
                        std::span<const toolbox::MapLayer> rows, const QString& title);

/// Adds the layers of a finished audit, styled, as one group on top of the project's layers. Earlier results
/// are folded and hidden, not removed.
///
/// \param folder of the audit
/// \throws Error{input} where the folder has no audit.gpkg
void add_result_layers(QgsProject& project, const QString& folder, const QString& title);

}  // namespace yiquan::plugin
