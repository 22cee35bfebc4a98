// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/features/value.hpp"

namespace yiquan::screening {

/// What cells of a candidate are called in a table of limits: 8, "8.0" and "8度" are all "8"; several are
/// joined by a space, as "8 B". Empty where a cell is.
[[nodiscard]] std::string limit_key(std::span<const features::Value> cells);
/// The same for a key as the rule file writes it.
[[nodiscard]] std::string limit_key(std::string_view written);

}  // namespace yiquan::screening
