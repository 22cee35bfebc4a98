// SPDX-License-Identifier: MIT
#include "core/relocation/instance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <limits>
#include <numeric>

#include "core/base/error.hpp"
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

[[noreturn]] void refuse(const std::string& en, const std::string& zh) {
    throw Error{ErrorKind::input, {en, zh}};
}

/// Millimetres beyond which ways cannot be summed in 64 bits: what it costs to stay is more than all ways
/// together, and prices of room are up to that.
std::int64_t longest_countable(std::int64_t people, std::size_t sites) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 8;
    return most / (static_cast<std::int64_t>(sites) + 2) / std::max<std::int64_t>(1, people) - 1;
}

/// The links of one unit: where every row of it may go.
std::vector<Link> links_of(const Problem& problem, const Unit& unit, std::span<const std::uint32_t> sites,
                           std::int64_t longest) {
    std::vector<Link> links;
    for (std::uint32_t s = 0; s < sites.size(); ++s) {
        Link link{.site = s};
        const bool open = std::all_of(unit.rows.begin(), unit.rows.end(), [&](std::uint32_t row) {
            const auto metres = allowed_distance(problem, row, sites[s]);
            if (!metres) return false;
            const std::int64_t length = whole_millimetres(*metres);
            if (length > longest) {
                refuse(
                    fmt::format("\"{}\" has {:.0f} m to go to \"{}\": that is too far to be summed exactly "
                                "for so many people and sites; correct it, or divide the list.",
                                problem.households[row].id, metres->value(), problem.sites[sites[s]].id),
                    fmt::format(
                        "“{}”到“{}”有 {:.0f} 米，人数和安置点较多时无法精确合计；请更正，或拆分名单。",
                        problem.households[row].id, problem.sites[sites[s]].id, metres->value()));
            }
            link.travel += length * problem.households[row].people;
            link.worst = std::max(link.worst, length);
            return true;
        });
        if (open) links.push_back(link);
    }
    return links;
}

[[noreturn]] void refuse_so_many() {
    constexpr double gigabyte = 1e9;
    constexpr double bytes = 3.0 * sizeof(Link);  // as found, in the instance, and by worth
    const double gigabytes = bytes * static_cast<double>(most_links) / gigabyte;
    refuse(
        fmt::format("More than {} million pairs of household and site may be used, which takes over {:.0f} "
                    "GB of memory; give --max-distance or --within, or divide the list.",
                    most_links / 1'000'000, gigabytes),
        fmt::format("可用的“农户—安置点”组合超过 {} 百万对，需要 {:.0f} GB 以上内存；请给出 --max-distance "
                    "或 --within，或拆分名单。",
                    most_links / 1'000'000, gigabytes));
}

[[noreturn]] void refuse_so_many_sites(std::size_t sites) {
    constexpr double gigabyte = 1e9;
    constexpr double bytes_per_pair = 16.0;  // of the ways between sites
    const auto count = static_cast<double>(sites);
    const double gigabytes = bytes_per_pair * count * count / gigabyte;
    refuse(fmt::format("{} sites would take {:.0f} GB of memory for the ways between them; give at most {}.",
                       sites, gigabytes, most_sites),
           fmt::format("{} 处安置点之间的往来需要 {:.0f} GB 内存；请最多给出 {} 处。", sites, gigabytes,
                       most_sites));
}

}  // namespace

const Link* Instance::link(std::size_t unit, std::uint32_t site) const {
    const std::span<const Link> mine = links_of(unit);
    const auto at = std::lower_bound(mine.begin(), mine.end(), site,
                                     [](const Link& link, std::uint32_t s) { return link.site < s; });
    return at == mine.end() || at->site != site ? nullptr : &*at;
}

Instance instance_of(const Problem& problem, unsigned threads, Progress& progress) {
    if (problem.sites.size() > most_sites) refuse_so_many_sites(problem.sites.size());
    Instance out;
    out.units = units_of(problem);
    out.sites = by_id(problem.sites);
    for (const std::uint32_t s : out.sites) {
        const Site& site = problem.sites[s];
        out.room.push_back(site.allowed ? site.capacity : 0);
        out.price.push_back(site.price.value_or(Price{}).ticks());
    }
    std::vector<std::vector<Link>> found(out.units.size());
    for (const Unit& unit : out.units) out.people += unit.people;
    const std::int64_t longest = longest_countable(out.people, out.sites.size());
    constexpr std::size_t block = 16;
    std::atomic<std::size_t> links{0};
    parallel_blocks(out.units.size(), block, threads, progress, [&](std::size_t begin, std::size_t end) {
        for (std::size_t u = begin; u < end; ++u) {
            found[u] = links_of(problem, out.units[u], out.sites, longest);
            if (links.fetch_add(found[u].size()) + found[u].size() > most_links) refuse_so_many();
        }
    });
    out.links.reserve(links);
    for (std::size_t u = 0; u < out.units.size(); ++u) {
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
