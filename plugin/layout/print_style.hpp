// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <string_view>

#include "plugin/layout/paper_text.hpp"

class QgsVectorLayer;

namespace yiquan::plugin {

/// How styles drawn for A3 become those of a page.
struct PrintStyle {
    double unit = 1.0;  ///< size of letters and lines, in A3's
    QString family;     ///< of letters; empty leaves the style's
    PaperText words;
};

/// Gives a layer the style of that name from `styles/print/`, enlarged, in the page's family and language.
/// \throws Error{internal} where there is none
void apply_print_style(QgsVectorLayer& layer, std::string_view name, const PrintStyle& style);

}  // namespace yiquan::plugin
