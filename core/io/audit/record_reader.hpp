// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/report/audit_record.hpp"

namespace yiquan::io {

/// Reads a finished audit from its GeoPackage alone.
/// \param path of an audit.gpkg, or the folder that holds it
/// \throws Error{input} where there is none, where it is not an audit of this version, or where a layer is
/// missing; the message names file and layer
[[nodiscard]] report::AuditRecord read_record(const std::string& path);

}  // namespace yiquan::io
