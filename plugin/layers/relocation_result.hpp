// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

class QgsProject;

namespace yiquan::plugin {

/// The candidates of a screening.gpkg, as QGIS and the program open them.
[[nodiscard]] QString screened_sites(const QString& folder);

/// Adds the candidates of a screening.gpkg, styled, as a group on top of the project's layers. Earlier
/// results are folded and hidden, not removed.
/// \param folder that holds it
void add_screening_layers(QgsProject& project, const QString& folder, const QString& title);
/// The same for the layers of a relocation.gpkg.
void add_relocation_layers(QgsProject& project, const QString& folder, const QString& title);

}  // namespace yiquan::plugin
