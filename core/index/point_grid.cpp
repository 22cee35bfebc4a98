// SPDX-License-Identifier: MIT
#include "core/index/point_grid.hpp"

#include <cmath>

namespace yiquan::index {
namespace {

constexpr std::size_t most_rows = 2048;

/// Sorts by the upper half of each word, equal ones in their order: a radix sort, lowest digit first.
void sort_by_upper_half(std::vector<std::uint64_t>& words) {
    constexpr unsigned digit_bits = 11;
    constexpr std::size_t digits = std::size_t{1} << digit_bits;
    std::vector<std::uint64_t> sorted(words.size());
    for (unsigned shift = 32; shift < 64; shift += digit_bits) {
        const auto digit = [shift](std::uint64_t word) { return (word >> shift) & (digits - 1); };
        std::array<std::size_t, digits + 1> start{};
        for (const std::uint64_t word : words) ++start[digit(word) + 1];
        for (std::size_t d = 1; d < digits; ++d) start[d] += start[d - 1];
        for (const std::uint64_t word : words) sorted[start[digit(word)]++] = word;
        words.swap(sorted);
    }
}

/// Cuts latitudes into rows of about as many points each; a row is at least one bin of latitude high.
class Rows {
public:
    Rows(std::span<const geo::LonLat> points, const geo::Box& box)
        : south_(box.south),
          row_of_bin_(bins),
          bins_per_degree_(bins / std::max(1e-9, box.north - box.south)) {
        // Thin rows leave less to test at a circle's edge, but each costs a circle some 100 ns.
        const double wanted = std::sqrt(static_cast<double>(points.size())) / 4.0;
        const auto most = static_cast<std::size_t>(std::clamp(wanted, 1.0, static_cast<double>(most_rows)));
        const std::size_t enough = points.size() / most + 1;
        for (const geo::LonLat p : points) ++row_of_bin_[bin_of(p.lat)];
        std::uint32_t row = 0;
        std::size_t held = 0;
        for (std::uint32_t& bin : row_of_bin_) {
            const std::size_t count = bin;
            if (count > 0 && held > 0 && held + count > enough && row + 1 < most_rows) {
                ++row;
                held = 0;
            }
            held += count;
            bin = row;
        }
        count_ = row + 1;
    }

    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::uint32_t of(double latitude) const { return row_of_bin_[bin_of(latitude)]; }

private:
    static constexpr std::size_t bins = std::size_t{1} << 16U;

    [[nodiscard]] std::size_t bin_of(double latitude) const {
        return std::min(static_cast<std::size_t>((latitude - south_) * bins_per_degree_), bins - 1);
    }

    double south_;
    std::vector<std::uint32_t> row_of_bin_;
    double bins_per_degree_;
    std::size_t count_ = 1;
};

}  // namespace

PointGrid::PointGrid(std::span<const geo::LonLat> points) : row_start_{0} {
    if (points.empty()) {
        box_ = {0.0, 0.0, 0.0, 0.0};
        return;
    }
    for (const geo::LonLat p : points) box_.include(p);
    steps_per_degree_ = last_step / std::max(1e-9, box_.east - box_.west);

    const Rows rows(points, box_);
    std::vector<std::uint64_t> words(points.size());  // row, step, number
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::uint64_t row = rows.of(points[i].lat);
        words[i] = (row << step_bits | step_of(points[i].lon)) << 32U | i;
    }
    sort_by_upper_half(words);

    std::vector<double> southernmost(rows.count(), box_.north);
    row_start_.assign(rows.count() + 1, 0);
    steps_.resize(points.size());
    order_.resize(points.size());
    places_.resize(points.size());
    x_.resize(points.size());
    y_.resize(points.size());
    z_.resize(points.size());
    for (std::size_t slot = 0; slot < words.size(); ++slot) {
        const std::size_t row = words[slot] >> (32U + step_bits);
        steps_[slot] = static_cast<std::uint32_t>(words[slot] >> 32U) & last_step;
        order_[slot] = static_cast<std::uint32_t>(words[slot]);
        places_[slot] = points[order_[slot]];
        const geo::Ecef e = geo::to_ecef(places_[slot]);
        x_[slot] = e.x;
        y_[slot] = e.y;
        z_[slot] = e.z;
        row_start_[row + 1] = static_cast<std::uint32_t>(slot + 1);
        southernmost[row] = std::min(southernmost[row], places_[slot].lat);
    }
    for (std::size_t row = 0; row <= rows.count(); ++row) {
        const double latitude = row == rows.count() ? box_.north : southernmost[row];
        edges_.push_back({latitude, geo::parallel_at(latitude - hair), geo::parallel_at(latitude + hair)});
    }
}

}  // namespace yiquan::index
