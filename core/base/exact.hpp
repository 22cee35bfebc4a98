// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace yiquan {

/// An amount that adds without rounding: a whole number of ticks, a million to the unit.
///
/// Sums come out the same in any order and on any number of threads, so a ledger balances exactly. Because a
/// tick is a decimal, an amount that was written with up to six decimals is kept as it was written: three
/// prices of 0.3 are 0.9. `value()` is the double nearest to that decimal, and prints as it. A tick is a
/// millionth of a person, or one square metre.
template <class Unit>
class Exact {
public:
    static constexpr int decimals = 6;
    static constexpr std::int64_t ticks_per_unit = 1'000'000;
    /// 2^33. Up to here doubles lie closer together than ticks, so that `nearest(value())` gives back every
    /// amount.
    static constexpr double largest = 8589934592.0;

    constexpr Exact() = default;

    [[nodiscard]] static constexpr Exact from_ticks(std::int64_t ticks) {
        Exact amount;
        amount.ticks_ = ticks;
        return amount;
    }
    [[nodiscard]] static constexpr Exact whole(std::int64_t units) {
        return from_ticks(units * ticks_per_unit);
    }
    /// Nearest amount to a finite value of at most `largest` in size.
    [[nodiscard]] static Exact nearest(double value) {
        return from_ticks(std::llround(static_cast<long double>(value) * ticks_per_unit));
    }

    [[nodiscard]] constexpr std::int64_t ticks() const { return ticks_; }
    [[nodiscard]] constexpr double value() const {
        return static_cast<double>(ticks_) / static_cast<double>(ticks_per_unit);
    }

    constexpr Exact& operator+=(Exact other) {
        ticks_ += other.ticks_;
        return *this;
    }
    constexpr Exact& operator-=(Exact other) {
        ticks_ -= other.ticks_;
        return *this;
    }
    [[nodiscard]] friend constexpr Exact operator+(Exact a, Exact b) { return a += b; }
    [[nodiscard]] friend constexpr Exact operator-(Exact a, Exact b) { return a -= b; }
    friend constexpr auto operator<=>(Exact, Exact) = default;

private:
    std::int64_t ticks_ = 0;
};

using Persons = Exact<struct PersonUnit>;
using SquareKilometres = Exact<struct SquareKilometreUnit>;
using Price = Exact<struct PriceUnit>;  ///< in whatever currency the list has

/// Share of `part` in `whole`, 0 to 1; 0 where the whole is zero.
template <class Unit>
[[nodiscard]] constexpr double share(Exact<Unit> part, Exact<Unit> whole) {
    return whole.ticks() == 0 ? 0.0 : static_cast<double>(part.ticks()) / static_cast<double>(whole.ticks());
}

}  // namespace yiquan
