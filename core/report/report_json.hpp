// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/audit/comparison.hpp"
#include "core/report/audit_record.hpp"

namespace yiquan::report {

/// What stood before, to be shown beside the audit.
struct Before {
    AuditRecord record;
    audit::Comparison comparison;  ///< from before to the audit
};

/// The document that the report's page draws, schema "yiquan.report/1", described in `report/README.md`.
/// Polygons are on a grid just coarse enough for the page to stay small.
/// \param before nullptr for a report on one audit
[[nodiscard]] std::string report_json(const AuditRecord& record, const Before* before, Language language);

}  // namespace yiquan::report
