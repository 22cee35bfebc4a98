// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/cost.hpp"
#include "core/features/value.hpp"

namespace yiquan::features {

// The cells of a result's layers.

/// An empty cell for an empty text.
[[nodiscard]] inline Value text_value(std::string_view value) {
    return value.empty() ? Value{} : Value{std::string{value}};
}

[[nodiscard]] inline Value count_value(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}

/// 1 or 0.
[[nodiscard]] inline Value flag_value(bool value) {
    return std::int64_t{value ? 1 : 0};
}

/// A cost to a tenth of its unit, which is plenty for a table; an empty cell where it is not finite.
[[nodiscard]] inline Value cost_value(CostValue value) {
    constexpr double steps = 10.0;
    return std::isfinite(value.value()) ? Value{std::round(value.value() * steps) / steps} : Value{};
}

}  // namespace yiquan::features
