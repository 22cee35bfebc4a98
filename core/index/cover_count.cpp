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
          count_(grid.row_start(last_row) - base_ + 1),
          circle_sum_(count_.size()),
          weight_before_(count_.size()) {}

    void weigh(std::span<const Persons> weights) {
        for (std::size_t i = 0; i + 1 < weight_before_.size(); ++i) {
            weight_before_[i + 1] = weight_before_[i] + weights[grid_.order()[base_ + i]];
        }
    }

    /// \return weight of the circle's points in the band
    Persons add(const geo::GeodesicCircle& circle, std::uint32_t number) {
        Persons total;
        grid_.visit(
            circle, first_row_, last_row_,
            [&](std::size_t first, std::size_t last) {
                mark(first - base_, last - base_, number);
                total += weight_before_[last - base_] - weight_before_[first - base_];
            },
            [&](std::size_t first, std::size_t last) {
                for (std::size_t slot = first; slot < last; ++slot) {
                    if (!grid_.within(slot, circle)) continue;
                    const std::size_t at = slot - base_;
                    mark(at, at + 1, number);
                    total += weight_before_[at + 1] - weight_before_[at];
                }
            });
        return total;
    }

    void finish(CoverCount& out) const {
        std::uint32_t count = 0;
        std::uint32_t circle_sum = 0;
        for (std::size_t i = 0; i + 1 < count_.size(); ++i) {
            count += count_[i];
            circle_sum += circle_sum_[i];
            const std::uint32_t point = grid_.order()[base_ + i];
            out.count[point] = count;
            out.only[point] = count == 1 ? circle_sum : CoverCount::none;
        }
    }

private:
    // Differences along the slots, modulo 2^32: their running sums are the number of circles and the sum of
    // the circles' numbers, which is the circle itself where there is only one.
    void mark(std::size_t first, std::size_t last, std::uint32_t number) {
        count_[first] += 1;
        count_[last] -= 1;
        circle_sum_[first] += number;
        circle_sum_[last] -= number;
    }

    const PointGrid& grid_;
    std::size_t first_row_;
    std::size_t last_row_;
    std::size_t base_;
    std::vector<std::uint32_t> count_;
    std::vector<std::uint32_t> circle_sum_;
    std::vector<Persons> weight_before_;
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
