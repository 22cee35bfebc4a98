// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/audit/comparison.hpp"
#include "core/geo/polygon.hpp"

namespace yiquan::audit {

/// A finished audit as it was kept: in a folder, or as a scenario.
struct StoredAudit {
    AuditSummary summary;
    std::optional<std::vector<DemandState>> demand;   ///< none where the demand layer was not kept
    std::map<std::string, geo::MultiPolygon> shapes;  ///< of zones, by code; empty where they were not kept
};

}  // namespace yiquan::audit
