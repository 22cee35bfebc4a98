// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "core/demand/raster_grid.hpp"
#include "core/demand/zones.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::demand {

/// The cells that zones are laid on: those of a raster, each cut into `parts` by `parts` equal ones.
struct FineGrid {
    const RasterGrid& raster;
    double parts;
    double columns;  ///< of fine cells
    double rows;
};

/// A zone's rings in columns and rows of the fine grid; shells and holes run opposite ways.
struct GridZone {
    std::vector<std::vector<geo::RawPosition>> rings;
    double west, north, east, south;  ///< of all rings; west > east where there are none
};

/// Lays zones on a grid so that their borders run there as they do for points, straight in longitude and
/// latitude, to a thousandth of a cell. Where borders of two zones run together they run through the same
/// points, also where only one of the two has a corner: zones without gaps between them have none on the
/// grid.
/// \return one entry per zone
[[nodiscard]] std::vector<GridZone> zones_on_grid(const Zones& zones, const FineGrid& grid);

}  // namespace yiquan::demand
