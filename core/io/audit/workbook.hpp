// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/audit/report.hpp"

namespace yiquan::io {

/// Writes audit.xlsx: a ledger sheet (prefectures with their counties, totals as live formulas, number
/// formats, colours by share, a chart), a gap sheet, a findings sheet and a sources sheet, in Chinese and
/// English. Same report, same bytes.
/// \param temporary folder for the library's scratch files
/// \throws Error{output}
void write_workbook(const audit::Report& report, const std::string& path, const std::string& temporary);

}  // namespace yiquan::io
