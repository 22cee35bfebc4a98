// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/report/relocation_record.hpp"

namespace yiquan::io {

/// Reads a finished relocation from its GeoPackage alone.
/// \throws Error{input} where there is none, where it is not a relocation of this version or does not
/// balance, or where a layer is missing; the message names file and layer
[[nodiscard]] report::RelocationRecord read_relocation_result(const std::string& package);

}  // namespace yiquan::io
