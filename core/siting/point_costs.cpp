// SPDX-License-Identifier: MIT
#include "core/siting/point_costs.hpp"

#include <cmath>

#include "core/base/parallel.hpp"
#include "core/geo/circle.hpp"
#include "core/index/point_grid.hpp"

namespace yiquan::siting {

Links PointCosts::covered(double radius, unsigned threads, Progress& progress) const {
    const index::PointGrid grid(demand_);
    std::vector<std::vector<std::uint32_t>> held(sites_.size());  // demand of each site
    constexpr std::size_t block = 16;
    parallel_blocks(sites_.size(), block, threads, progress, [&](std::size_t begin, std::size_t end) {
        for (std::size_t s = begin; s < end; ++s) {
            const geo::GeodesicCircle circle(sites_[s], Metres{radius});
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
        }
    });
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
    out.cost.assign(out.site.size(), 0.0);
    return out;
}

Links PointCosts::measured(unsigned threads, Progress& progress) const {
    Links out;
    const std::size_t width = sites_.size();
    out.first = std::vector<std::size_t>(demand_.size() + 1, 0);
    for (std::size_t d = 0; d <= demand_.size(); ++d) out.first[d] = d * width;
    out.site.resize(out.first.back());
    out.cost.resize(out.first.back());
    constexpr std::size_t block = 64;
    parallel_blocks(demand_.size(), block, threads, progress, [&](std::size_t begin, std::size_t end) {
        for (std::size_t d = begin; d < end; ++d) {
            for (std::uint32_t s = 0; s < width; ++s) {
                out.site[d * width + s] = s;
                out.cost[d * width + s] = geo::geodesic_distance(demand_[d], sites_[s]).value();
            }
        }
    });
    return out;
}

Links PointCosts::within(double limit, unsigned threads, Progress& progress) const {
    return std::isinf(limit) ? measured(threads, progress) : covered(limit, threads, progress);
}

}  // namespace yiquan::siting
