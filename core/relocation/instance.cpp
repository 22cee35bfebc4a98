// SPDX-License-Identifier: MIT
#include "core/relocation/instance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

#include "core/base/error.hpp"
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

/// Thousandths beyond which ways cannot be summed in 64 bits: what it costs to stay is more than all ways
/// together, and prices of room are up to that.
std::int64_t longest_countable(std::int64_t people, std::size_t sites) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 8;
    return most / (static_cast<std::int64_t>(sites) + 2) / std::max<std::int64_t>(1, people) - 1;
}

[[noreturn]] void refuse_so_far(const Problem& problem, std::uint32_t household, std::uint32_t site,
                                Cost way) {
    const std::string& from = problem.households[household].id;
    const std::string& to = problem.sites[site].id;
    const CostUnitInfo& unit = info(problem.costs->unit());
    refuse(fmt::format("\"{}\" has {:.0f} {} to go to \"{}\": that is too far to be summed exactly "
                       "for so many people and sites; correct it, or divide the list.",
                       from, way.value(), unit.en, to),
           fmt::format("“{}”到“{}”有 {:.0f} {}，人数和安置点较多时无法精确合计；请更正，或拆分名单。", from,
                       to, way.value(), unit.zh));
}

[[noreturn]] void refuse_so_many() {
    constexpr double gigabyte = 1e9;
    constexpr double bytes = 3.0 * sizeof(Link);  // in the instance, while that grows, and by worth
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
    refuse(fmt::format(
               "{} sites would take {:.0f} GB of memory for the distances between them; give at most {}.",
               sites, gigabytes, most_sites),
           fmt::format("{} 处安置点之间的往来需要 {:.0f} GB 内存；请最多给出 {} 处。", sites, gigabytes,
                       most_sites));
}

/// A site that a household may move to.
struct Way {
    std::uint32_t site = 0;  ///< by number
    Cost cost;
};

/// Finds the links of one unit after the other. A unit may go where each of its rows may.
class LinkFinder {
public:
    LinkFinder(const Problem& problem, Instance& out)
        : problem_(problem), out_(out), longest_(longest_countable(out.people, out.sites.size())) {}

    void run(unsigned threads, Progress& progress) {
        std::vector<std::uint32_t> rows;
        for (const Unit& unit : out_.units) rows.insert(rows.end(), unit.rows.begin(), unit.rows.end());
        constexpr std::size_t pairs_at_once = 1'000'000;
        const std::size_t block = std::max<std::size_t>(1, pairs_at_once / (out_.sites.size() + 1));
        const auto all = static_cast<double>(rows.size());
        for (std::size_t begin = 0; begin < rows.size(); begin += block) {
            const std::size_t end = std::min(rows.size(), begin + block);
            ProgressSlice mine(progress, static_cast<double>(begin) / all, static_cast<double>(end) / all);
            const std::span<const std::uint32_t> part = std::span{rows}.subspan(begin, end - begin);
            const std::vector<std::vector<Way>> ways = ways_of(part, threads, mine);
            for (std::size_t i = 0; i < part.size(); ++i) add(part[i], ways[i]);
        }
    }

private:
    /// Rows that are asked about together: they may go to the same sites, and have limits or none.
    using Group = std::pair<std::string_view, bool>;

    [[nodiscard]] std::vector<std::vector<Way>> ways_of(std::span<const std::uint32_t> rows, unsigned threads,
                                                        Progress& progress) const {
        std::map<Group, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::string_view county =
                problem_.within_county ? problem_.households[rows[i]].county : std::string_view{};
            const bool limited = farthest_of(problem_, rows[i]) != coverage::CostSource::no_limit;
            groups[{county, limited}].push_back(i);
        }
        std::vector<std::vector<Way>> ways(rows.size());
        std::size_t done = 0;
        const auto all = static_cast<double>(rows.size());
        for (const auto& [group, members] : groups) {
            ProgressSlice mine(progress, static_cast<double>(done) / all,
                               static_cast<double>(done + members.size()) / all);
            done += members.size();
            const std::vector<std::uint32_t> numbers = open_to(rows[members.front()]);
            coverage::Asked asked;
            for (const std::uint32_t n : numbers) asked.columns.push_back(out_.sites[n]);
            for (const std::size_t i : members) asked.rows.push_back(rows[i]);
            Cost limit;
            for (const std::uint32_t row : asked.rows) limit = std::max(limit, farthest_of(problem_, row));
            const coverage::Links links = problem_.costs->within(asked, limit, threads, mine);
            for (std::size_t m = 0; m < members.size(); ++m) {
                for (std::size_t k = links.first[m]; k < links.first[m + 1]; ++k) {
                    if (links.cost[k] > farthest_of(problem_, asked.rows[m])) continue;
                    ways[members[m]].push_back({numbers[links.column[k]], links.cost[k]});
                }
            }
        }
        return ways;
    }

    /// Numbers of the sites that a row may move to but for the way.
    [[nodiscard]] std::vector<std::uint32_t> open_to(std::uint32_t row) const {
        std::vector<std::uint32_t> numbers;
        for (std::uint32_t n = 0; n < out_.sites.size(); ++n) {
            const std::uint32_t site = out_.sites[n];
            if (problem_.sites[site].allowed && county_agrees(problem_, row, site)) numbers.push_back(n);
        }
        return numbers;
    }

    /// The next row of the unit that is being read.
    void add(std::uint32_t row, const std::vector<Way>& ways) {
        const bool first = read_ == 0;
        std::vector<Link> both;
        auto known = mine_.begin();
        for (const Way& way : ways) {
            while (!first && known != mine_.end() && known->site < way.site) ++known;
            if (!first && (known == mine_.end() || known->site != way.site)) continue;
            const std::int64_t length = thousandths(way.cost);
            if (length > longest_) refuse_so_far(problem_, row, out_.sites[way.site], way.cost);
            Link& link = both.emplace_back(first ? Link{.site = way.site} : *known);
            link.travel += length * problem_.households[row].people;
            link.worst = std::max(link.worst, length);
        }
        mine_ = std::move(both);
        if (++read_ < out_.units[out_.first.size() - 1].rows.size()) return;
        read_ = 0;
        if (out_.links.size() + mine_.size() > most_links) refuse_so_many();
        out_.links.insert(out_.links.end(), mine_.begin(), mine_.end());
        out_.first.push_back(out_.links.size());
    }

    const Problem& problem_;
    Instance& out_;
    std::int64_t longest_;
    std::vector<Link> mine_;  // of the rows read so far of the unit
    std::size_t read_ = 0;    // rows of it
};

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
    for (const Unit& unit : out.units) out.people += unit.people;
    LinkFinder(problem, out).run(threads, progress);
    out.links.shrink_to_fit();
    return out;
}

AssignmentSums sums_of(const Instance& instance, const Assignment& plan) {
    AssignmentSums sums;
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
