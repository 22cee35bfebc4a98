// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>

namespace yiquan::coverage {

/// A moment of the week, for "which stations are open at 02:00?".
struct WeekTime {
    std::optional<int> weekday;  ///< 0 Monday to 6 Sunday; none means every day
    int minute = 0;              ///< of the day, 0 to 1439
};

/// Reads "02:00", "Sa 23:30", "周六 23:30".
/// \throws Error{usage} naming the text
[[nodiscard]] WeekTime parse_week_time(std::string_view text, std::string_view field);

/// When a station is open, to the minute, through one week.
class OpeningHours {
public:
    static constexpr int minutes_a_day = 24 * 60;

    /// Reads what lists hold: "24小时", "24h", "24/7", "全天", "00:00-24:00", "08:00-20:00", "8:00至18:00",
    /// "08:30-12:00,14:00-18:00", "Mo-Fr 08:00-18:00; Sa 09:00-12:00", "周一至周五 8:00-18:00", over midnight
    /// "20:00-06:00", full-width signs and dashes of every kind.
    /// \return nothing where the text says no hours that can be read with certainty
    [[nodiscard]] static std::optional<OpeningHours> parse(std::string_view text);

    [[nodiscard]] bool always_open() const { return open_.all(); }
    /// Open in that minute; on every day of the week where none is given.
    [[nodiscard]] bool open_at(const WeekTime& time) const;

private:
    std::bitset<static_cast<std::size_t>(7 * minutes_a_day)> open_;
};

}  // namespace yiquan::coverage
