// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace yiquan::coverage {

inline constexpr int noon = 12 * 60;                  ///< minute of the day
inline constexpr unsigned long all_days = 0b1111111;  ///< bit 0 is Monday

/// What a piece of a text about opening hours is.
enum class HoursKind : std::uint8_t {
    days,  ///< value: the days as bits, Monday the lowest
    time,  ///< value: minute of the day; up to 48:00
    dash,
    comma,      ///< goes on with what stands before it
    semicolon,  ///< begins anew
    always,
    closed,
    morning,
    afternoon,
    evening,
    next_day,
    noise,  ///< a word that says nothing; never handed out
};

struct HoursToken {
    HoursKind kind = HoursKind::noise;
    int value = 0;
};

/// Cuts Chinese or English opening hours into tokens, whatever signs and widths they are written with.
/// \return nothing where a word or sign is not known
[[nodiscard]] std::optional<std::vector<HoursToken>> hours_tokens(std::string_view text);

}  // namespace yiquan::coverage
