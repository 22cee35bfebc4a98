// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/report/report_json.hpp"

namespace yiquan::report {

/// The report as one HTML page that needs nothing else: no network, no other file. Text from the user's data
/// can only show, never run.
/// \param before nullptr for a report on one audit
/// \param language that the page opens in; the reader can switch
[[nodiscard]] std::string report_page(const AuditRecord& record, const Before* before, Language language);

}  // namespace yiquan::report
