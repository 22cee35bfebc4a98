// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/audit/report.hpp"

namespace yiquan::cli {

/// The ledger per parent (per zone where there are none) with its total, as an aligned table.
[[nodiscard]] std::string ledger_table(const audit::Report& report, Language language);

/// The gaps with the most people, one line each.
[[nodiscard]] std::string worst_gaps(const audit::Report& report, std::size_t most, Language language);

/// What was found in the data, one line per kind; empty where there was nothing.
[[nodiscard]] std::string finding_summary(const features::FindingList& findings, Language language);

}  // namespace yiquan::cli
