// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace yiquan {

/// A decimal number as a whole number of its smallest places.
struct ScaledDecimal {
    std::int64_t units = 0;
    bool exact = true;  ///< false where the text has more places than were kept

    friend bool operator==(const ScaledDecimal&, const ScaledDecimal&) = default;
};

/// How many bytes at the start of the text are one decimal number: a sign, digits with at most one point, and
/// an exponent ("1e3", "1.2E-3"). 0 where it starts with none; "3em" is 1, "1e3km" is 3. No locale, no
/// blanks.
[[nodiscard]] std::size_t decimal_length(std::string_view text);

/// The decimal number that the whole text is, in units of 10^-places; halves round away from zero. Worked out
/// from the digits, never through a binary fraction: "1.005" with 6 places is 1,005,000 units.
/// \param places may be negative, for tens and hundreds
/// \return nothing where the text is no decimal number, or beyond 64 bits
[[nodiscard]] std::optional<ScaledDecimal> parse_decimal(std::string_view text, int places);

/// The number nearest to the exact product of a decimal text and a whole factor, rounded once: "1.005" times
/// 1000 is 1005, where 1.005 * 1000.0 is less.
/// \return nothing where the text is no decimal number, or the product is beyond the range of numbers
[[nodiscard]] std::optional<double> decimal_times(std::string_view text, std::uint32_t factor);

/// The same for a number that was read from a decimal text somewhere else: what was meant is the shortest
/// text that reads back as it. So 0.3 with 6 places is 300,000 units, and 1.005 is 1,005,000.
/// \throws Error{internal} where the number is not finite or its units are beyond 64 bits
[[nodiscard]] std::int64_t nearest_decimal(double value, int places);

/// As `decimal_times`, for the shortest text that reads back as the number; infinite and not a number stay
/// so.
[[nodiscard]] double shortest_times(double value, std::uint32_t factor);

}  // namespace yiquan
