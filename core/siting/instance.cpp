// SPDX-License-Identifier: MIT
#include "core/siting/instance.hpp"

#include <algorithm>
#include <numeric>

namespace yiquan::siting {

Instance::Instance(const Problem& the_problem, const Request& the_request, double limit,
                   const IntegerSolver* the_solver, const SearchLimits& the_limits)
    : problem(the_problem),
      request(the_request),
      solver(the_solver),
      limits(the_limits),
      order(problem.sites.size()),
      states(problem.sites.size(), SiteState::free),
      price(problem.sites.size(), 0),
      links(problem.costs->within(limit, request.threads, limits.progress())) {
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return problem.sites[a].id != problem.sites[b].id ? problem.sites[a].id < problem.sites[b].id : a < b;
    });
    std::vector<std::uint32_t> number(order.size());
    for (std::uint32_t n = 0; n < order.size(); ++n) {
        number[order[n]] = n;
        const Site& site = problem.sites[order[n]];
        if (site.forbidden) states[n] = SiteState::closed;
        if (site.forced || site.role == Role::stays) states[n] = SiteState::open;
        if (site.role == Role::stays) {
            ++staying;
        } else {
            price[n] = site.price.ticks();
        }
    }
    for (std::uint32_t& site : links.site) site = number[site];
    std::vector<std::pair<std::uint32_t, double>> row;
    for (std::size_t d = 0; d < links.rows(); ++d) {
        const std::size_t begin = links.first[d];
        const std::size_t end = links.first[d + 1];
        if (std::is_sorted(links.site.begin() + static_cast<std::ptrdiff_t>(begin),
                           links.site.begin() + static_cast<std::ptrdiff_t>(end))) {
            continue;
        }
        row.clear();
        for (std::size_t k = begin; k < end; ++k) row.emplace_back(links.site[k], links.cost[k]);
        std::sort(row.begin(), row.end());
        for (std::size_t k = begin; k < end; ++k) {
            links.site[k] = row[k - begin].first;
            links.cost[k] = row[k - begin].second;
        }
    }
    std::int64_t unit = 0;
    for (const Persons weight : problem.demand.weights) unit = std::gcd(unit, weight.ticks());
    weight_unit = std::max<std::int64_t>(unit, 1);
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
