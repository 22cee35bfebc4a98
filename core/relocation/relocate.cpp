// SPDX-License-Identifier: MIT
#include "core/relocation/relocate.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/base/error.hpp"
#include "core/relocation/packing.hpp"
#include "core/relocation/solve_openings.hpp"
#include "core/relocation/solve_travel.hpp"
#include "core/relocation/solve_worst.hpp"

namespace yiquan::relocation {
namespace {

constexpr double thousandths_per_unit = 1000.0;
constexpr double units_per_thousand = 1000.0;

/// A figure of the objective in the unit that a reader expects.
double in_unit(Objective objective, std::int64_t figure) {
    switch (objective) {
        case Objective::travel:
            return static_cast<double>(figure) / (thousandths_per_unit * units_per_thousand);
        case Objective::worst:
            return static_cast<double>(figure) / thousandths_per_unit;
        case Objective::sites:
            return static_cast<double>(figure);
        case Objective::cost:
            return Price::from_ticks(figure).value();
    }
    return 0.0;
}

Solution best_of(const Instance& instance, const Placement& start, const Request& request,
                 const optimize::IntegerSolver* solver, const optimize::SearchLimits& limits) {
    switch (request.objective) {
        case Objective::travel:
            break;
        case Objective::worst:
            return solve_worst(instance, start, solver, limits);
        case Objective::sites:
            return solve_openings(instance, start, std::vector<std::int64_t>(instance.room.size(), 1), solver,
                                  limits);
        case Objective::cost:
            return solve_openings(instance, start, instance.price, solver, limits);
    }
    return solve_travel(instance, start, solver, limits);
}

/// Gives those who stay the room that the plan leaves within their reach.
/// \return nothing where there is none
std::optional<Placement> filled(const Instance& instance, const Solution& solution, Placement start) {
    Packing packing(instance, start.split.price);
    std::vector<std::uint32_t> order(instance.units.size());
    std::iota(order.begin(), order.end(), 0U);
    packing.adopt(solution.plan, order);
    packing.fill();
    const std::int64_t placed = instance.people - packing.score().left_out;
    if (placed <= std::max(start.placed, solution.placed)) return std::nullopt;
    start.plan = packing.plan();
    start.placed = placed;
    start.travel = packing.score().travel;
    return start;
}

Solution solve(const Instance& instance, const Request& request, const optimize::IntegerSolver* solver,
               const optimize::SearchLimits& limits) {
    Placement start = place_most(instance, solver, limits, instance.people);
    if (!start.split.complete) limits.progress().check();  // stopped before there is a plan
    Solution out = best_of(instance, start, request, solver, limits);
    // An aim is reached with as many people as were placed before, others perhaps, so that one who stays may
    // find room where nobody looked for it: then more can be placed, and that comes first.
    while (out.placed < out.placeable) {
        std::optional<Placement> fuller = filled(instance, out, start);
        if (!fuller) break;
        start = std::move(*fuller);
        out = best_of(instance, start, request, solver, limits);
    }
    return out;
}

void tell_destinations(const Problem& problem, const Instance& instance, const Solution& solution,
                       unsigned threads, Answer& answer) {
    answer.assigned.resize(problem.households.size());
    answer.load.assign(problem.sites.size(), 0);
    answer.households.assign(problem.sites.size(), 0);
    std::vector<std::vector<std::uint32_t>> guests(problem.sites.size());
    for (std::size_t u = 0; u < instance.units.size(); ++u) {
        for (const std::uint32_t row : instance.units[u].rows) {
            const Household& household = problem.households[row];
            answer.people += household.people;
            answer.all_households += household.households;
            if (solution.plan[u] == nowhere) continue;
            const std::uint32_t site = instance.sites[solution.plan[u]];
            guests[site].push_back(row);
            answer.load[site] += household.people;
            answer.households[site] += household.households;
            answer.placed_people += household.people;
            answer.placed_households += household.households;
        }
    }
    Progress quiet;
    for (std::uint32_t site = 0; site < guests.size(); ++site) {
        if (guests[site].empty()) continue;
        const coverage::NearestColumns way = problem.costs->nearest({guests[site], {site}}, threads, quiet);
        for (std::size_t i = 0; i < guests[site].size(); ++i) {
            answer.assigned[guests[site][i]] = Destination{site, way.cost[i]};
            answer.worst = std::max(answer.worst, way.cost[i]);
        }
    }
    answer.travel = sums_of(instance, solution.plan).travel;
}

}  // namespace

Answer relocate(const Problem& problem, const Request& request, const optimize::IntegerSolver* solver,
                Progress& progress) {
    problem.check();
    if (problem.costs->unit() != CostUnit::metres) {  // results and reasons are worded in kilometres
        throw Error{ErrorKind::internal,
                    {"A relocation is counted in metres; give distances.", "搬迁方案按米计算；请给出距离。"}};
    }
    constexpr double measured = 0.2;
    constexpr double searched = 0.95;
    progress.stage({"measuring distances", "计算距离"});
    ProgressSlice measuring(progress, 0.0, measured);
    const Instance instance = instance_of(problem, request.threads, measuring);
    progress.stage({"searching for the best plan", "求最优方案"});
    ProgressSlice searching(progress, measured, searched);
    const optimize::SearchLimits limits(request.time_limit, request.gap, searching);
    const Solution solution = solve(instance, request, solver, limits);
    Answer answer;
    tell_destinations(problem, instance, solution, request.threads, answer);
    answer.unplaced = explain(problem, instance, solution.plan, request.threads);
    answer.status = solution.proved() ? optimize::Status::optimal : optimize::Status::feasible;
    answer.value = in_unit(request.objective, solution.value);
    answer.bound = in_unit(request.objective, std::min(solution.value, solution.bound));
    answer.gap = solution.gap();
    answer.placeable = solution.placeable;
    answer.took = limits.elapsed();
    progress.report(1.0);
    return answer;
}

}  // namespace yiquan::relocation
