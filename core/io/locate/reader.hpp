// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/report/siting_record.hpp"

namespace yiquan::io {

/// Reads a finished plan from its GeoPackage alone.
/// \throws Error{input} where there is none, where it is not a plan of this version or proposes nothing, or
/// where a layer is missing; the message names file and layer
[[nodiscard]] report::SitingRecord read_siting(const std::string& package);

}  // namespace yiquan::io
