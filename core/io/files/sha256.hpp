// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/io/files/source_path.hpp"

namespace yiquan::io {

/// Checksum of an input's file in 64 hex digits, so that a run can be repeated on the same data. Of a
/// shapefile only the named .shp is read, not its companions.
/// \param path as `open_table` takes it
/// \return empty for a database and for a folder
/// \throws Error{input} where the file cannot be read.   O(size), constant memory
[[nodiscard]] std::string sha256_of(const std::string& path);

}  // namespace yiquan::io
