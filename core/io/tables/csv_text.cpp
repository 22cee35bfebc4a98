// SPDX-License-Identifier: MIT
#include "core/io/tables/csv_text.hpp"

namespace yiquan::io {

std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + "\"";
}

void add_csv_line(std::string& out, std::span<const std::string> cells) {
    bool first = true;
    for (const std::string& cell : cells) {
        if (!first) out += ',';
        first = false;
        out += csv_cell(cell);
    }
    out += "\r\n";
}

}  // namespace yiquan::io
