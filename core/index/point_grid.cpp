// SPDX-License-Identifier: MIT
#include "core/index/point_grid.hpp"

#include <numbers>

namespace yiquan::index {

PointGrid::PointGrid(std::span<const geo::LonLat> points) {
    constexpr double points_per_cell = 3.0;
    constexpr double most_cells_a_side = 8192.0;
    constexpr double widest_cell = 90.0;  // degrees
    for (const geo::LonLat p : points) box_.include(p);
    if (points.empty()) {
        box_ = {0.0, 0.0, 0.0, 0.0};
    } else {
        // Cells about as wide as high on the ground, a few points in each on average.
        const double squeeze =
            std::max(0.01, std::cos((box_.south + box_.north) / 2 * geo::radians_per_degree));
        const double width = std::max(1e-9, (box_.east - box_.west) * squeeze);
        const double height = std::max(1e-9, box_.north - box_.south);
        const double cells = std::max(1.0, static_cast<double>(points.size()) / points_per_cell);
        const double side = std::sqrt(width * height / cells);
        rows_ = static_cast<std::size_t>(std::clamp(height / side, 1.0, most_cells_a_side));
        // No cell so wide that a circle on the date line touches it from both sides, see `visit`.
        const double least_columns = std::max(1.0, std::ceil((box_.east - box_.west) / widest_cell));
        columns_ = static_cast<std::size_t>(std::clamp(width / side, least_columns, most_cells_a_side));
        cell_height_ = std::max(1e-12, (box_.north - box_.south) / static_cast<double>(rows_));
        cell_width_ = std::max(1e-12, (box_.east - box_.west) / static_cast<double>(columns_));
    }

    std::vector<std::uint32_t> cell_of(points.size());
    cell_start_.assign(rows_ * columns_ + 1, 0);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::size_t column = clamped((points[i].lon - box_.west) / cell_width_, columns_);
        cell_of[i] = static_cast<std::uint32_t>(row_of(points[i].lat) * columns_ + column);
        ++cell_start_[cell_of[i] + 1];
    }
    for (std::size_t cell = 1; cell < cell_start_.size(); ++cell) cell_start_[cell] += cell_start_[cell - 1];

    order_.resize(points.size());
    std::vector<std::uint32_t> next(cell_start_.begin(), cell_start_.end() - 1);
    for (std::size_t i = 0; i < points.size(); ++i)
        order_[next[cell_of[i]]++] = static_cast<std::uint32_t>(i);

    places_.resize(points.size());
    x_.resize(points.size());
    y_.resize(points.size());
    z_.resize(points.size());
    for (std::size_t slot = 0; slot < order_.size(); ++slot) {
        places_[slot] = points[order_[slot]];
        const geo::Ecef e = geo::to_ecef(places_[slot]);
        x_[slot] = e.x;
        y_[slot] = e.y;
        z_[slot] = e.z;
    }
}

}  // namespace yiquan::index
