// SPDX-License-Identifier: MIT
#include "core/relocation/unit_rows.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace yiquan::relocation {
namespace {

using VillageKey = std::pair<std::string_view, std::string_view>;

VillageKey key_of(const Household& household) {
    return {household.village, household.above};
}

std::string full_name(const Household& household) {
    return household.above.empty() ? household.village : household.above + ' ' + household.village;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> unit_rows(const Problem& problem) {
    std::vector<std::uint32_t> order(problem.households.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return problem.households[a].id < problem.households[b].id;
    });
    std::vector<std::vector<std::uint32_t>> units;
    std::map<VillageKey, std::size_t> villages;
    for (const std::uint32_t row : order) {
        const Household& household = problem.households[row];
        std::size_t unit = units.size();
        if (problem.moves_as_village(household)) {
            unit = villages.emplace(key_of(household), unit).first->second;
        }
        if (unit == units.size()) units.emplace_back();
        units[unit].push_back(row);
    }
    return units;
}

std::vector<std::string> unit_names(const Problem& problem) {
    std::vector<std::string> names(problem.households.size());
    std::unordered_set<std::string> taken;
    for (const Household& household : problem.households) taken.insert(household.id);
    const std::vector<std::vector<std::uint32_t>> units = unit_rows(problem);
    std::unordered_map<std::string_view, std::size_t> villages;  // how many have the name
    for (const std::vector<std::uint32_t>& rows : units) {
        const Household& first = problem.households[rows.front()];
        if (problem.moves_as_village(first)) ++villages[first.village];
    }
    for (const std::vector<std::uint32_t>& rows : units) {
        const Household& first = problem.households[rows.front()];
        std::string name = first.id;
        if (problem.moves_as_village(first)) {
            const bool plain = villages[first.village] == 1 && !taken.contains(first.village);
            name = plain ? first.village : full_name(first);
            while (!taken.insert(name).second) name += '#';
        }
        for (const std::uint32_t row : rows) names[row] = name;
    }
    return names;
}

}  // namespace yiquan::relocation
