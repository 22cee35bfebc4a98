// SPDX-License-Identifier: MIT
#pragma once

#include "core/optimize/search_limits.hpp"
#include "core/relocation/instance.hpp"
#include "core/relocation/split_transport.hpp"

namespace yiquan::relocation {

/// More than any change of travel by which one more head could be placed.
[[nodiscard]] std::int64_t stay_cost(const Instance& instance);

/// The least travel where units may be split among sites.
/// \param may_stay heads that may stay; where these are all heads, staying costs `stay_cost`, so that as few
///        as possible do; where fewer, staying costs nothing and its price comes out
[[nodiscard]] SplitPlan split_units(const Instance& instance, std::int64_t may_stay,
                                    const optimize::SearchLimits& limits);

}  // namespace yiquan::relocation
