// SPDX-License-Identifier: MIT
#include "core/screening/limit_key.hpp"

#include <fmt/format.h>

namespace yiquan::screening {
namespace {

/// One word in its plain form.
std::string plain(std::string_view word) {
    constexpr std::string_view degree = "度";
    if (word.ends_with(degree)) word.remove_suffix(degree.size());
    const features::Value text{std::string{features::trimmed(word)}};
    if (const auto number = features::to_number(text)) return fmt::format("{}", *number);
    return features::to_text(text);
}

}  // namespace

std::string limit_key(std::span<const features::Value> cells) {
    std::string key;
    for (const features::Value& cell : cells) {
        if (features::is_blank(cell)) return {};
        if (!key.empty()) key += ' ';
        key += plain(features::to_text(cell));
    }
    return key;
}

std::string limit_key(std::string_view written) {
    std::string key;
    while (!(written = features::trimmed(written)).empty()) {
        const std::size_t end = std::min(written.find(' '), written.size());
        if (!key.empty()) key += ' ';
        key += plain(written.substr(0, end));
        written.remove_prefix(end);
    }
    return key;
}

}  // namespace yiquan::screening
