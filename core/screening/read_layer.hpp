// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/progress.hpp"
#include "core/features/feature_source.hpp"
#include "core/features/finding.hpp"
#include "core/geo/polygon.hpp"
#include "core/screening/layer_index.hpp"
#include "core/screening/rule.hpp"

namespace yiquan::screening {

struct LayerRows {
    std::vector<LayerFeature> features;
    std::uint64_t rows = 0;
    std::uint64_t unplaced = 0;  ///< rows without a usable place: they may lie anywhere
};

/// Reads the features of a rule's layer: points, lines or polygons, also from a table of coordinates. Rows
/// without a usable place are findings.
/// \throws Error{input} for a layer without any feature, and as `RowShapes` does
[[nodiscard]] LayerRows read_layer(features::FeatureSource& source, const Rule& rule,
                                   features::FindingSink& findings, const Progress& progress);

/// Reads polygons and joins them into one area.
/// \throws Error{input} where there are none
struct AreaRows {
    geo::MultiPolygon area;
    std::uint64_t rows = 0;
};
[[nodiscard]] AreaRows read_area(features::FeatureSource& source, features::FindingSink& findings,
                                 const Progress& progress);

}  // namespace yiquan::screening
