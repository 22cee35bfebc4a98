// SPDX-License-Identifier: MIT
#include "core/relocation/rules.hpp"

#include <algorithm>

namespace yiquan::relocation {

bool county_agrees(const Problem& problem, std::size_t household, std::size_t site) {
    const std::string& county = problem.households[household].county;
    return !problem.within_county || (!county.empty() && county == problem.sites[site].county);
}

Cost farthest_of(const Problem& problem, std::size_t household) {
    return std::min(problem.households[household].farthest.value_or(coverage::CostSource::no_limit),
                    problem.farthest.value_or(coverage::CostSource::no_limit));
}

bool may_move(const Problem& problem, std::size_t household, std::size_t site, Cost cost) {
    return problem.sites[site].allowed && county_agrees(problem, household, site) &&
           cost <= farthest_of(problem, household);
}

}  // namespace yiquan::relocation
