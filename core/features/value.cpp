// SPDX-License-Identifier: MIT
#include "core/features/value.hpp"

#include <fmt/format.h>

#include <charconv>
#include <limits>

namespace yiquan::features {
namespace {

constexpr std::string_view ideographic_space = "\u3000";

/// Full-width forms U+FF01..U+FF5E as ASCII.
std::string half_width(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
        if (i + 2 < text.size() && byte(i) == 0xEF && (byte(i + 1) == 0xBC || byte(i + 1) == 0xBD)) {
            const unsigned code = (byte(i + 1) - 0xBCU) * 64U + (byte(i + 2) - 0x80U) + 0x20U;
            out += static_cast<char>(code);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::optional<double> parse_number(std::string_view text) {
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (text.starts_with('-')) return std::nullopt;
    }
    double number = 0.0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || end != text.data() + text.size()) return std::nullopt;
    if (failure == std::errc{}) return number;
    if (failure != std::errc::result_out_of_range) return std::nullopt;
    // Too small or too large for a double; a long double still tells which, or at last the exponent's sign.
    long double wide = 0.0L;
    if (std::from_chars(text.data(), text.data() + text.size(), wide).ec == std::errc{}) {
        return static_cast<double>(wide);
    }
    const bool tiny = text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos;
    const double size = tiny ? 0.0 : std::numeric_limits<double>::infinity();
    return text.front() == '-' ? -size : size;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty()) {
        if (is_space(text.front())) {
            text.remove_prefix(1);
        } else if (text.starts_with(ideographic_space)) {
            text.remove_prefix(ideographic_space.size());
        } else {
            break;
        }
    }
    while (!text.empty()) {
        if (is_space(text.back())) {
            text.remove_suffix(1);
        } else if (text.ends_with(ideographic_space)) {
            text.remove_suffix(ideographic_space.size());
        } else {
            break;
        }
    }
    return text;
}

std::string to_text(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *integer);
    if (const auto* real = std::get_if<double>(&value)) return fmt::format("{}", *real);
    return {};
}

std::optional<double> to_number(const Value& value) {
    if (const auto* real = std::get_if<double>(&value)) return *real;
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return std::nullopt;
    const std::string_view body = trimmed(*text);
    if (const auto number = parse_number(body)) return number;
    return parse_number(half_width(body));
}

bool is_blank(const Value& value) {
    if (std::holds_alternative<std::monostate>(value)) return true;
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr && trimmed(*text).empty();
}

}  // namespace yiquan::features
