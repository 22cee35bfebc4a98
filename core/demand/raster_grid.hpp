// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>

#include "core/demand/raster_source.hpp"
#include "core/geo/crs.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::demand {

/// Where the cells of a raster lie on Earth. Columns and rows are counted from the raster's corner; the
/// centre of the first cell is at (0.5, 0.5).
class RasterGrid {
public:
    /// \throws Error{input} where the cells have no area, Error{usage} for an unknown system
    explicit RasterGrid(const RasterSource& raster);

    /// \return nothing where the raster's system has no place on Earth there
    [[nodiscard]] std::optional<geo::LonLat> place(double column, double row) const;
    /// \param place  may lie beyond the raster
    /// \return column and row; nothing where the raster's system ends, and farther off than any raster is
    [[nodiscard]] std::optional<geo::RawPosition> cell(geo::LonLat place) const;

private:
    geo::Projection projection_;
    std::array<double, 6> transform_;
    double determinant_;
};

}  // namespace yiquan::demand
