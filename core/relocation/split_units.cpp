// SPDX-License-Identifier: MIT
#include "core/relocation/split_units.hpp"

#include <algorithm>

namespace yiquan::relocation {

std::int64_t stay_cost(const Instance& instance) {
    std::int64_t longest = 0;
    for (const Link& link : instance.links) longest = std::max(longest, link.worst);
    const auto sites = static_cast<std::int64_t>(instance.room.size());
    return (longest + 1) * (sites + 2);
}

SplitPlan split_units(const Instance& instance, std::int64_t may_stay, const optimize::SearchLimits& limits) {
    SplitProblem problem;
    problem.first = instance.first;
    problem.room = instance.room;
    problem.stay_room = may_stay;
    problem.stay_each = may_stay == instance.people ? stay_cost(instance) : 0;
    problem.links.reserve(instance.links.size());
    for (std::size_t u = 0; u < instance.units.size(); ++u) {
        problem.heads.push_back(instance.units[u].people);
        for (const Link& link : instance.links_of(u)) {
            problem.links.push_back({link.site, link.travel / instance.units[u].people});
        }
    }
    return split_transport(problem, [&] { return limits.over(); });
}

}  // namespace yiquan::relocation
