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

/// Numbers of the sites rise with their ids.
std::vector<std::uint32_t> order_of(const Problem& problem) {
    std::vector<std::uint32_t> order(problem.sites.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return problem.sites[a].id != problem.sites[b].id ? problem.sites[a].id < problem.sites[b].id : a < b;
    });
    return order;
}

coverage::Links gather(const Problem& problem, const Request& request, const optimize::SearchLimits& limits,
                       const std::vector<std::uint32_t>& order) {
    InTime progress(limits);
    const coverage::Asked asked{problem.demand.rows(), order};
    try {
        return request.threshold
                   ? problem.costs->reached(asked, *request.threshold, request.threads, progress)
                   : problem.costs->within(asked, coverage::CostSource::no_limit, request.threads, progress);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::cancelled || limits.progress().cancelled()) throw;
        throw Error{
            ErrorKind::input,
            {fmt::format("The time limit of {:g} s ran out while measuring which of {} sites can serve {} "
                         "demand points, so there is no answer; allow more time, or give fewer candidates.",
                         request.time_limit.value(), problem.sites.size(), problem.demand.size()),
             fmt::format("时间上限 {:g} 秒已到，{} 个站点与 {} "
                         "个需求点之间的费用尚未测算完，因此没有结果；请放宽时间上限，或减少候选点。",
                         request.time_limit.value(), problem.sites.size(), problem.demand.size())}};
    }
}

}  // namespace

Pairs::Pairs(const Problem& problem, const Request& request, const optimize::SearchLimits& limits)
    : order(order_of(problem)), links(gather(problem, request, limits, order)) {
    std::int64_t unit = 0;
    for (const Persons weight : problem.demand.weights) unit = std::gcd(unit, weight.ticks());
    weight_unit = std::max<std::int64_t>(unit, 1);
}

}  // namespace yiquan::siting
