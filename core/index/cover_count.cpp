// SPDX-License-Identifier: MIT
#include "core/index/cover_count.hpp"

#include <mutex>

#include "core/base/parallel.hpp"

namespace yiquan::index {
namespace {

/// Points by slot.
struct Points {
    const double* x;
    const double* y;
    const double* z;
    const std::int64_t* weight;  // ticks
};
struct Tested {
    std::int64_t ticks = 0;  ///< weight of the points inside for certain
    std::int64_t open = 0;   ///< number of points that the chord leaves open
};

/// Adds `one` to the tallies of the points that are inside for certain. The loop has no branches and lanes of
/// one width, so that the compiler can take several points at once, where the processor has AVX2 four.
/// ThreadSanitizer would crash in what chooses between the two, which runs before it is set up.
#if defined(__x86_64__) && !defined(__SANITIZE_THREAD__)
[[gnu::target_clones("avx2", "default")]]
#endif
Tested
test(Points points, std::size_t count, geo::Ecef centre, geo::ChordBounds bounds, std::uint64_t one,
     std::uint64_t* tally) {
    Tested tested;
    for (std::size_t i = 0; i < count; ++i) {
        const double dx = points.x[i] - centre.x;
        const double dy = points.y[i] - centre.y;
        const double dz = points.z[i] - centre.z;
        const double chord2 = dx * dx + dy * dy + dz * dz;
        const std::int64_t inside = chord2 <= bounds.certain2 ? -1 : 0;  // all bits or none
        tested.open += chord2 <= bounds.possible2 ? 1 : 0;
        tested.open += inside;
        tested.ticks += points.weight[i] & inside;
        tally[i] += one & static_cast<std::uint64_t>(inside);
    }
    return tested;
}

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

    /// A run of points to test; the rare ones that the chord leaves open are measured afterwards.
    std::int64_t test_run(std::size_t first, std::size_t last, const geo::GeodesicCircle& circle,
                          std::uint32_t number) {
        const std::size_t slot = base_ + first;
        const Tested tested =
            test({&grid_.x()[slot], &grid_.y()[slot], &grid_.z()[slot], &weight_[first]}, last - first,
                 circle.centre_ecef(), circle.bounds(), tally_of(number), &tally_[first]);
        std::int64_t ticks = tested.ticks;
        if (tested.open == 0) return ticks;
        for (std::size_t i = first; i < last; ++i) {
            const double chord2 = geo::chord2(grid_.ecef(base_ + i), circle.centre_ecef());
            if (chord2 <= circle.bounds().certain2 || !grid_.within(base_ + i, circle)) continue;
            ticks += weight_[i];
            tally_[i] += tally_of(number);
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
