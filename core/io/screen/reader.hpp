// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/report/screening_record.hpp"

namespace yiquan::io {

/// Reads a finished screening from its GeoPackage alone.
/// \throws Error{input} where there is none, where it is not a screening of this version or holds no
/// candidate, or where a layer is missing; the message names file and layer
[[nodiscard]] report::ScreeningRecord read_screening_result(const std::string& package);

}  // namespace yiquan::io
