// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "core/relocation/instance.hpp"

namespace yiquan::relocation {

/// A plan with what is known about better ones.
struct Solution {
    Assignment plan;
    std::int64_t placed = 0;     ///< heads
    std::int64_t placeable = 0;  ///< no plan places more heads
    std::int64_t value = 0;      ///< of the objective: person-thousandths, thousandths, sites, ticks of price
    std::int64_t bound = 0;      ///< no plan that places as many does better

    /// Relative gap between value and bound.
    [[nodiscard]] double gap() const {
        if (value <= bound) return 0.0;
        return static_cast<double>(value - bound) / static_cast<double>(value);
    }
    [[nodiscard]] bool proved() const { return placed == placeable && value <= bound; }
};

}  // namespace yiquan::relocation
