// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsattributes.h>
#include <qgsfields.h>
#include <qgsgeometry.h>

#include <span>

#include "core/features/feature_sink.hpp"
#include "plugin/qgis_version.hpp"

namespace yiquan::plugin {

// Rows of the core as QGIS holds them.

/// Null for no shape.
[[nodiscard]] QgsGeometry geometry_of(const features::Geometry& geometry);
[[nodiscard]] QgsAttributes attributes_of(std::span<const features::Value> values);
/// With aliases in QGIS's language.
[[nodiscard]] QgsFields fields_of(const features::LayerSchema& schema);
[[nodiscard]] qgis::WkbType wkb_of(const features::LayerSchema& schema);

}  // namespace yiquan::plugin
