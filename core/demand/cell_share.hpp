// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/exact.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::demand {

/// The share of each cell of a strip of a raster that one polygon covers, exactly.
///
/// Signed areas of the edges are gathered cell by cell and summed along each row, as scan converters for
/// fonts do (the method of FreeType's smooth rasteriser): O(edges crossed + cells), no clipping.
/// Coordinates are those of the raster: x counts columns, y counts rows downwards, cell (0, 0) is the unit
/// square.
class CellShares {
public:
    /// A window of the raster: columns [first_column, first_column + columns), rows likewise.
    CellShares(std::size_t first_column, std::size_t columns, std::size_t first_row, std::size_t rows);

    /// Adds one edge of a ring. Rings are closed; shells and holes run opposite ways.
    void add_edge(geo::RawPosition a, geo::RawPosition b);

    /// Sums up what was added.
    /// \return one share per cell of the window, row by row, 0 to 1
    [[nodiscard]] std::vector<float> shares() const;

private:
    void add_within_row(std::size_t row, geo::RawPosition a, geo::RawPosition b);

    double west_;
    double north_;
    std::size_t columns_;
    std::size_t rows_;
    std::vector<double> gathered_;  // one more column than cells
};

/// Splits an amount by shares without loss: whole ticks by largest remainder, ties to the earlier share.
/// What the shares leave of 1 goes to an entry of its own at the end.
/// \param shares each in 0..1; where they add to more than 1, or to a millionth less, they are scaled to 1
/// \return one amount per share, then the rest; the sum is `amount`
[[nodiscard]] std::vector<Persons> split_exactly(Persons amount, std::span<const double> shares);

}  // namespace yiquan::demand
