// SPDX-License-Identifier: MIT
#include "core/siting/point_costs.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "core/base/parallel.hpp"
#include "core/geo/circle.hpp"
#include "core/index/point_grid.hpp"
#include "core/siting/matrix_size.hpp"

namespace yiquan::siting {

Cost PointCosts::distance(std::size_t demand, std::uint32_t site) const {
    constexpr std::int64_t millimetre = Cost::ticks_per_unit / 1000;
    const double metres = geo::geodesic_distance(demand_[demand], sites_[site]).value();
    return Cost::from_ticks(std::llround(metres * 1e3) * millimetre);
}

Links PointCosts::reached(Cost limit, unsigned threads, Progress& progress) const {
    if (limit == no_limit) return every_pair();
    const index::PointGrid grid(demand_);
    std::vector<std::vector<std::uint32_t>> held(sites_.size());  // demand of each site
    std::atomic<std::uint64_t> pairs{0};
    constexpr std::size_t block = 16;
    parallel_blocks(sites_.size(), block, threads, progress, [&](std::size_t begin, std::size_t end) {
        for (std::size_t s = begin; s < end; ++s) {
            if (pairs > most_pairs) return;  // refused below
            const geo::GeodesicCircle circle(sites_[s], Metres{limit.value()});
            std::vector<std::uint32_t>& mine = held[s];
            grid.visit(
                circle,
                [&](std::size_t from, std::size_t to) {
                    for (std::size_t slot = from; slot < to; ++slot) mine.push_back(grid.order()[slot]);
                },
                [&](std::size_t from, std::size_t to) {
                    for (std::size_t slot = from; slot < to; ++slot) {
                        if (grid.within(slot, circle)) mine.push_back(grid.order()[slot]);
                    }
                });
            pairs += mine.size();
        }
    });
    if (pairs > most_pairs) refuse_matrix_size("--candidates", demand_.size(), sites_.size());
    Links out;
    out.first = std::vector<std::size_t>(demand_.size() + 1, 0);
    for (const auto& mine : held) {
        for (const std::uint32_t d : mine) ++out.first[d + 1];
    }
    for (std::size_t d = 0; d < demand_.size(); ++d) out.first[d + 1] += out.first[d];
    out.site.resize(out.first.back());
    std::vector<std::size_t> next(out.first.begin(), out.first.end() - 1);
    for (std::uint32_t s = 0; s < sites(); ++s) {
        for (const std::uint32_t d : held[s]) out.site[next[d]++] = s;
        std::vector<std::uint32_t>().swap(held[s]);
    }
    return out;
}

Links PointCosts::every_pair() const {
    const std::size_t width = sites_.size();
    check_matrix_size("--candidates", demand_.size(), width);
    Links out;
    out.first = std::vector<std::size_t>(demand_.size() + 1, 0);
    for (std::size_t d = 0; d <= demand_.size(); ++d) out.first[d] = d * width;
    out.site.resize(out.first.back());
    for (std::size_t k = 0; k < out.site.size(); ++k) out.site[k] = static_cast<std::uint32_t>(k % width);
    return out;
}

Links PointCosts::within(Cost limit, unsigned threads, Progress& progress) const {
    ProgressSlice finding(progress, 0.0, limit == no_limit ? 0.0 : 0.5);
    ProgressSlice measuring(progress, limit == no_limit ? 0.0 : 0.5, 1.0);
    Links out = reached(limit, threads, finding);
    out.cost.resize(out.site.size());
    constexpr std::size_t block = 64;
    parallel_blocks(demand_.size(), block, threads, measuring, [&](std::size_t begin, std::size_t end) {
        for (std::size_t d = begin; d < end; ++d) {
            for (std::size_t k = out.first[d]; k < out.first[d + 1]; ++k) {
                out.cost[k] = std::min(distance(d, out.site[k]), limit);
            }
        }
    });
    return out;
}

}  // namespace yiquan::siting
