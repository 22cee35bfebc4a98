// SPDX-License-Identifier: MIT
#include "core/relocation/instance.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/parallel.hpp"
#include "core/relocation/rules.hpp"
#include "core/relocation/unit_rows.hpp"

namespace yiquan::relocation {
namespace {

template <class Named>
std::vector<std::uint32_t> by_id(const std::vector<Named>& items) {
    std::vector<std::uint32_t> order(items.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return items[a].id < items[b].id; });
    return order;
}

std::vector<Unit> units_of(const Problem& problem) {
    std::vector<Unit> units;
    for (std::vector<std::uint32_t>& rows : unit_rows(problem)) {
        Unit& unit = units.emplace_back();
        for (const std::uint32_t row : rows) unit.people += problem.households[row].people;
        unit.rows = std::move(rows);
    }
    return units;
}

/// The links of one unit: where every row of it may go.
std::vector<Link> links_of(const Problem& problem, const Unit& unit, std::span<const std::uint32_t> sites) {
    std::vector<Link> links;
    for (std::uint32_t s = 0; s < sites.size(); ++s) {
        Link link{.site = s};
        const bool open = std::all_of(unit.rows.begin(), unit.rows.end(), [&](std::uint32_t row) {
            const auto metres = allowed_distance(problem, row, sites[s]);
            if (!metres) return false;
            const std::int64_t length = whole_millimetres(*metres);
            link.travel += length * problem.households[row].people;
            link.worst = std::max(link.worst, length);
            return true;
        });
        if (open) links.push_back(link);
    }
    return links;
}

}  // namespace

const Link* Instance::link(std::size_t unit, std::uint32_t site) const {
    const std::span<const Link> mine = links_of(unit);
    const auto at = std::lower_bound(mine.begin(), mine.end(), site,
                                     [](const Link& link, std::uint32_t s) { return link.site < s; });
    return at == mine.end() || at->site != site ? nullptr : &*at;
}

Instance instance_of(const Problem& problem, unsigned threads, Progress& progress) {
    Instance out;
    out.units = units_of(problem);
    out.sites = by_id(problem.sites);
    for (const std::uint32_t s : out.sites) {
        const Site& site = problem.sites[s];
        out.room.push_back(site.allowed ? site.capacity : 0);
        out.price.push_back(site.price.value_or(siting::Price{}).ticks());
    }
    std::vector<std::vector<Link>> found(out.units.size());
    constexpr std::size_t block = 16;
    parallel_blocks(out.units.size(), block, threads, progress, [&](std::size_t begin, std::size_t end) {
        for (std::size_t u = begin; u < end; ++u) found[u] = links_of(problem, out.units[u], out.sites);
    });
    for (std::size_t u = 0; u < out.units.size(); ++u) {
        out.people += out.units[u].people;
        out.links.insert(out.links.end(), found[u].begin(), found[u].end());
        out.first.push_back(out.links.size());
        std::vector<Link>().swap(found[u]);
    }
    return out;
}

PlanSums sums_of(const Instance& instance, const Plan& plan) {
    PlanSums sums;
    sums.load.assign(instance.room.size(), 0);
    for (std::size_t u = 0; u < plan.size(); ++u) {
        if (plan[u] == nowhere) continue;
        const Link& link = *instance.link(u, plan[u]);
        sums.placed += instance.units[u].people;
        sums.travel += link.travel;
        sums.worst = std::max(sums.worst, link.worst);
        sums.load[plan[u]] += instance.units[u].people;
    }
    return sums;
}

}  // namespace yiquan::relocation
