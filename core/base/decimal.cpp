// SPDX-License-Identifier: MIT
#include "core/base/decimal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include "core/base/error.hpp"

namespace yiquan {
namespace {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The number 0.d1d2d3... x 10^point, without zeros in front of the first digit.
struct Digits {
    bool negative = false;
    std::string digits;
    std::int64_t point = 0;
    std::size_t length = 0;  // bytes of the text; 0 where it starts with no number
};

/// Exponents beyond this make any text that fits into memory nothing or too large; it keeps sums in bounds.
constexpr std::int64_t largest_exponent = std::int64_t{1} << 40;

/// The exponent at the start of the text, with its letter, and how long it is.
struct Exponent {
    std::int64_t value = 0;
    std::size_t length = 0;
};

Exponent exponent_of(std::string_view text) {
    if (text.empty() || (text[0] != 'e' && text[0] != 'E')) return {};
    std::size_t at = 1;
    const bool negative = at < text.size() && text[at] == '-';
    if (negative || (at < text.size() && text[at] == '+')) ++at;
    if (at == text.size() || !is_digit(text[at])) return {};
    std::int64_t value = 0;
    for (; at < text.size() && is_digit(text[at]); ++at) {
        value = std::min(value * 10 + (text[at] - '0'), largest_exponent);
    }
    return {negative ? -value : value, at};
}

Digits digits_of(std::string_view text) {
    Digits out;
    std::size_t at = 0;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        out.negative = text[0] == '-';
        at = 1;
    }
    bool any = false;
    bool fraction = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' && !fraction) {
            fraction = true;
            continue;
        }
        if (!is_digit(c)) break;
        any = true;
        const bool leading_zero = out.digits.empty() && c == '0';
        if (!leading_zero) out.digits += c;
        if (fraction ? leading_zero : !leading_zero) out.point += fraction ? -1 : 1;
    }
    if (!any) return {};
    const Exponent exponent = exponent_of(text.substr(at));
    out.point += exponent.value;
    out.length = at + exponent.length;
    return out;
}

struct ShortText {
    std::array<char, 32> bytes{};
    std::size_t length = 0;

    [[nodiscard]] std::string_view view() const { return {bytes.data(), length}; }
};

ShortText shortest_text(double value) {
    ShortText out;
    const auto [end, failure] = std::to_chars(out.bytes.data(), out.bytes.data() + out.bytes.size(), value);
    static_cast<void>(failure);  // 24 bytes hold the shortest text of any number
    out.length = static_cast<std::size_t>(end - out.bytes.data());
    return out;
}

}  // namespace

std::size_t decimal_length(std::string_view text) {
    return digits_of(text).length;
}

std::optional<ScaledDecimal> parse_decimal(std::string_view text, int places) {
    const Digits number = digits_of(text);
    if (text.empty() || number.length != text.size()) return std::nullopt;
    const std::string& digits = number.digits;
    const auto any_from = [&](std::size_t at) {
        return digits.find_first_not_of('0', at) != std::string::npos;
    };
    const std::int64_t kept = number.point + places;  // digits in front of the point, once scaled
    if (!any_from(0)) return ScaledDecimal{};
    if (kept < 0) return ScaledDecimal{0, false};
    constexpr std::int64_t digits_of_64_bits = 19;
    if (kept > digits_of_64_bits) return std::nullopt;
    const auto digit_at = [&](std::size_t i) -> std::uint64_t {
        return i < digits.size() ? static_cast<std::uint64_t>(digits[i] - '0') : 0;
    };
    const auto whole = static_cast<std::size_t>(kept);
    std::uint64_t units = 0;  // 19 digits fit
    for (std::size_t i = 0; i < whole; ++i) units = units * 10 + digit_at(i);
    constexpr std::uint64_t half = 5;
    if (digit_at(whole) >= half) ++units;
    if (units > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
    const auto size = static_cast<std::int64_t>(units);
    return ScaledDecimal{number.negative ? -size : size, whole >= digits.size() || !any_from(whole)};
}

std::optional<double> decimal_times(std::string_view text, std::uint32_t factor) {
    const Digits number = digits_of(text);
    if (text.empty() || number.length != text.size()) return std::nullopt;
    std::string product;  // digits of the product, last first
    std::uint64_t carry = 0;
    for (auto digit = number.digits.rbegin(); digit != number.digits.rend(); ++digit) {
        carry += static_cast<std::uint64_t>(*digit - '0') * factor;
        product += static_cast<char>('0' + carry % 10);
        carry /= 10;
    }
    for (; carry > 0; carry /= 10) product += static_cast<char>('0' + carry % 10);
    std::reverse(product.begin(), product.end());
    const std::string whole =
        fmt::format("{}{}e{}", number.negative ? "-" : "", product.empty() ? "0" : product,
                    number.point - static_cast<std::int64_t>(number.digits.size()));
    double value = 0.0;
    const auto [end, failure] = std::from_chars(whole.data(), whole.data() + whole.size(), value);
    static_cast<void>(end);
    if (failure != std::errc{}) return std::nullopt;
    return value;
}

std::int64_t nearest_decimal(double value, int places) {
    if (std::isfinite(value)) {
        if (const auto decimal = parse_decimal(shortest_text(value).view(), places)) return decimal->units;
    }
    throw Error{ErrorKind::internal,
                {fmt::format("{} has too many digits for {} decimal places in 64 bits.", value, places),
                 fmt::format("{} 保留 {} 位小数时超出 64 位整数的范围。", value, places)}};
}

double shortest_times(double value, std::uint32_t factor) {
    if (!std::isfinite(value)) return value;
    return decimal_times(shortest_text(value).view(), factor).value_or(value * factor);
}

}  // namespace yiquan
