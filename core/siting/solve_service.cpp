// SPDX-License-Identifier: MIT
// The models that are one service program: cover the most demand, and the p-median.
#include <algorithm>
#include <bit>
#include <cmath>

#include "core/siting/model.hpp"
#include "core/siting/service_search.hpp"
#include "core/siting/travel_costs.hpp"

namespace yiquan::siting {
namespace {

/// What an answer takes from a search.
void tell_search(const Instance& instance, const ServiceChoice& choice, Answer& answer) {
    answer.open = instance.sites_of(choice.open);
    answer.greedy_open = instance.sites_of(choice.greedy_open);
    answer.greedy_known = true;
    answer.status = !choice.feasible && choice.ended                 ? Status::infeasible
                    : choice.feasible && choice.bound >= choice.cost ? Status::optimal
                                                                     : Status::feasible;
}

/// How much of an objective lies between it and its bound.
double relative(double between, double objective) {
    return objective > 0.0 ? between / objective : 0.0;
}

/// Weight with an open site in its row.
Persons covered(const Instance& instance, std::span<const std::uint32_t> chosen) {
    const std::vector<char> open = instance.opened(chosen);
    Persons sum;
    for (std::size_t d = 0; d < instance.links.rows(); ++d) {
        const auto row = instance.links_of(d);
        if (std::any_of(row.begin(), row.end(), [&](std::uint32_t n) { return open[n] != 0; })) {
            sum += instance.problem.demand.weights[d];
        }
    }
    return sum;
}

}  // namespace

Answer solve_mclp(const Instance& instance) {
    ServiceProgram program = instance.empty_program();
    std::int64_t total = 0;
    for (std::size_t d = 0; d < instance.links.rows(); ++d) {
        const std::int64_t weight = instance.weight(d);
        total += weight;
        const auto row = instance.links_of(d);
        if (weight == 0) continue;
        program.site.insert(program.site.end(), row.begin(), row.end());
        program.first.push_back(program.site.size());
        program.fallback.push_back(weight);
    }
    const ServiceProgram settled = settle(program, instance.states).program;
    program = {};
    const ServiceChoice choice =
        search_service(settled, instance.solver, {.hint = instance.hint, .total = static_cast<double>(total)},
                       instance.limits);
    Answer answer;
    tell_search(instance, choice, answer);
    answer.objective = covered(instance, choice.open).value();
    answer.greedy_objective = covered(instance, choice.greedy_open).value();
    const std::int64_t bound = total - std::max<std::int64_t>(choice.bound, 0);
    answer.bound = Persons::from_ticks((bound + choice.hidden) * instance.weight_unit).value();
    if (answer.status == Status::optimal) {
        answer.tolerance = relative(answer.bound - answer.objective, answer.objective);
    }
    instance.tell_uncoverable(answer);
    return answer;
}

Answer solve_median(const Instance& instance) {
    const TravelCosts costs(instance);
    ServiceProgram program = instance.empty_program();
    std::vector<std::pair<std::int64_t, std::uint32_t>> row;
    for (std::size_t d = 0; d < instance.links.rows(); ++d) {
        if (instance.weight(d) == 0) continue;
        row.clear();
        for (std::size_t k = instance.links.first[d]; k < instance.links.first[d + 1]; ++k) {
            row.emplace_back(costs.searched(d, k), instance.links.column[k]);
        }
        std::sort(row.begin(), row.end());
        for (const auto& [cost, site] : row) {
            program.cost.push_back(cost);
            program.site.push_back(site);
        }
        program.first.push_back(program.site.size());
        program.fallback.push_back(ServiceProgram::must);
    }
    const ServiceProgram settled = settle(program, instance.states).program;
    const ServiceChoice choice =
        search_service(settled, instance.solver, {.hint = instance.hint}, instance.limits);
    Answer answer;
    tell_search(instance, choice, answer);
    if (choice.feasible) answer.objective = costs.value(costs.travel(choice.open));
    if (choice.greedy_cost != ServiceProgram::must) {
        answer.greedy_objective = costs.value(costs.travel(choice.greedy_open));
    }
    const std::int64_t sure = std::max<std::int64_t>(choice.bound - choice.hidden, 0);
    answer.bound = costs.value(sure * costs.unit());
    if (answer.status == Status::optimal) {
        answer.tolerance = relative(answer.objective - answer.bound, answer.objective);
    }
    return answer;
}

}  // namespace yiquan::siting
