// SPDX-License-Identifier: MIT
#pragma once

#include "core/siting/instance.hpp"
#include "core/siting/service_program.hpp"

namespace yiquan::siting {

/// Demand of equal cover sets as one client each: links without cost, the weight as fallback. Sites keep
/// their numbers as labels; forbidden ones are gone, those that are open are links like others.
[[nodiscard]] ServiceProgram cover_rows(const Instance& instance);

/// Weight, in `weight_unit`, of the rows of which at least `times` sites are open.
[[nodiscard]] std::int64_t weight_covered(const ServiceProgram& rows, const std::vector<char>& open,
                                          std::size_t times);

}  // namespace yiquan::siting
