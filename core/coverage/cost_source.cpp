// SPDX-License-Identifier: MIT
#include "core/coverage/cost_source.hpp"

#include <algorithm>

namespace yiquan::coverage {

void each_link(const CostSource& source, const Asked& asked, Cost limit, unsigned threads, Progress& progress,
               const std::function<void(std::size_t, std::uint32_t, Cost)>& visit) {
    constexpr std::size_t pairs_at_once = 1'000'000;
    const std::size_t block = std::max<std::size_t>(1, pairs_at_once / (asked.columns.size() + 1));
    const auto all = static_cast<double>(asked.rows.size());
    Asked part{{}, asked.columns};
    for (std::size_t begin = 0; begin < asked.rows.size(); begin += block) {
        const std::size_t end = std::min(asked.rows.size(), begin + block);
        part.rows.assign(asked.rows.begin() + static_cast<std::ptrdiff_t>(begin),
                         asked.rows.begin() + static_cast<std::ptrdiff_t>(end));
        ProgressSlice mine(progress, static_cast<double>(begin) / all, static_cast<double>(end) / all);
        const Links links = source.within(part, limit, threads, mine);
        for (std::size_t row = 0; row < links.rows(); ++row) {
            for (std::size_t k = links.first[row]; k < links.first[row + 1]; ++k) {
                visit(begin + row, links.column[k], links.cost[k]);
            }
        }
    }
}

NearestColumns CostSource::nearest(const Asked& asked, unsigned threads, Progress& progress) const {
    NearestColumns out;
    out.column.assign(asked.rows.size(), NearestColumns::none);
    out.cost.assign(asked.rows.size(), CostValue{std::numeric_limits<double>::infinity()});
    each_link(*this, asked, no_limit, threads, progress,
              [&](std::size_t row, std::uint32_t column, Cost cost) {
                  const CostValue value{cost.value()};
                  if (value >= out.cost[row]) return;
                  out.column[row] = column;
                  out.cost[row] = value;
              });
    return out;
}

}  // namespace yiquan::coverage
