// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/base/message.hpp"
#include "core/report/audit_record.hpp"

namespace yiquan::report {

/// The audit in plain words, one sentence each, most important first: who is served, who is not, where the
/// largest gaps are, who depends on one facility, what the data lacks. Never empty.
[[nodiscard]] std::vector<Message> summary_sentences(const AuditRecord& record);

/// Where the figures come from, in one line for the foot of a map: list, demand and borders by file name.
[[nodiscard]] Message source_line(const AuditRecord& record);
/// Only the file of the zones, for pages that show nothing else of the audit; empty where it is not known.
[[nodiscard]] Message zones_line(const AuditRecord& record);

}  // namespace yiquan::report
