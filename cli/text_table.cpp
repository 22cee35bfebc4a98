// SPDX-License-Identifier: MIT
#include "cli/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/base/display_width.hpp"

namespace yiquan::cli {

std::string TextTable::text() const {
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        std::size_t width = display_width(columns_[c].heading);
        for (const Row& row : rows_) width = std::max(width, display_width(row.cells[c]));
        widths.push_back(width);
    }
    std::string out;
    const auto line = [&](const auto& cell) {
        std::string written;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const std::string padding(widths[c] - display_width(cell(c)), ' ');
            if (c > 0) written += "  ";
            written += columns_[c].align == Align::left ? cell(c) + padding : padding + cell(c);
        }
        written.erase(written.find_last_not_of(' ') + 1);
        out += written + "\n";
    };
    std::size_t total_width = 0;
    for (const std::size_t width : widths) total_width += width + 2;
    std::string rule;
    for (std::size_t i = 2; i < total_width; ++i) rule += "─";
    rule += "\n";

    line([&](std::size_t c) -> const std::string& { return columns_[c].heading; });
    out += rule;
    for (const Row& row : rows_) {
        if (row.total) out += rule;
        line([&](std::size_t c) -> const std::string& { return row.cells[c]; });
    }
    return out;
}

}  // namespace yiquan::cli
