// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace yiquan::relocation {

/// Rows that look for places one by one.
struct RowsToPlace {
    std::vector<std::int64_t> people;               ///< by row, at least one
    std::vector<std::vector<std::uint32_t>> sites;  ///< by row: where it may go, rising
    std::vector<std::int64_t> room;                 ///< by site, heads
};

enum class RowByRow { fits, does_not_fit, undecided };

constexpr std::int64_t usual_row_work = 10'000'000;  ///< some hundredths of a second

/// Whether all rows find places, each at one site, and no site beyond its room: decided by a flow where not
/// even heads find places, else by a search to its end. The row with the fewest sites left comes first; rows
/// that are alike, sites that are alike and what has failed before are not tried again.
/// \param most_work pairs of row and site to look at; beyond that it is undecided. The same on every machine.
[[nodiscard]] RowByRow fits_row_by_row(const RowsToPlace& rows, std::int64_t most_work = usual_row_work);

}  // namespace yiquan::relocation
