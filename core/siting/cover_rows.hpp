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

/// Sites opened one by one until their rows hold `wanted`, each time the one that adds most weight for its
/// price (ties by id); then those close again, the last first, without which it is still enough.
/// \pre all sites that may open hold as much
/// Gains are evaluated lazily.   O(links log sites) where few are asked anew
/// \return numbers of the instance, rising, without the sites that are open anyway
[[nodiscard]] std::vector<std::uint32_t> greedy_cover(const Instance& instance, const ServiceProgram& rows,
                                                      std::int64_t wanted);

}  // namespace yiquan::siting
