// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <span>
#include <string>

namespace yiquan::io {

/// One cell of a CSV line, quoted where RFC 4180 asks for it.
[[nodiscard]] std::string csv_cell(const std::string& text);

/// Adds a line that ends in CR LF.
void add_csv_line(std::string& out, std::span<const std::string> cells);
inline void add_csv_line(std::string& out, std::initializer_list<std::string> cells) {
    add_csv_line(out, std::span{cells.begin(), cells.size()});
}

}  // namespace yiquan::io
