// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/audit/comparison.hpp"

namespace yiquan::io {

/// A finished audit on disk.
struct StoredAudit {
    audit::AuditSummary summary;
    /// Of the demand layer of audit.gpkg beside it; none where that file or layer is missing.
    std::optional<std::vector<audit::DemandState>> demand;
};

/// \param path the folder of an audit, or its audit.json
/// \throws Error{input} where there is no audit, or one of another version
[[nodiscard]] StoredAudit read_audit(const std::string& path);

}  // namespace yiquan::io
