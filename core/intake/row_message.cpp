// SPDX-License-Identifier: MIT
#include "core/intake/row_message.hpp"

#include <fmt/format.h>

namespace yiquan::intake {

std::string shown(std::string_view text, std::size_t most) {
    const auto continues = [&](std::size_t at) {
        return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    std::size_t end = text.size();
    if (end > most) {
        constexpr std::size_t longest_tail = 3;  // bytes of one character after its first
        end = most;
        for (std::size_t i = 0; i < longest_tail && end > 0 && continues(end); ++i) --end;
    }
    std::string out{text.substr(0, end)};
    for (char& c : out) {
        if (static_cast<unsigned char>(c) < 0x20U || c == '\x7F') c = ' ';
    }
    if (end < text.size()) out += "…";
    return out;
}

Message row_message(const features::FeatureSource& source, std::string_view en, std::string_view zh) {
    return row_message(source, source.row(), en, zh);
}

Message row_message(const features::FeatureSource& source, std::uint64_t row, std::string_view en,
                    std::string_view zh) {
    return {fmt::format("{}, row {}: {}", source.name(), row, en),
            fmt::format("{} 第 {} 行：{}", source.name(), row, zh)};
}

}  // namespace yiquan::intake
