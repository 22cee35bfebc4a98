// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>

namespace yiquan::demand {

/// A grid of cells that each hold a number of people, read in strips of whole rows, never as a whole.
class RasterSource {
public:
    virtual ~RasterSource() = default;

    /// What messages call it, such as "population.tif".
    [[nodiscard]] virtual const std::string& name() const = 0;
    /// Coordinate reference system as PROJ reads it; never empty.
    [[nodiscard]] virtual const std::string& crs() const = 0;
    [[nodiscard]] virtual std::size_t columns() const = 0;
    [[nodiscard]] virtual std::size_t rows() const = 0;
    /// Affine map from (column, row) of a cell's upper left corner to the CRS, in GDAL's order:
    /// x = t[0] + column t[1] + row t[2],  y = t[3] + column t[4] + row t[5].
    [[nodiscard]] virtual const std::array<double, 6>& transform() const = 0;
    /// Reads `count` rows from `first` on; cells that hold no data become NaN.
    /// \param out count * columns() values, row by row
    /// \throws Error{input} where the file cannot be read
    virtual void read_rows(std::size_t first, std::size_t count, std::span<double> out) = 0;
};

}  // namespace yiquan::demand
