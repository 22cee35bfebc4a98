// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/audit/report.hpp"
#include "core/io/text_file.hpp"

namespace yiquan::io {

/// One cell of a CSV line, quoted where RFC 4180 asks for it.
[[nodiscard]] std::string csv_cell(const std::string& text);

/// Adds a line that ends in CR LF.
void add_csv_line(std::string& out, std::initializer_list<std::string> cells);

/// zones.csv: one row per zone with the keys of audit.json, and a last row for demand outside all zones where
/// there is any. UTF-8 with a byte-order mark, so that Excel shows Chinese; lines end in CR LF.
[[nodiscard]] std::string zones_csv(const audit::Report& report);

/// findings.csv: one row per finding in the order of the data, in both languages; a last row per kind tells
/// how many more there were than are listed.
[[nodiscard]] std::string findings_csv(const features::FindingList& findings);

}  // namespace yiquan::io
