// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/geo/circle.hpp"

namespace yiquan::index {

/// Points sorted into the cells of a flat grid in longitude and latitude, row by row from the south-west.
///
/// A circle is answered by runs of consecutive slots: for each row of cells one run that lies inside for
/// certain and needs no test, and up to two that need one. Static: built once in O(n), never changed.
class PointGrid {
public:
    /// \param points at most 2^32 - 2, all finite and on Earth
    explicit PointGrid(std::span<const geo::LonLat> points);

    [[nodiscard]] std::size_t size() const { return order_.size(); }
    [[nodiscard]] std::size_t rows() const { return rows_; }
    /// The original number of the point in each slot. Points of one cell keep their order.
    [[nodiscard]] std::span<const std::uint32_t> order() const { return order_; }
    [[nodiscard]] const geo::LonLat& place(std::size_t slot) const { return places_[slot]; }
    [[nodiscard]] geo::Ecef ecef(std::size_t slot) const { return {x_[slot], y_[slot], z_[slot]}; }
    /// The points' Earth-centred coordinates by slot, an axis each.
    [[nodiscard]] std::span<const double> x() const { return x_; }
    [[nodiscard]] std::span<const double> y() const { return y_; }
    [[nodiscard]] std::span<const double> z() const { return z_; }
    /// First slot of a row; `row == rows()` gives the end.
    [[nodiscard]] std::size_t row_start(std::size_t row) const { return cell_start_[row * columns_]; }

    /// True where the point in the slot lies in the circle.
    [[nodiscard]] bool within(std::size_t slot, const geo::GeodesicCircle& circle) const {
        const geo::Ecef& c = circle.centre_ecef();
        const double dx = x_[slot] - c.x;
        const double dy = y_[slot] - c.y;
        const double dz = z_[slot] - c.z;
        const double c2 = dx * dx + dy * dy + dz * dz;
        if (c2 <= circle.bounds().certain2) return true;
        return c2 <= circle.bounds().possible2 && circle.contains_exactly(places_[slot]);
    }

    /// Calls `inside(first, last)` for runs of slots that are certainly in the circle and
    /// `perhaps(first, last)` for runs that must be tested with `within`. Runs never overlap; every point of
    /// the circle in rows [first_row, last_row) lies in one.
    template <class Inside, class Perhaps>
    void visit(const geo::GeodesicCircle& circle, std::size_t first_row, std::size_t last_row, Inside inside,
               Perhaps perhaps) const {
        constexpr std::array shifts{0.0, -360.0, 360.0};  // the same circle seen across the date line
        for (const double shift : shifts) {
            const double lon = circle.centre().lon + shift;
            const double reach = circle.greatest_half_width();
            if (lon + reach < box_.west || lon - reach > box_.east) continue;
            visit_at(circle, lon, first_row, last_row, inside, perhaps);
            if (reach >= 180.0) break;  // around a pole: the runs hold every column already
        }
    }
    template <class Inside, class Perhaps>
    void visit(const geo::GeodesicCircle& circle, Inside inside, Perhaps perhaps) const {
        visit(circle, 0, rows_, inside, perhaps);
    }

private:
    [[nodiscard]] double row_south(std::size_t row) const {
        return box_.south + static_cast<double>(row) * cell_height_;
    }
    [[nodiscard]] std::size_t row_of(double lat) const {
        return clamped((lat - box_.south) / cell_height_, rows_);
    }
    [[nodiscard]] static std::size_t clamped(double cell, std::size_t count) {
        return cell <= 0.0 ? 0 : std::min(static_cast<std::size_t>(cell), count - 1);
    }

    template <class Inside, class Perhaps>
    void visit_at(const geo::GeodesicCircle& circle, double lon, std::size_t first_row, std::size_t last_row,
                  Inside& inside, Perhaps& perhaps) const {
        constexpr double hair = 1e-9;  // degrees, 0.1 mm: far above the rounding of cell borders
        constexpr double whole_turn = 360.0;
        if (order_.empty() || circle.north() < box_.south || circle.south() > box_.north) return;
        const std::size_t begin = std::max(first_row, row_of(circle.south()));
        const std::size_t end = std::min(last_row, row_of(circle.north()) + 1);
        if (begin >= end) return;
        // Between the centre's parallel and the one where meridians touch the circle lies its widest place.
        const double centre_lat = circle.centre().lat;
        const double widest_from = std::min(centre_lat, circle.widest_latitude());
        const double widest_to = std::max(centre_lat, circle.widest_latitude());
        const bool all_round = circle.greatest_half_width() >= 180.0;

        double south = row_south(begin) - hair;
        double outer_south = circle.half_width(south, true);
        double inner_south = circle.half_width(south, false);
        for (std::size_t row = begin; row < end; ++row) {
            const double north = row_south(row + 1) + hair;
            const double outer_north = circle.half_width(north, true);
            const double inner_north = circle.half_width(north, false);
            const bool widest_here = north >= widest_from && south <= widest_to;
            const double outer = all_round     ? whole_turn
                                 : widest_here ? circle.greatest_half_width()
                                               : std::max(outer_south, outer_north);
            const double inner = all_round ? -1.0 : std::min(inner_south, inner_north);
            if (outer >= 0.0) emit(row, lon, outer + hair, inner - hair, inside, perhaps);
            south = row_south(row + 1) - hair;
            outer_south = outer_north;
            inner_south = inner_north;
        }
    }

    template <class Inside, class Perhaps>
    void emit(std::size_t row, double lon, double outer, double inner, Inside& inside,
              Perhaps& perhaps) const {
        const double from = (lon - outer - box_.west) / cell_width_;
        const double to = (lon + outer - box_.west) / cell_width_;
        if (to < 0.0 || from > static_cast<double>(columns_)) return;
        const std::uint32_t* start = cell_start_.data() + row * columns_;
        const std::size_t first = clamped(from, columns_);
        const std::size_t last = clamped(to, columns_) + 1;
        // Cells that lie between the inner meridians with both their borders.
        const double inner_from = std::ceil((lon - inner - box_.west) / cell_width_);
        const double inner_to = std::floor((lon + inner - box_.west) / cell_width_);
        const std::size_t certain =
            std::clamp(static_cast<std::size_t>(std::max(inner_from, 0.0)), first, last);
        const std::size_t uncertain =
            std::clamp(static_cast<std::size_t>(std::max(inner_to, 0.0)), first, last);
        if (inner <= 0.0 || certain >= uncertain) {
            if (start[first] < start[last]) perhaps(start[first], start[last]);
            return;
        }
        if (start[first] < start[certain]) perhaps(start[first], start[certain]);
        if (start[certain] < start[uncertain]) inside(start[certain], start[uncertain]);
        if (start[uncertain] < start[last]) perhaps(start[uncertain], start[last]);
    }

    geo::Box box_;
    std::size_t rows_ = 1;
    std::size_t columns_ = 1;
    double cell_width_ = 1.0;   // degrees
    double cell_height_ = 1.0;  // degrees
    std::vector<std::uint32_t> cell_start_;
    std::vector<std::uint32_t> order_;
    std::vector<geo::LonLat> places_;
    std::vector<double> x_;
    std::vector<double> y_;
    std::vector<double> z_;
};

}  // namespace yiquan::index
