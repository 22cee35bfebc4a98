// SPDX-License-Identifier: MIT
#include "core/coverage/air_costs.hpp"

#include <atomic>
#include <cmath>

#include "core/base/parallel.hpp"
#include "core/coverage/matrix_size.hpp"
#include "core/coverage/nearest.hpp"
#include "core/geo/circle.hpp"
#include "core/geo/geodesic.hpp"
#include "core/index/point_grid.hpp"

namespace yiquan::coverage {
namespace {

struct Places {
    std::vector<geo::LonLat> places;
    std::vector<geo::Ecef> points;

    Places(const std::vector<geo::LonLat>& all, const std::vector<std::uint32_t>& asked) {
        for (const std::uint32_t number : asked) {
            places.push_back(all[number]);
            points.push_back(geo::to_ecef(all[number]));
        }
    }
    [[nodiscard]] std::size_t size() const { return places.size(); }
};

Cost distance(geo::LonLat from, geo::LonLat to) {
    constexpr double millimetres_per_metre = 1e3;
    constexpr std::int64_t millimetre = Cost::ticks_per_unit / 1000;
    const double millimetres = geo::geodesic_distance(from, to).value() * millimetres_per_metre;
    return Cost::from_ticks(std::llround(millimetres) * millimetre);
}

/// Rows one after the other, with costs.
Links joined(std::vector<Links> parts) {
    std::size_t pairs = 0;
    for (const Links& part : parts) pairs += part.column.size();
    Links out;
    out.column.reserve(pairs);
    out.cost.reserve(pairs);
    for (Links& part : parts) {
        for (std::size_t row = 0; row < part.rows(); ++row) {
            out.first.push_back(out.column.size() + part.first[row + 1]);
        }
        out.column.insert(out.column.end(), part.column.begin(), part.column.end());
        out.cost.insert(out.cost.end(), part.cost.begin(), part.cost.end());
        part = {};
    }
    return out;
}

Links every_pair(std::size_t rows, std::size_t columns) {
    check_matrix_size("--candidates", rows, columns);
    Links out;
    out.first = std::vector<std::size_t>(rows + 1, 0);
    for (std::size_t row = 0; row <= rows; ++row) out.first[row] = row * columns;
    out.column.resize(out.first.back());
    for (std::size_t k = 0; k < out.column.size(); ++k) {
        out.column[k] = static_cast<std::uint32_t>(k % columns);
    }
    return out;
}

}  // namespace

Links AirCosts::reached(const Asked& asked, Cost limit, unsigned threads, Progress& progress) const {
    const std::size_t rows = asked.rows.size();
    const std::size_t columns = asked.columns.size();
    if (limit == no_limit) return every_pair(rows, columns);
    const index::PointGrid grid(Places(rows_, asked.rows).places);
    std::vector<std::vector<std::uint32_t>> held(columns);  // rows of each column
    std::atomic<std::uint64_t> pairs{0};
    constexpr std::size_t block = 16;
    parallel_blocks(columns, block, threads, progress, [&](std::size_t begin, std::size_t end) {
        for (std::size_t c = begin; c < end; ++c) {
            if (pairs > most_pairs) return;  // refused below
            const geo::GeodesicCircle circle(columns_[asked.columns[c]], Metres{limit.value()});
            std::vector<std::uint32_t>& mine = held[c];
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
    if (pairs > most_pairs) refuse_matrix_size("--candidates", rows, columns);
    Links out;
    out.first = std::vector<std::size_t>(rows + 1, 0);
    for (const auto& mine : held) {
        for (const std::uint32_t row : mine) ++out.first[row + 1];
    }
    for (std::size_t row = 0; row < rows; ++row) out.first[row + 1] += out.first[row];
    out.column.resize(out.first.back());
    std::vector<std::size_t> next(out.first.begin(), out.first.end() - 1);
    for (std::uint32_t c = 0; c < columns; ++c) {
        for (const std::uint32_t row : held[c]) out.column[next[row]++] = c;
        std::vector<std::uint32_t>().swap(held[c]);
    }
    return out;
}

Links AirCosts::within(const Asked& asked, Cost limit, unsigned threads, Progress& progress) const {
    const Places from(rows_, asked.rows);
    const Places to(columns_, asked.columns);
    if (limit == no_limit) check_matrix_size("--candidates", from.size(), to.size());
    // The straight line through the Earth is never longer than the way around it.
    constexpr double rounding = 1.0;  // metre, far above what the coordinates' arithmetic loses
    const double longest = limit.value() + rounding;
    const double most2 = longest * longest;
    constexpr std::size_t block = 64;
    std::vector<Links> found(from.size() / block + 1);
    parallel_blocks(from.size(), block, threads, progress, [&](std::size_t begin, std::size_t end) {
        Links& mine = found[begin / block];
        for (std::size_t row = begin; row < end; ++row) {
            for (std::uint32_t column = 0; column < to.size(); ++column) {
                if (geo::chord2(from.points[row], to.points[column]) > most2) continue;
                const Cost cost = distance(from.places[row], to.places[column]);
                if (cost > limit) continue;
                mine.column.push_back(column);
                mine.cost.push_back(cost);
            }
            mine.first.push_back(mine.column.size());
        }
    });
    return joined(std::move(found));
}

NearestColumns AirCosts::nearest(const Asked& asked, unsigned threads, Progress& progress) const {
    const Places from(rows_, asked.rows);
    const Places to(columns_, asked.columns);
    const index::NearestTree tree(to.points);
    Nearest found = nearest_facilities(from.places, tree, to.places, threads, progress);
    static_assert(NearestColumns::none == index::NearestTree::none);
    NearestColumns out{std::move(found.facility), {}};
    out.cost.reserve(found.distance.size());
    for (const Metres distance : found.distance) out.cost.emplace_back(distance.value());
    return out;
}

}  // namespace yiquan::coverage
