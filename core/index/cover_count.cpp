// SPDX-License-Identifier: MIT
#include "core/index/cover_count.hpp"

#include <mutex>

#include "core/base/parallel.hpp"

namespace yiquan::index {
namespace {

/// Works on one band of rows; bands share no slot.
class Band {
public:
    Band(const PointGrid& grid, std::size_t first_row, std::size_t last_row)
        : grid_(grid),
          first_row_(first_row),
          last_row_(last_row),
          base_(grid.row_start(first_row)),
          size_(grid.row_start(last_row) - base_),
          run_tally_(size_ + 1),
          tally_(size_),
          weight_(size_),
          weight_before_(size_ + 1) {}

    void weigh(std::span<const Persons> weights) {
        for (std::size_t i = 0; i < size_; ++i) {
            weight_[i] = weights[grid_.order()[base_ + i]].ticks();
            weight_before_[i + 1] = weight_before_[i] + weight_[i];
        }
    }

    /// \return weight of the circle's points in the band
    Persons add(const geo::GeodesicCircle& circle, std::uint32_t number) {
        std::int64_t ticks = 0;
        grid_.visit(
            circle, first_row_, last_row_,
            [&](std::size_t first, std::size_t last) {
                ticks += add_run(first - base_, last - base_, number);
            },
            [&](std::size_t first, std::size_t last) {
                ticks += test_run(first - base_, last - base_, circle, number);
            });
        return Persons::from_ticks(ticks);
    }

    void finish(CoverCount& out) const {
        std::uint64_t tally = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            tally += run_tally_[i];
            const std::uint64_t both = tally + tally_[i];
            const auto count = static_cast<std::uint32_t>(both);
            const std::uint32_t point = grid_.order()[base_ + i];
            out.count[point] = count;
            out.only[point] = count == 1 ? static_cast<std::uint32_t>(both >> 32U) : CoverCount::none;
        }
    }

private:
    /// One circle as a tally: 1 in the lower half, its number in the upper. A sum of tallies holds the number
    /// of circles and, modulo 2^32, the sum of their numbers: the circle itself where there is only one.
    static constexpr std::uint64_t tally_of(std::uint32_t number) {
        return (std::uint64_t{number} << 32U) | 1U;
    }

    /// A run of points inside, as differences along the slots.
    std::int64_t add_run(std::size_t first, std::size_t last, std::uint32_t number) {
        run_tally_[first] += tally_of(number);
        run_tally_[last] -= tally_of(number);
        return weight_before_[last] - weight_before_[first];
    }

    /// A run of points to test. The loop has no branches, so that the compiler can do several points at once;
    /// the rare points that the chord leaves open are measured afterwards.
    std::int64_t test_run(std::size_t first, std::size_t last, const geo::GeodesicCircle& circle,
                          std::uint32_t number) {
        const auto [certain2, possible2] = circle.bounds();
        const geo::Ecef centre = circle.centre_ecef();
        const double* x = grid_.x().data() + base_;
        const double* y = grid_.y().data() + base_;
        const double* z = grid_.z().data() + base_;
        std::uint64_t* tally = tally_.data();
        const std::uint64_t one = tally_of(number);
        const std::int64_t* weight = weight_.data();
        std::int64_t ticks = 0;
        std::int64_t open = 0;
        for (std::size_t i = first; i < last; ++i) {
            const double dx = x[i] - centre.x;
            const double dy = y[i] - centre.y;
            const double dz = z[i] - centre.z;
            const double chord2 = dx * dx + dy * dy + dz * dz;
            const std::int64_t inside = chord2 <= certain2 ? -1 : 0;  // all bits or none
            open += chord2 <= possible2 ? 1 : 0;
            open += inside;
            ticks += weight[i] & inside;
            tally[i] += one & static_cast<std::uint64_t>(inside);
        }
        if (open == 0) return ticks;
        for (std::size_t i = first; i < last; ++i) {
            const double chord2 = geo::chord2(grid_.ecef(base_ + i), centre);
            if (chord2 <= certain2 || !grid_.within(base_ + i, circle)) continue;
            ticks += weight[i];
            tally[i] += one;
        }
        return ticks;
    }

    const PointGrid& grid_;
    std::size_t first_row_;
    std::size_t last_row_;
    std::size_t base_;  // slot of the band's first point
    std::size_t size_;
    std::vector<std::uint64_t> run_tally_;  // differences
    std::vector<std::uint64_t> tally_;      // of the points tested one by one
    std::vector<std::int64_t> weight_;      // ticks
    std::vector<std::int64_t> weight_before_;
};

}  // namespace

CoverCount count_cover(const PointGrid& grid, std::span<const geo::GeodesicCircle> circles,
                       std::span<const Persons> weights, unsigned threads, Progress& progress) {
    CoverCount out;
    out.count.resize(grid.size());
    out.only.assign(grid.size(), CoverCount::none);
    out.within.resize(circles.size());
    std::mutex within_mutex;

    constexpr std::size_t bands_per_thread = 8;
    const std::size_t rows_per_band = grid.rows() / (bands_per_thread * std::max(1U, threads)) + 1;
    parallel_blocks(grid.rows(), rows_per_band, threads, progress, [&](std::size_t first, std::size_t last) {
        Band band(grid, first, last);
        band.weigh(weights);
        std::vector<Persons> within(circles.size());
        for (std::uint32_t number = 0; number < circles.size(); ++number) {
            within[number] = band.add(circles[number], number);
        }
        band.finish(out);
        const std::scoped_lock lock(within_mutex);
        for (std::size_t number = 0; number < circles.size(); ++number) out.within[number] += within[number];
    });
    return out;
}

}  // namespace yiquan::index
