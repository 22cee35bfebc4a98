// SPDX-License-Identifier: MIT
#include "core/coverage/table_distances.hpp"

#include "core/base/parallel.hpp"

namespace yiquan::coverage {

Cost rounded_cost(Metres length) {
    constexpr std::int64_t millimetre = Cost::ticks_per_unit / 1000;
    const std::int64_t millimetres = whole_millimetres(length);
    return millimetres > CostSource::no_limit.ticks() / millimetre
               ? CostSource::no_limit
               : Cost::from_ticks(millimetres * millimetre);
}

Links TableDistances::within(const Asked& asked, Cost limit, unsigned threads, Progress& progress) const {
    constexpr Cost no_way = Cost::from_ticks(-1);
    const std::size_t width = asked.columns.size();
    Links out;
    out.cost.resize(asked.rows.size() * width);
    constexpr std::size_t block = 16;
    parallel_blocks(asked.rows.size(), block, threads, progress, [&](std::size_t begin, std::size_t end) {
        for (std::size_t k = begin * width; k < end * width; ++k) {
            const double length = metres(asked.rows[k / width], asked.columns[k % width]);
            out.cost[k] = length < 0.0 ? no_way : rounded_cost(Metres{length});
        }
    });
    std::size_t kept = 0;
    for (std::size_t row = 0; row < asked.rows.size(); ++row) {
        for (std::uint32_t c = 0; c < width; ++c) {
            const Cost cost = out.cost[row * width + c];
            if (cost == no_way || cost > limit) continue;
            out.column.push_back(c);
            out.cost[kept++] = cost;
        }
        out.first.push_back(kept);
    }
    out.cost.resize(kept);
    return out;
}

Links TableDistances::reached(const Asked& asked, Cost limit, unsigned threads, Progress& progress) const {
    Links out = within(asked, limit, threads, progress);
    out.cost = {};
    return out;
}

NearestColumns TableDistances::nearest(const Asked& asked, unsigned threads, Progress& progress) const {
    NearestColumns out;
    out.column.assign(asked.rows.size(), NearestColumns::none);
    out.cost.assign(asked.rows.size(), CostValue{std::numeric_limits<double>::infinity()});
    constexpr std::size_t block = 1024;
    parallel_blocks(asked.rows.size(), block, threads, progress, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            for (std::uint32_t c = 0; c < asked.columns.size(); ++c) {
                const CostValue length{metres(asked.rows[row], asked.columns[c])};
                if (length < CostValue{} || length >= out.cost[row]) continue;
                out.column[row] = c;
                out.cost[row] = length;
            }
        }
    });
    return out;
}

}  // namespace yiquan::coverage
