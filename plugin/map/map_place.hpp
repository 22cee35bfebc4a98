// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgscoordinatetransform.h>

#include <optional>

#include "core/geo/lonlat.hpp"

class QgsMapCanvas;

namespace yiquan::plugin {

/// Degrees, in which the core thinks.
[[nodiscard]] QgsCoordinateReferenceSystem degrees();
/// From a map's projection to degrees.
[[nodiscard]] QgsCoordinateTransform to_degrees(const QgsMapCanvas& canvas);
/// The place at a point of a map; none beyond the edge of its projection.
[[nodiscard]] std::optional<geo::LonLat> place_on_map(const QgsMapCanvas& canvas, const QgsPointXY& point);

}  // namespace yiquan::plugin
