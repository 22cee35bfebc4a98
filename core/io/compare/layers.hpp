// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "core/audit/comparison.hpp"
#include "core/features/feature_sink.hpp"
#include "core/geo/polygon.hpp"

namespace yiquan::io {

/// Writes a comparison as the layers "changes", a point for every place that gained or lost, and
/// "zone_changes".
/// \param shapes of the zones, by code; zones without one have no geometry
void write_changes(const audit::Comparison& comparison,
                   const std::map<std::string, geo::MultiPolygon>& shapes, features::LayerStore& store);

/// The schemas of these layers, for those who test styles.
[[nodiscard]] const features::LayerSchema& changes_layer();
[[nodiscard]] const features::LayerSchema& zone_changes_layer();

}  // namespace yiquan::io
