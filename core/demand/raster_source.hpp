// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace yiquan::demand {

/// A grid of cells that each hold a number (people, metres above the sea), read in strips or windows, never
/// as a whole.
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

    /// Part of a raster: columns and rows from the first on.
    struct Window {
        std::size_t column = 0;
        std::size_t columns = 0;
        std::size_t row = 0;
        std::size_t rows = 0;
    };
    /// Reads a window that lies inside the raster, row by row, as `read_rows` does; here by reading its rows.
    /// \param out window.rows * window.columns values
    virtual void read_window(const Window& window, std::span<double> out) {
        std::vector<double> row(columns());
        for (std::size_t r = 0; r < window.rows; ++r) {
            read_rows(window.row + r, 1, row);
            const auto begin = row.begin() + static_cast<std::ptrdiff_t>(window.column);
            std::copy_n(begin, window.columns, out.begin() + static_cast<std::ptrdiff_t>(r * window.columns));
        }
    }
};

}  // namespace yiquan::demand
