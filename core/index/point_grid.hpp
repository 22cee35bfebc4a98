// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/geo/circle.hpp"

namespace yiquan::index {

/// Points sorted into rows from south to north, and by longitude within each row.
///
/// Rows hold about as many points each, so they are thin where points are dense. A circle is answered by runs
/// of consecutive slots: for each row one run that lies inside for certain and needs no test, and up to two
/// that need one. Static: built once in O(n), never changed.
class PointGrid {
public:
    /// \param points at most 2^32 - 2, all finite and on Earth
    explicit PointGrid(std::span<const geo::LonLat> points);

    [[nodiscard]] std::size_t size() const { return order_.size(); }
    [[nodiscard]] std::size_t rows() const { return row_start_.size() - 1; }
    /// The original number of the point in each slot. Points of one place keep their order.
    [[nodiscard]] std::span<const std::uint32_t> order() const { return order_; }
    [[nodiscard]] const geo::LonLat& place(std::size_t slot) const { return places_[slot]; }
    [[nodiscard]] geo::Ecef ecef(std::size_t slot) const { return {x_[slot], y_[slot], z_[slot]}; }
    /// The points' Earth-centred coordinates by slot, an axis each.
    [[nodiscard]] std::span<const double> x() const { return x_; }
    [[nodiscard]] std::span<const double> y() const { return y_; }
    [[nodiscard]] std::span<const double> z() const { return z_; }
    /// First slot of a row; `row == rows()` gives the end.
    [[nodiscard]] std::size_t row_start(std::size_t row) const { return row_start_[row]; }

    /// True where the point in the slot lies in the circle.
    [[nodiscard]] bool within(std::size_t slot, const geo::GeodesicCircle& circle) const {
        const double chord2 = geo::chord2(ecef(slot), circle.centre_ecef());
        if (chord2 <= circle.bounds().certain2) return true;
        return chord2 <= circle.bounds().possible2 && circle.contains_exactly(places_[slot]);
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
            if (reach >= 180.0) break;  // around a pole: the runs hold every longitude already
        }
    }
    template <class Inside, class Perhaps>
    void visit(const geo::GeodesicCircle& circle, Inside inside, Perhaps perhaps) const {
        visit(circle, 0, rows(), inside, perhaps);
    }

private:
    /// Longitudes are compared as whole steps from the west; two points in one step have no order.
    static constexpr unsigned step_bits = 21;
    static constexpr std::uint32_t last_step = (1U << step_bits) - 1;

    /// Latitude between rows `edge - 1` and `edge`.
    struct Edge {
        double latitude = 0.0;
        geo::Parallel south;  // a hair south of it
        geo::Parallel north;
    };

    [[nodiscard]] std::uint32_t step_of(double lon) const {
        const double step = (lon - box_.west) * steps_per_degree_;
        return step <= 0.0 ? 0 : static_cast<std::uint32_t>(std::min(step, double{last_step}));
    }
    /// The row of a latitude that lies between the first and the last edge.
    [[nodiscard]] std::size_t row_of(double latitude) const {
        const auto above =
            std::upper_bound(edges_.begin() + 1, edges_.end() - 1, latitude,
                             [](double value, const Edge& edge) { return value < edge.latitude; });
        return static_cast<std::size_t>(above - edges_.begin()) - 1;
    }

    template <class Inside, class Perhaps>
    void visit_at(const geo::GeodesicCircle& circle, double lon, std::size_t first_row, std::size_t last_row,
                  Inside& inside, Perhaps& perhaps) const {
        constexpr double whole_turn = 360.0;
        if (order_.empty() || circle.north() < box_.south || circle.south() > box_.north) return;
        const std::size_t begin = std::max(first_row, row_of(circle.south()));
        const std::size_t end = std::min(last_row, row_of(circle.north()) + 1);
        if (begin >= end) return;
        // Between the centre's parallel and the one where meridians touch the circle lies its widest place.
        const double centre_lat = circle.centre().lat;
        const double widest_from = std::min(centre_lat, circle.widest_latitude()) - hair;
        const double widest_to = std::max(centre_lat, circle.widest_latitude()) + hair;
        const bool all_round = circle.greatest_half_width() >= 180.0;

        double outer_south = circle.half_width(edges_[begin].south, true);
        double inner_south = circle.half_width(edges_[begin].south, false);
        for (std::size_t row = begin; row < end; ++row) {
            const Edge& north = edges_[row + 1];
            const double outer_north = circle.half_width(north.north, true);
            const double inner_north = circle.half_width(north.north, false);
            const bool widest_here = north.latitude >= widest_from && edges_[row].latitude <= widest_to;
            const double outer = all_round     ? whole_turn
                                 : widest_here ? circle.greatest_half_width()
                                               : std::max(outer_south, outer_north);
            const double inner = all_round ? -1.0 : std::min(inner_south, inner_north);
            if (outer >= 0.0) visit_row(row, lon, outer + hair, inner - hair, inside, perhaps);
            outer_south = circle.half_width(north.south, true);
            inner_south = circle.half_width(north.south, false);
        }
    }

    template <class Inside, class Perhaps>
    void visit_row(std::size_t row, double lon, double outer, double inner, Inside& inside,
                   Perhaps& perhaps) const {
        constexpr std::ptrdiff_t short_run = 48;  // quicker to test than to split
        const auto slot = [this](auto at) { return static_cast<std::size_t>(at - steps_.begin()); };
        const auto start = steps_.begin();
        const auto from =
            std::lower_bound(start + row_start_[row], start + row_start_[row + 1], step_of(lon - outer));
        const auto to = std::upper_bound(from, start + row_start_[row + 1], step_of(lon + outer));
        if (from == to) return;
        if (inner <= 0.0 || to - from <= short_run) {
            perhaps(slot(from), slot(to));
            return;
        }
        // Steps strictly between those of the inner meridians.
        const auto certain = std::upper_bound(from, to, step_of(lon - inner));
        const auto uncertain = std::lower_bound(certain, to, step_of(lon + inner));
        if (from < certain) perhaps(slot(from), slot(certain));
        if (certain < uncertain) inside(slot(certain), slot(uncertain));
        if (uncertain < to) perhaps(slot(uncertain), slot(to));
    }

    static constexpr double hair = 1e-9;  // degrees, 0.1 mm: far above rounding

    geo::Box box_;
    double steps_per_degree_ = 0.0;
    std::vector<Edge> edges_;               // one more than rows
    std::vector<std::uint32_t> row_start_;  // one more than rows
    std::vector<std::uint32_t> steps_;      // by slot, rising in each row
    std::vector<std::uint32_t> order_;
    std::vector<geo::LonLat> places_;
    std::vector<double> x_;
    std::vector<double> y_;
    std::vector<double> z_;
};

}  // namespace yiquan::index
