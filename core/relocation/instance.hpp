// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "core/base/progress.hpp"
#include "core/relocation/problem.hpp"

namespace yiquan::relocation {

/// What moves as one: a row of households, or a village.
struct Unit {
    std::vector<std::uint32_t> rows;  ///< households of the problem, by id
    std::int64_t people = 0;
};

/// A site that a unit may move to.
struct Link {
    std::uint32_t site = 0;
    std::int64_t travel = 0;  ///< person-thousandths of the whole unit
    std::int64_t worst = 0;   ///< of its farthest row, thousandths
};

/// The problem in whole numbers. Units and sites are numbered by id, so that nothing that follows depends on
/// the order of rows.
struct Instance {
    std::vector<Unit> units;
    std::vector<std::size_t> first{0};  ///< the links of unit u are [first[u], first[u + 1]), sites rising
    std::vector<Link> links;
    std::vector<std::uint32_t> sites;  ///< of each number, index into the problem's sites
    std::vector<std::int64_t> room;    ///< heads, by number; 0 where the site is not allowed
    std::vector<std::int64_t> price;   ///< of opening, in its own ticks
    std::int64_t people = 0;

    [[nodiscard]] std::span<const Link> links_of(std::size_t unit) const {
        return std::span{links}.subspan(first[unit], first[unit + 1] - first[unit]);
    }
    /// Nothing where the unit may not move there.
    [[nodiscard]] const Link* link(std::size_t unit, std::uint32_t site) const;
};

/// What a larger computer has the memory for.
constexpr std::size_t most_links = 100'000'000;
constexpr std::size_t most_sites = 16'000;

/// Asks for all distances and keeps the pairs that every rule allows.
/// \throws Error{cancelled}, and Error{input} for more links or sites than that, and for a way that cannot be
///         summed exactly over all people
[[nodiscard]] Instance instance_of(const Problem& problem, unsigned threads, Progress& progress);

/// The same without links that fail `keep(unit, link)`.
template <class Keep>
[[nodiscard]] Instance with_links(const Instance& whole, Keep keep) {
    Instance out = whole;
    out.first.assign(1, 0);
    out.links.clear();
    for (std::size_t u = 0; u < whole.units.size(); ++u) {
        for (const Link& link : whole.links_of(u)) {
            if (keep(u, link)) out.links.push_back(link);
        }
        out.first.push_back(out.links.size());
    }
    return out;
}

/// Costs are summed in whole thousandths of their unit: millimetres, milliseconds.
[[nodiscard]] constexpr std::int64_t thousandths(Cost cost) {
    constexpr std::int64_t ticks = Cost::ticks_per_unit / 1000;
    return (cost.ticks() + ticks / 2) / ticks;
}

/// Where each unit goes: the number of a site, or nowhere.
constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();
using Assignment = std::vector<std::uint32_t>;

/// Sums of an assignment.
struct AssignmentSums {
    std::int64_t placed = 0;         ///< heads
    std::int64_t travel = 0;         ///< person-thousandths
    std::int64_t worst = 0;          ///< thousandths
    std::vector<std::int64_t> load;  ///< heads, by site
};
[[nodiscard]] AssignmentSums sums_of(const Instance& instance, const Assignment& plan);

}  // namespace yiquan::relocation
