// SPDX-License-Identifier: MIT
#include "cli/text_table.hpp"

#include <fmt/format.h>
#include <locale.h>
#include <wchar.h>

#include <algorithm>
#include <cmath>

namespace yiquan::cli {
namespace {

/// C.UTF-8 for this thread while the object lives; the process keeps its own locale.
class Utf8Locale {
public:
    Utf8Locale() : utf8_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(uselocale(utf8_)) {}
    ~Utf8Locale() {
        uselocale(before_);
        if (utf8_ != nullptr) freelocale(utf8_);
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    locale_t utf8_;
    locale_t before_;
};

}  // namespace

std::size_t display_width(std::string_view text) {
    const Utf8Locale locale;
    std::size_t width = 0;
    mbstate_t state{};
    for (std::size_t at = 0; at < text.size();) {
        wchar_t letter = 0;
        const std::size_t used = mbrtowc(&letter, text.data() + at, text.size() - at, &state);
        if (used == 0 || used > text.size() - at) {  // a NUL, or no character
            state = {};
            ++width;
            ++at;
            continue;
        }
        width += static_cast<std::size_t>(std::max(0, wcwidth(letter)));
        at += used;
    }
    return width;
}

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

std::string grouped(double value) {
    const std::string digits = fmt::format("{:.0f}", std::abs(value));
    std::string out = value < 0.0 && digits != "0" ? "-" : "";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
        out += digits[i];
    }
    return out;
}

std::string percent(double share) {
    return fmt::format("{:.1f} %", share * 100.0);
}

}  // namespace yiquan::cli
