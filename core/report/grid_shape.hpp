// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/geo/polygon.hpp"

namespace yiquan::report {

/// One ring in whole steps of a grid: x, y of the first corner, then the way to each next one; not closed.
using GridRing = std::vector<std::int64_t>;
using GridPolygon = std::vector<GridRing>;  ///< the shell, then holes

/// What becomes of a part too small for the grid.
enum class Tiny {
    kept,  ///< as the smallest triangle there is
    dropped,
};

/// A shape on a grid, so that neighbours that share a border still share it. Corners that fall together are
/// one; holes that vanish are left out.
/// \param step width of the grid, degrees
[[nodiscard]] std::vector<GridPolygon> on_grid(const geo::MultiPolygon& shape, double step, Tiny tiny);

}  // namespace yiquan::report
