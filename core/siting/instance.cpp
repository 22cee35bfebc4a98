// SPDX-License-Identifier: MIT
#include "core/siting/instance.hpp"

#include <algorithm>
#include <numeric>

namespace yiquan::siting {

Instance::Instance(const Problem& the_problem, const Request& the_request, const Pairs& pairs,
                   const optimize::IntegerSolver* the_solver, const optimize::SearchLimits& the_limits)
    : problem(the_problem),
      request(the_request),
      solver(the_solver),
      limits(the_limits),
      order(pairs.order),
      links(pairs.links),
      weight_unit(pairs.weight_unit),
      states(problem.sites.size(), SiteState::free),
      price(problem.sites.size(), 0) {
    for (std::uint32_t n = 0; n < order.size(); ++n) {
        const Site& site = problem.sites[order[n]];
        if (site.forbidden) states[n] = SiteState::closed;
        if (site.forced || site.role == Role::stays) states[n] = SiteState::open;
        if (site.role == Role::stays) {
            ++staying;
        } else {
            price[n] = site.price.ticks();
        }
    }
}

std::vector<char> Instance::opened(std::span<const std::uint32_t> chosen) const {
    std::vector<char> out(states.size(), 0);
    for (std::size_t n = 0; n < states.size(); ++n) out[n] = states[n] == SiteState::open ? 1 : 0;
    for (const std::uint32_t n : chosen) out[n] = 1;
    return out;
}

std::vector<std::uint32_t> Instance::sites_of(std::span<const std::uint32_t> chosen) const {
    const std::vector<char> is_open = opened(chosen);
    std::vector<std::uint32_t> out;
    for (std::size_t n = 0; n < is_open.size(); ++n) {
        if (is_open[n] != 0 && problem.sites[order[n]].role != Role::stays) out.push_back(order[n]);
    }
    return out;
}

void Instance::tell_uncoverable(Answer& answer) const {
    for (std::size_t d = 0; d < links.rows(); ++d) {
        const Persons weight = problem.demand.weights[d];
        if (weight == Persons{}) continue;
        const auto row = links_of(d);
        if (std::any_of(row.begin(), row.end(),
                        [&](std::uint32_t n) { return states[n] != SiteState::closed; })) {
            continue;
        }
        answer.uncoverable += weight;
        ++answer.uncoverable_places;
    }
}

ServiceProgram Instance::empty_program() const {
    ServiceProgram out;
    out.label.resize(states.size());
    std::iota(out.label.begin(), out.label.end(), 0U);
    if (request.count) out.count = *request.count + staying;
    if (request.budget) {
        out.budget = request.budget->ticks();
        out.price = price;
    }
    return out;
}

}  // namespace yiquan::siting
