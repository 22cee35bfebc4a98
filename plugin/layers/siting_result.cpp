// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layers/siting_result.hpp"

#include "plugin/layers/result_layers.hpp"

namespace yiquan::plugin {

void add_siting_layers(QgsProject& project, const QString& folder, const QString& title) {
    add_package_layers(project, folder, QStringLiteral("plan.gpkg"), toolbox::map_layers("locate"), title);
}

}  // namespace yiquan::plugin
