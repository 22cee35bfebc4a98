// SPDX-License-Identifier: MIT
#include "core/relocation/rules.hpp"

#include <algorithm>

namespace yiquan::relocation {

bool county_agrees(const Problem& problem, std::size_t household, std::size_t site) {
    const std::string& county = problem.households[household].county;
    return !problem.within_county || (!county.empty() && county == problem.sites[site].county);
}

std::optional<Metres> farthest_of(const Problem& problem, std::size_t household) {
    const std::optional<Metres>& own = problem.households[household].farthest;
    if (own && problem.farthest) return std::min(*own, *problem.farthest);
    return own ? own : problem.farthest;
}

std::optional<Metres> allowed_distance(const Problem& problem, std::size_t household, std::size_t site) {
    if (!problem.sites[site].allowed || !county_agrees(problem, household, site)) return std::nullopt;
    const std::optional<Metres> limit = farthest_of(problem, household);
    if (limit && !problem.distances->may_lie_within(household, site, *limit)) return std::nullopt;
    const std::optional<Metres> distance = problem.distances->between(household, site);
    if (!distance || (limit && exceeds(*distance, *limit))) return std::nullopt;
    return distance;
}

bool exceeds(Metres distance, Metres limit) {
    return whole_millimetres(distance) > whole_millimetres(limit);
}

}  // namespace yiquan::relocation
