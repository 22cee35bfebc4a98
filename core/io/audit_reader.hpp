// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/audit/stored_audit.hpp"

namespace yiquan::io {

/// \param path the folder of an audit, or its audit.json
/// \throws Error{input} where there is no audit, or one of another version
[[nodiscard]] audit::StoredAudit read_audit(const std::string& path);

}  // namespace yiquan::io
