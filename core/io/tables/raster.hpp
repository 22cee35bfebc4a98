// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "core/demand/raster_source.hpp"

namespace yiquan::io {

/// True for a file that GDAL reads as a raster; false for tables, vector layers and files that are not there.
/// Looks at the first kilobytes only, except for formats that may hold either (GeoPackage), which it opens.
[[nodiscard]] bool is_raster(const std::string& path);

/// Band 1 of a raster as numbers: scale and offset applied, cells without data (by value, by mask or not a
/// number) as NaN. Memory is bounded by the block cache that the process gives GDAL, however large the file;
/// rows are read fastest in order, and 64 or more at a time.
/// \throws Error{usage} for web addresses
/// \throws Error{input} for what is missing or no raster, has no reference system, no position or complex
///         numbers, and where one block is too large to be read in strips
[[nodiscard]] std::unique_ptr<demand::RasterSource> open_raster(const std::string& path);

}  // namespace yiquan::io
