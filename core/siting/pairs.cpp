// SPDX-License-Identifier: MIT
#include "core/siting/pairs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "core/base/error.hpp"

namespace yiquan::siting {
namespace {

/// Ends the gathering with the search's time.
class InTime final : public Progress {
public:
    explicit InTime(const optimize::SearchLimits& limits) : limits_(limits) {}
    void report(double fraction) override { limits_.progress().report(fraction); }
    void stage(const Message& name) override { limits_.progress().stage(name); }
    [[nodiscard]] bool cancelled() const override { return limits_.over(); }

private:
    const optimize::SearchLimits& limits_;
};

Links gather(const Problem& problem, const Request& request, const optimize::SearchLimits& limits) {
    InTime progress(limits);
    try {
        return request.threshold ? problem.costs->reached(*request.threshold, request.threads, progress)
                                 : problem.costs->within(CostSource::no_limit, request.threads, progress);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::cancelled || limits.progress().cancelled()) throw;
        throw Error{
            ErrorKind::input,
            {fmt::format(
                 "The time limit of {:g} s ended while it was measured which of {} sites can serve {} "
                 "demand points, so there is no answer; allow more time, or give fewer candidates.",
                 request.seconds, problem.sites.size(), problem.demand.size()),
             fmt::format("时间上限 {:g} 秒已到，{} 个站点与 {} "
                         "个需求点之间的费用尚未测算完，因此没有结果；请放宽时间上限，或减少候选点。",
                         request.seconds, problem.sites.size(), problem.demand.size())}};
    }
}

/// Sorts each row by the numbers of its sites.
void sort_rows(Links& links) {
    const bool costs = !links.cost.empty();
    std::vector<std::pair<std::uint32_t, Cost>> row;
    for (std::size_t d = 0; d < links.rows(); ++d) {
        const std::size_t begin = links.first[d];
        const std::size_t end = links.first[d + 1];
        if (std::is_sorted(links.site.begin() + static_cast<std::ptrdiff_t>(begin),
                           links.site.begin() + static_cast<std::ptrdiff_t>(end))) {
            continue;
        }
        row.clear();
        for (std::size_t k = begin; k < end; ++k) {
            row.emplace_back(links.site[k], costs ? links.cost[k] : Cost{});
        }
        std::sort(row.begin(), row.end());
        for (std::size_t k = begin; k < end; ++k) {
            links.site[k] = row[k - begin].first;
            if (costs) links.cost[k] = row[k - begin].second;
        }
    }
}

}  // namespace

Pairs::Pairs(const Problem& problem, const Request& request, const optimize::SearchLimits& limits)
    : order(problem.sites.size()), links(gather(problem, request, limits)) {
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return problem.sites[a].id != problem.sites[b].id ? problem.sites[a].id < problem.sites[b].id : a < b;
    });
    std::vector<std::uint32_t> number(order.size());
    for (std::uint32_t n = 0; n < order.size(); ++n) number[order[n]] = n;
    for (std::uint32_t& site : links.site) site = number[site];
    sort_rows(links);
    std::int64_t unit = 0;
    for (const Persons weight : problem.demand.weights) unit = std::gcd(unit, weight.ticks());
    weight_unit = std::max<std::int64_t>(unit, 1);
}

}  // namespace yiquan::siting
