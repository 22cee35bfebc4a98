// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace yiquan::io {

/// One cell of a CSV line, quoted where RFC 4180 asks for it.
[[nodiscard]] std::string csv_cell(const std::string& text);

/// Adds a line that ends in CR LF.
void add_csv_line(std::string& out, const std::vector<std::string>& cells);

}  // namespace yiquan::io
