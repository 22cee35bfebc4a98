// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "core/relocation/problem.hpp"

namespace yiquan::relocation {

/// The rules about one household and one site; each may be looked at alone.
[[nodiscard]] bool county_agrees(const Problem& problem, std::size_t household, std::size_t site);
/// The smaller of the household's own limit and the common one; `no_limit` where there is neither.
[[nodiscard]] Cost farthest_of(const Problem& problem, std::size_t household);
/// Whether all rules let the household move there.
/// \param cost of the way; at the limit is allowed
[[nodiscard]] bool may_move(const Problem& problem, std::size_t household, std::size_t site, Cost cost);

}  // namespace yiquan::relocation
