// SPDX-License-Identifier: MIT
#include "core/intake/folded_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace yiquan::intake {
namespace {

/// Ideographic, no-break and zero-width space, byte-order mark.
constexpr std::array<std::string_view, 4> invisible{"\u3000", "\u00A0", "\u200B", "\uFEFF"};

/// A full-width form U+FF01..U+FF5E as ASCII; 0 for any other text.
char half_width(std::string_view three_bytes) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(three_bytes[at]); };
    if (three_bytes.size() < 3 || byte(0) != 0xEF || (byte(1) != 0xBC && byte(1) != 0xBD)) return 0;
    const unsigned code = (byte(1) - 0xBCU) * 64U + (byte(2) - 0x80U) + 0x20U;
    return code > 0x20U && code < 0x7FU ? static_cast<char>(code) : '\0';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto hidden = std::find_if(invisible.begin(), invisible.end(),
                                         [&](std::string_view s) { return text.starts_with(s); });
        if (hidden != invisible.end()) {
            text.remove_prefix(hidden->size());
        } else if (const char plain = half_width(text.substr(0, 3)); plain != 0) {
            out += lower(plain);
            text.remove_prefix(3);
        } else {
            const char c = text.front();
            if (c != ' ' && (c < '\t' || c > '\r')) out += lower(c);
            text.remove_prefix(1);
        }
    }
    return out;
}

}  // namespace yiquan::intake
