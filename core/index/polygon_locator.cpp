// SPDX-License-Identifier: MIT
#include "core/index/polygon_locator.hpp"

#include <algorithm>
#include <cmath>

namespace yiquan::index {
namespace {

std::size_t clamped(double cell, std::size_t count) {
    return cell <= 0.0 ? 0 : std::min(static_cast<std::size_t>(cell), count - 1);
}

}  // namespace

PolygonLocator::PolygonLocator(std::span<const geo::MultiPolygon> polygons) {
    constexpr double most_cells_a_side = 1024.0;
    std::vector<Edge> all;
    for (std::uint32_t number = 0; number < polygons.size(); ++number) {
        for (const geo::Polygon& part : polygons[number].parts) {
            for (const geo::Ring& ring : part.rings) {
                for (std::size_t i = 1; i < ring.size(); ++i) {
                    Edge edge{ring[i - 1], ring[i], number};
                    box_.include(edge.south);
                    box_.include(edge.north);
                    if (edge.south.lat > edge.north.lat ||
                        (edge.south.lat == edge.north.lat && edge.south.lon > edge.north.lon)) {
                        std::swap(edge.south, edge.north);
                    }
                    all.push_back(edge);
                }
            }
        }
    }
    if (all.empty()) return;
    const double side = std::clamp(2.0 * std::sqrt(static_cast<double>(all.size())), 1.0, most_cells_a_side);
    rows_ = columns_ = static_cast<std::size_t>(side);
    row_height_ = std::max(1e-12, (box_.north - box_.south) / static_cast<double>(rows_));
    column_width_ = std::max(1e-12, (box_.east - box_.west) / static_cast<double>(columns_));

    row_start_.assign(rows_ + 1, 0);
    for (const Edge& edge : all) {
        for (std::size_t row = row_of(edge.south.lat); row <= row_of(edge.north.lat); ++row)
            ++row_start_[row + 1];
    }
    for (std::size_t row = 0; row < rows_; ++row) row_start_[row + 1] += row_start_[row];
    edges_.resize(row_start_.back());
    std::vector<std::uint32_t> next(row_start_.begin(), row_start_.end() - 1);
    cells_.assign(rows_ * columns_, none);
    for (const Edge& edge : all) {
        for (std::size_t row = row_of(edge.south.lat); row <= row_of(edge.north.lat); ++row) {
            edges_[next[row]++] = edge;
        }
        mark_mixed_cells(edge);
    }
    for (std::size_t row = 0; row < rows_; ++row) {
        for (std::size_t column = 0; column < columns_; ++column) {
            std::uint32_t& cell = cells_[row * columns_ + column];
            if (cell == mixed) continue;
            cell = count_crossings({box_.west + (static_cast<double>(column) + 0.5) * column_width_,
                                    box_.south + (static_cast<double>(row) + 0.5) * row_height_},
                                   row);
        }
    }
}

std::size_t PolygonLocator::row_of(double lat) const {
    return clamped((lat - box_.south) / row_height_, rows_);
}

std::size_t PolygonLocator::column_of(double lon) const {
    return clamped((lon - box_.west) / column_width_, columns_);
}

/// Marks every cell that the edge passes through or comes within a hair of.
void PolygonLocator::mark_mixed_cells(const Edge& edge) {
    const double hair = 1e-6 * column_width_;
    const double rise = edge.north.lat - edge.south.lat;
    for (std::size_t row = row_of(edge.south.lat - 1e-6 * row_height_);
         row <= row_of(edge.north.lat + 1e-6 * row_height_); ++row) {
        double from = 0.0;
        double to = 1.0;
        if (rise > 0.0) {
            const double row_south = box_.south + static_cast<double>(row) * row_height_;
            from = std::clamp((row_south - 1e-6 * row_height_ - edge.south.lat) / rise, 0.0, 1.0);
            to = std::clamp((row_south + (1.0 + 1e-6) * row_height_ - edge.south.lat) / rise, 0.0, 1.0);
        }
        const double lon_a = edge.south.lon + from * (edge.north.lon - edge.south.lon);
        const double lon_b = edge.south.lon + to * (edge.north.lon - edge.south.lon);
        const std::size_t last = column_of(std::max(lon_a, lon_b) + hair);
        for (std::size_t column = column_of(std::min(lon_a, lon_b) - hair); column <= last; ++column) {
            cells_[row * columns_ + column] = mixed;
        }
    }
}

std::uint32_t PolygonLocator::locate(geo::LonLat p) const {
    if (edges_.empty() || !box_.contains(p)) return none;
    const std::size_t row = row_of(p.lat);
    const std::uint32_t cell = cells_[row * columns_ + column_of(p.lon)];
    return cell == mixed ? count_crossings(p, row) : cell;
}

std::uint32_t PolygonLocator::count_crossings(geo::LonLat p, std::size_t row) const {
    // Edges of a row are grouped by polygon in rising order, so the first polygon with an odd count wins.
    std::uint32_t polygon = none;
    bool odd = false;
    for (std::uint32_t i = row_start_[row]; i < row_start_[row + 1]; ++i) {
        const Edge& edge = edges_[i];
        if (edge.polygon != polygon) {
            if (odd) return polygon;
            polygon = edge.polygon;
        }
        if (edge.south.lat > p.lat || edge.north.lat <= p.lat) continue;  // half open: a vertex counts once
        const double turn = (edge.north.lon - edge.south.lon) * (p.lat - edge.south.lat) -
                            (edge.north.lat - edge.south.lat) * (p.lon - edge.south.lon);
        if (turn > 0.0) odd = !odd;  // the edge crosses the parallel east of the point
    }
    return odd ? polygon : none;
}

}  // namespace yiquan::index
