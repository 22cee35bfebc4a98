// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>

#include "core/relocation/problem.hpp"

namespace yiquan::relocation {

/// The rules about one household and one site; each may be looked at alone.
[[nodiscard]] bool county_agrees(const Problem& problem, std::size_t household, std::size_t site);
/// The smaller of the household's own limit and the common one.
[[nodiscard]] std::optional<Metres> farthest_of(const Problem& problem, std::size_t household);
/// The distance, where all rules let the household move there. A distance at the limit is allowed.
[[nodiscard]] std::optional<Metres> allowed_distance(const Problem& problem, std::size_t household,
                                                     std::size_t site);
/// In whole millimetres.
[[nodiscard]] bool exceeds(Metres distance, Metres limit);

}  // namespace yiquan::relocation
