// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/audit/stored_audit.hpp"
#include "core/audit/stored_ledger.hpp"
#include "core/base/progress.hpp"

namespace yiquan::io {

/// \param path the folder of an audit, its audit.json, or its audit.gpkg alone
/// \throws Error{input} where there is no audit, or one of another version, or figures that cannot be
/// counted, Error{cancelled}
[[nodiscard]] audit::StoredAudit read_audit(const std::string& path, Progress& progress);

/// The ledger of the audit in a folder, with its zones' shapes where audit.gpkg is beside it.
/// \throws as `read_audit`
[[nodiscard]] audit::StoredLedger read_ledger(const std::string& path);

}  // namespace yiquan::io
