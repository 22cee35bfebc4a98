// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <memory>

#include "plugin/layout/map_request.hpp"
#include "plugin/layout/map_source.hpp"
#include "plugin/layout/page_unit.hpp"
#include "plugin/layout/paper_layout.hpp"
#include "plugin/layout/print_layers.hpp"

class QgsPrintLayout;
class QgsProject;

namespace yiquan::plugin {

/// Sizes of letters and lines that a layout's template was drawn with, in A3's.
struct PaperUnits {
    double page = 1.0;
    double map = 1.0;  ///< smaller where the map is
};
[[nodiscard]] PaperUnits units_of(const PaperLayout& layout);

/// One page to be made.
struct PageOrder {
    const MapRequest& request;
    const MapSource& source;
    const MapSource* before;     ///< of a comparison; else none
    const PlanSource* plan;      ///< of a siting page; else none
    const ResultSource* result;  ///< of a page about a relocation or a screening; else none
    const PaperLayout& layout;
    const PageUnit& unit;
    const PrintLayers& layers;
    const PrintLayers* layers_before;
    QString family;
    std::size_t number = 1;
    std::size_t count = 1;
};

/// Fills the layout's template. The layers must be in `project`.
[[nodiscard]] std::unique_ptr<QgsPrintLayout> make_page(const PageOrder& order, QgsProject& project);

}  // namespace yiquan::plugin
