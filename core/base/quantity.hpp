// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace yiquan {

/// A number that carries its unit, so that metres are never given to a function that wants seconds.
template <class Unit>
class Quantity {
public:
    constexpr Quantity() = default;
    constexpr explicit Quantity(double value) : value_(value) {}

    [[nodiscard]] constexpr double value() const { return value_; }

    [[nodiscard]] friend constexpr Quantity operator+(Quantity a, Quantity b) {
        return Quantity{a.value_ + b.value_};
    }
    [[nodiscard]] friend constexpr Quantity operator-(Quantity a, Quantity b) {
        return Quantity{a.value_ - b.value_};
    }
    [[nodiscard]] friend constexpr Quantity operator*(double factor, Quantity a) {
        return Quantity{factor * a.value_};
    }
    [[nodiscard]] friend constexpr double operator/(Quantity a, Quantity b) { return a.value_ / b.value_; }
    friend constexpr auto operator<=>(Quantity, Quantity) = default;

private:
    double value_ = 0.0;
};

using Metres = Quantity<struct MetreUnit>;
using Seconds = Quantity<struct SecondUnit>;

constexpr Metres kilometres(double km) {
    return Metres{km * 1000.0};
}
constexpr Seconds minutes(double m) {
    return Seconds{m * 60.0};
}

/// Reads a positive length with its unit: "800 m", "1.5km", "3 公里", "500米". The number nearest to what is
/// written: "1.005 km" is 1005 m.
/// \param field name of the setting, for the message
/// \throws Error{usage} for a missing or unknown unit, degrees, zero, negative or non-finite values
[[nodiscard]] Metres parse_length(std::string_view text, std::string_view field);

/// Reads a positive duration with its unit: "15 min", "90 s", "1 h", "15分钟".
/// \throws Error{usage} as `parse_length`
[[nodiscard]] Seconds parse_duration(std::string_view text, std::string_view field);

/// Limits and distances are compared, and distances summed, in whole millimetres: what was typed in decimals
/// then meets its limit, and sums come out the same in any order. Infinite lengths give the largest number.
[[nodiscard]] std::int64_t whole_millimetres(Metres length);

/// "800 m" below one kilometre, else "1.5 km"; three decimals at most.
[[nodiscard]] std::string to_text(Metres length);
[[nodiscard]] std::string to_text(Seconds duration);

}  // namespace yiquan
