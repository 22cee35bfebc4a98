// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "core/audit/report.hpp"

namespace yiquan::io {

/// zones.csv: one row per zone with the keys of audit.json, and a last row for demand outside all zones where
/// there is any. UTF-8 with a byte-order mark, so that Excel shows Chinese; lines end in CR LF.
[[nodiscard]] std::string zones_csv(const audit::Report& report);

/// findings.csv: one row per finding in the order of the data, in both languages; a last row per kind tells
/// how many more there were than are listed.
[[nodiscard]] std::string findings_csv(const features::FindingList& findings);

}  // namespace yiquan::io
