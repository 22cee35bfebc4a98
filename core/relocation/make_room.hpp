// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "core/relocation/instance.hpp"

namespace yiquan::relocation {

/// Finds places for units that a plan leaves out, by sending others on: from site to site units move one by
/// one, or in exchange for a smaller one, until what is lacking is found as room that sites have left. As in
/// a flow of heads, but with units whole (ejection chains, Glover 1996). Nobody who has a place loses it.
/// Looks at places, not at travel.
/// \param stop asked now and then
[[nodiscard]] Assignment make_room(const Instance& instance, const Assignment& plan,
                                   const std::function<bool()>& stop);

}  // namespace yiquan::relocation
