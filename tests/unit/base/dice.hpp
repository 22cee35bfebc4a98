// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

namespace yiquan::test {

/// Random numbers that come out the same with every standard library: the engine is fixed by the standard,
/// its distributions are not.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    /// Even between `low` and `high`.
    double between(double low, double high) {
        constexpr double steps = 9007199254740992.0;  // 2^53
        return low + (high - low) * (static_cast<double>(engine_() >> 11U) / steps);
    }
    /// Even among 0 .. count - 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }

private:
    std::mt19937_64 engine_;
};

}  // namespace yiquan::test
