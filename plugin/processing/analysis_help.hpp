// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "core/toolbox/analysis.hpp"

class QgsProcessingAlgorithm;

namespace yiquan::plugin {

/// The help beside the dialog, HTML: what the analysis does, its parameters, what it makes.
/// \param algorithm made from the analysis
[[nodiscard]] QString help_page(const toolbox::Analysis& analysis, const QgsProcessingAlgorithm& algorithm);

/// Words to find an analysis by, in both languages whatever QGIS speaks.
[[nodiscard]] QStringList search_words(const toolbox::Analysis& analysis);

}  // namespace yiquan::plugin
