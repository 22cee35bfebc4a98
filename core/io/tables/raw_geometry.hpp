// SPDX-License-Identifier: MIT
#pragma once

#include "core/features/feature_source.hpp"
#include "core/io/gdal/gdal_handles.hpp"

namespace yiquan::io {

/// Points, lines and polygons out of any OGR geometry: curves made straight, heights dropped, collections
/// opened.
/// \return the polygons where there are any, else the point where there is nothing but one, else lines and
///         points, else nothing
[[nodiscard]] features::RawGeometry to_raw_geometry(const OGRGeometry& geometry);

}  // namespace yiquan::io
