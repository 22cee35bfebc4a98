// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "core/geo/polygon.hpp"

namespace yiquan::index {

/// Tells which of many polygons holds a point.
///
/// Polygons that share a border exactly split its points between them: each lies in one of the two, never in
/// both or none. Where polygons overlap, the first one wins. Edges are straight in longitude and latitude.
/// A grid over the polygons answers at once for cells that no edge touches; elsewhere the crossings along a
/// parallel are counted (Shimrat 1962) over the edges of the point's row.
class PolygonLocator {
public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    explicit PolygonLocator(std::span<const geo::MultiPolygon> polygons);

    /// \return number of the polygon, `none` where there is none
    [[nodiscard]] std::uint32_t locate(geo::LonLat p) const;

    [[nodiscard]] const geo::Box& box() const { return box_; }

private:
    /// Edge with its southern end first, so that both owners of a shared border compute the same.
    struct Edge {
        geo::LonLat south;
        geo::LonLat north;
        std::uint32_t polygon = none;
    };
    static constexpr std::uint32_t mixed = none - 1;

    [[nodiscard]] std::uint32_t count_crossings(geo::LonLat p, std::size_t row) const;
    [[nodiscard]] std::size_t row_of(double lat) const;
    [[nodiscard]] std::size_t column_of(double lon) const;
    void mark_mixed_cells(const Edge& edge);

    geo::Box box_;
    std::size_t rows_ = 1;
    std::size_t columns_ = 1;
    double row_height_ = 1.0;
    double column_width_ = 1.0;
    std::vector<std::uint32_t> row_start_;  // into edges_
    std::vector<Edge> edges_;               // by row, then by polygon
    std::vector<std::uint32_t> cells_;      // polygon, none or mixed
};

}  // namespace yiquan::index
