// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace yiquan::relocation {

/// Something that takes room and is worth something.
struct Item {
    std::uint32_t unit = 0;
    std::int64_t size = 0;  ///< at least 1
    std::int64_t worth = 0;
};

struct Filling {
    std::int64_t most = 0;  ///< no filling is worth more
    std::vector<std::uint32_t>
        units;  ///< of one that is worth as much, or nearly where it is too large to search
};

/// The 0-1 knapsack by dynamic programming over room (Bellman 1957); beyond a size that takes too long, the
/// bound of Dantzig (1957) and a greedy filling. Items worth nothing are left out.
[[nodiscard]] Filling best_filling(std::vector<Item> items, std::int64_t room);

/// Every filling that is worth at least `least`, the empty one included where that is worth enough. Units of
/// one filling rise.
/// \return nothing where there are more than `most`
[[nodiscard]] std::optional<std::vector<std::vector<std::uint32_t>>> all_fillings(std::vector<Item> items,
                                                                                  std::int64_t room,
                                                                                  std::int64_t least,
                                                                                  std::size_t most);

}  // namespace yiquan::relocation
