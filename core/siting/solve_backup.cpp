// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "core/siting/cover_rows.hpp"
#include "core/siting/model.hpp"
#include "core/siting/siting_columns.hpp"
#include "core/siting/stepwise.hpp"

namespace yiquan::siting {
namespace {

/// Columns that are 1 where a row is not covered twice. Two open sites mean one beside any that is named,
/// which binds tighter than half of their number, but takes as many rows as there are sites.
void add_rows(const Instance& instance, const ServiceProgram& rows, double unit,
              optimize::IntegerProgram& program) {
    constexpr std::size_t most_tight = 24;
    std::vector<optimize::IntegerProgram::Term> terms;
    for (std::size_t i = 0; i < rows.clients(); ++i) {
        const std::size_t begin = rows.first[i];
        const std::size_t end = rows.first[i + 1];
        std::size_t open = 0;
        for (std::size_t k = begin; k < end; ++k) {
            if (instance.states[rows.label[rows.site[k]]] == SiteState::open) ++open;
        }
        if (open >= 2 || end - begin < 2) continue;
        const std::uint32_t missed =
            program.add_column({.cost = static_cast<double>(rows.fallback[i]) / unit, .upper = 1.0});
        terms.assign(1, {missed, 2.0});
        for (std::size_t k = begin; k < end; ++k) terms.push_back({rows.label[rows.site[k]], 1.0});
        program.add_row(2.0, optimize::IntegerProgram::unbounded, terms);
        if (end - begin > most_tight) continue;
        for (std::size_t left_out = begin; left_out < end; ++left_out) {
            terms.assign(1, {missed, 1.0});
            for (std::size_t k = begin; k < end; ++k) {
                if (k != left_out) terms.push_back({rows.label[rows.site[k]], 1.0});
            }
            program.add_row(1.0, optimize::IntegerProgram::unbounded, terms);
        }
    }
}

}  // namespace

Answer solve_backup(const Instance& instance) {
    const ServiceProgram rows = cover_rows(instance);
    const auto twice = [&](const std::vector<std::uint32_t>& chosen) {
        return weight_covered(rows, instance.opened(chosen), 2);
    };
    const Stepwise steps = choose_stepwise(instance, [&](const std::vector<std::uint32_t>& chosen) {
        const std::vector<char> open = instance.opened(chosen);
        return Worth{static_cast<double>(weight_covered(rows, open, 2)),
                     static_cast<double>(weight_covered(rows, open, 1))};
    });
    std::vector<std::uint32_t> best = steps.improved;
    std::int64_t most = 0;  // weight that two sites can cover at all
    for (std::size_t i = 0; i < rows.clients(); ++i) {
        if (rows.first[i + 1] - rows.first[i] >= 2) most += rows.fallback[i];
    }
    std::int64_t bound = most;
    std::int64_t hidden = 0;  // of what the solver cannot tell apart
    if (instance.solver != nullptr && twice(best) < most) {
        SitingColumns columns(instance);
        const double unit = std::max(1.0, static_cast<double>(most) / 1e5);
        add_rows(instance, rows, unit, columns.program);
        const double cutoff = (static_cast<double>(most - twice(best)) - 0.5) / unit;
        const double gap =
            optimize::gap_below(cutoff, static_cast<double>(most - twice(best)) / unit,
                                instance.limits.gap() * static_cast<double>(twice(best)) / unit);
        const optimize::IntegerResult result =
            instance.solver->solve(columns.program, cutoff, gap, instance.limits);
        if (!result.values.empty()) {
            std::vector<std::uint32_t> chosen = columns.open_in(result.values);
            if (twice(chosen) > twice(best)) best = std::move(chosen);
        }
        if (result.proved) {
            bound = twice(best);
            const double slack = optimize::solver_slack(cutoff) * unit;
            if (slack >= 0.5) hidden = static_cast<std::int64_t>(std::ceil(slack));
        } else if (std::isfinite(result.bound)) {
            const double value =
                static_cast<double>(most) - unit * (result.bound - optimize::solver_slack(result.bound));
            bound = std::clamp(static_cast<std::int64_t>(std::floor(value)), twice(best), most);
        }
    }
    Answer answer;
    answer.open = instance.sites_of(best);
    answer.objective = Persons::from_ticks(twice(best) * instance.weight_unit).value();
    answer.bound = Persons::from_ticks((bound + hidden) * instance.weight_unit).value();
    answer.status = bound == twice(best) ? Status::optimal : Status::feasible;
    if (answer.status == Status::optimal && answer.objective > 0.0) {
        answer.tolerance = (answer.bound - answer.objective) / answer.objective;
    }
    answer.greedy_known = true;
    answer.greedy_open = instance.sites_of(steps.greedy);
    answer.greedy_objective = Persons::from_ticks(twice(steps.greedy) * instance.weight_unit).value();
    instance.tell_uncoverable(answer);
    return answer;
}

}  // namespace yiquan::siting
