// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace yiquan::screening {

/// A number and its unit as written, such as 300 and "人".
struct Measured {
    double value = 0.0;
    std::string unit;
};

/// \param field name of the setting, for the message
/// \throws Error{usage} for what is no number and for a missing unit
[[nodiscard]] Measured parse_measured(std::string_view text, std::string_view field);

/// A slope with its unit spelt out: "%" or "°". 25 % is 14.0°, so none is guessed.
/// \throws Error{usage} for a missing or another unit, and for a value below zero
[[nodiscard]] Measured parse_slope(std::string_view text, std::string_view field);

/// An area with its unit: "m²", "ha", "km²" or "亩" (10,000 m² are 15 亩).
struct MeasuredArea {
    Measured limit;
    double square_metres_per_unit = 1.0;
};
/// \throws Error{usage} as `parse_slope`
[[nodiscard]] MeasuredArea parse_area(std::string_view text, std::string_view field);

}  // namespace yiquan::screening
