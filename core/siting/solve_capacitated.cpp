// SPDX-License-Identifier: MIT
// The models with seats. Demand of one point may be shared among sites.
#include <algorithm>
#include <array>
#include <cmath>
#include <compare>
#include <numeric>

#include "core/siting/model.hpp"
#include "core/siting/siting_columns.hpp"
#include "core/siting/stepwise.hpp"
#include "core/siting/transport.hpp"
#include "core/siting/travel_costs.hpp"

namespace yiquan::siting {
namespace {

/// Serving costs what the links cost, or nothing where only the served count.
class Capacitated {
public:
    Capacitated(const Instance& instance, bool median)
        : instance_(instance), costs_(instance), median_(median) {
        // Whole persons, or what divides the weights where they are finer; part of one is no seat for anyone.
        unit_ = std::gcd(instance.weight_unit, Persons::whole(1).ticks());
        for (const std::uint32_t s : instance.order) {
            const Site& site = instance.problem.sites[s];
            seats_.push_back(site.seats ? site.seats->ticks() / unit_ : 0);
        }
        for (std::size_t d = 0; d < instance.links.rows(); ++d) {
            supply_.push_back(instance.problem.demand.weights[d].ticks() / unit_);
            total_ += supply_.back();
            if (supply_.back() > 0) rows_.push_back(d);
        }
        std::sort(rows_.begin(), rows_.end(), [&](std::size_t a, std::size_t b) { return before(a, b); });
    }

    Answer run() {
        const Stepwise steps = choose_stepwise(
            instance_, [&](const std::vector<std::uint32_t>& chosen) { return rough_worth(chosen); });
        Answer answer;
        answer.greedy_known = true;
        answer.greedy_open = instance_.sites_of(steps.greedy);
        const TransportPlan greedy = plan(steps.greedy);
        answer.greedy_objective = value(greedy);
        TransportPlan best = plan(steps.improved);
        std::vector<std::uint32_t> open = steps.improved;
        if (better(greedy, best)) {
            best = greedy;
            open = steps.greedy;
        }
        double bound = median_ ? 0.0 : people(total_);
        bool proved = false;
        if (instance_.solver != nullptr) proved = solve(open, best, bound);
        const bool complete = !median_ || best.served == total_;
        answer.open = instance_.sites_of(open);
        answer.objective = value(best);
        // A proof is the solver's: it tells costs apart only down to its arithmetic.
        if (proved && !exact_) answer.tolerance = optimize::solver_slack(1.0);
        const double hidden = answer.tolerance * answer.objective;
        answer.bound = !proved ? bound : answer.objective + (median_ ? -hidden : hidden);
        answer.status = complete ? (proved ? Status::optimal : Status::feasible)
                        : proved ? Status::infeasible
                                 : Status::feasible;
        if (!median_) instance_.tell_uncoverable(answer);
        return answer;
    }

private:
    /// An order of demand that does not come from the order of rows: by links, then by weight.
    [[nodiscard]] bool before(std::size_t a, std::size_t b) const {
        const auto compare = [&](const auto& values) {
            const auto row = [&](std::size_t d) {
                return std::span{values}.subspan(instance_.links.first[d],
                                                 instance_.links.first[d + 1] - instance_.links.first[d]);
            };
            const auto of_a = row(a);
            const auto of_b = row(b);
            return std::lexicographical_compare_three_way(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                                                          std::compare_three_way{});
        };
        if (const auto order = compare(instance_.links.column); order != 0) return order < 0;
        if (median_) {
            if (const auto order = compare(instance_.links.cost); order != 0) return order < 0;
        }
        return supply_[a] < supply_[b];
    }
    [[nodiscard]] std::int64_t link_cost(std::size_t k) const { return median_ ? costs_.cost(k) : 0; }
    [[nodiscard]] double people(std::int64_t amount) const {
        return Persons::from_ticks(amount * unit_).value();
    }
    /// In persons times the unit of the source.
    [[nodiscard]] double travel(double cost) const { return cost * costs_.value(1, unit_); }
    [[nodiscard]] double value(const TransportPlan& plan) const {
        return median_ ? costs_.value(plan.cost, unit_) : people(plan.served);
    }
    [[nodiscard]] bool better(const TransportPlan& a, const TransportPlan& b) const {
        return a.served != b.served ? a.served > b.served : a.cost < b.cost;
    }
    [[nodiscard]] TransportPlan plan(std::span<const std::uint32_t> chosen) const {
        const std::vector<char> open = instance_.opened(chosen);
        TransportProblem problem;
        problem.supply = supply_;
        problem.room = seats_;
        for (const std::size_t d : rows_) {
            for (std::size_t k = instance_.links.first[d]; k < instance_.links.first[d + 1]; ++k) {
                const std::uint32_t n = instance_.links.column[k];
                if (open[n] != 0) {
                    problem.links.push_back({static_cast<std::uint32_t>(d), n, link_cost(k)});
                }
            }
        }
        return transport(problem);
    }
    /// Quick and a little too low: points in their order fill the nearest seats that are left.
    [[nodiscard]] Worth rough_worth(std::span<const std::uint32_t> chosen) const {
        const std::vector<char> open = instance_.opened(chosen);
        std::vector<std::int64_t> left = seats_;
        double served = 0.0;
        double cost = 0.0;
        std::vector<std::pair<std::int64_t, std::uint32_t>> row;
        for (const std::size_t d : rows_) {
            row.clear();
            for (std::size_t k = instance_.links.first[d]; k < instance_.links.first[d + 1]; ++k) {
                const std::uint32_t n = instance_.links.column[k];
                if (open[n] != 0 && left[n] > 0) row.emplace_back(link_cost(k), n);
            }
            std::sort(row.begin(), row.end());
            std::int64_t rest = supply_[d];
            for (const auto& [each, n] : row) {
                const std::int64_t amount = std::min(rest, left[n]);
                left[n] -= amount;
                rest -= amount;
                served += static_cast<double>(amount);
                cost += static_cast<double>(amount) * static_cast<double>(each);
                if (rest == 0) break;
            }
        }
        return {served, -cost};
    }

    bool solve(std::vector<std::uint32_t>& open, TransportPlan& best, double& bound) {
        SitingColumns columns(instance_);
        optimize::IntegerProgram& program = columns.program;
        const double weight_unit = std::max(1.0, static_cast<double>(total_) / 1e4);
        std::int64_t dearest = 1;
        for (std::size_t k = 0; k < instance_.links.column.size(); ++k)
            dearest = std::max(dearest, link_cost(k));
        const double cost_unit = median_ ? static_cast<double>(dearest) / 1e2 : 1.0;
        std::vector<std::vector<optimize::IntegerProgram::Term>> loads(instance_.states.size());
        std::vector<optimize::IntegerProgram::Term> terms;
        for (const std::size_t d : rows_) {
            const double supply = static_cast<double>(supply_[d]) / weight_unit;
            std::vector<optimize::IntegerProgram::Term> shares;
            for (std::size_t k = instance_.links.first[d]; k < instance_.links.first[d + 1]; ++k) {
                const std::uint32_t n = instance_.links.column[k];
                if (instance_.states[n] == SiteState::closed) continue;
                // Shares from 0 to 1 of the demand; serving earns its weight where that is the aim.
                const double cost =
                    median_ ? supply * static_cast<double>(link_cost(k)) / cost_unit : -supply;
                const std::uint32_t share = program.add_column({.cost = cost, .upper = 1.0});
                shares.push_back({share, 1.0});
                loads[n].push_back({share, supply});
                const std::array tie{optimize::IntegerProgram::Term{share, 1.0},
                                     optimize::IntegerProgram::Term{n, -1.0}};
                program.add_row(-optimize::IntegerProgram::unbounded, 0.0, tie);
            }
            program.add_row(median_ ? 1.0 : -optimize::IntegerProgram::unbounded, 1.0, shares);
        }
        for (std::uint32_t n = 0; n < loads.size(); ++n) {
            if (loads[n].empty()) continue;
            loads[n].push_back({n, -static_cast<double>(seats_[n]) / weight_unit});
            program.add_row(-optimize::IntegerProgram::unbounded, 0.0, loads[n]);
        }
        const bool known = !median_ || best.served == total_;
        const double scale = weight_unit * cost_unit;
        const double now = median_ ? static_cast<double>(best.cost) / scale
                                   : -static_cast<double>(best.served) / weight_unit;
        const double cutoff = known ? now - optimize::solver_slack(now) : optimize::IntegerProgram::unbounded;
        exact_ = 2.0 * optimize::solver_slack(now) < 1.0 / (median_ ? scale : weight_unit);
        const double allowed = instance_.limits.gap() * std::abs(now);
        const double gap = known ? optimize::gap_below(cutoff, now, allowed) : allowed;
        const optimize::IntegerResult result =
            instance_.solver->solve(program, cutoff, gap, instance_.limits);
        if (!result.values.empty()) {
            const std::vector<std::uint32_t> chosen = columns.open_in(result.values);
            TransportPlan found = plan(chosen);
            if (better(found, best)) {
                best = std::move(found);
                open = chosen;
            }
        }
        if (std::isfinite(result.bound)) {
            const double low = result.bound - optimize::solver_slack(result.bound);
            if (median_) {
                bound = std::max(0.0, travel(low * scale));
            } else {
                bound = std::min(bound, -low * weight_unit * people(1));
            }
        }
        return result.proved;
    }

    const Instance& instance_;
    TravelCosts costs_;
    bool median_;
    std::int64_t unit_ = 1;             // ticks that seats and supply are counted in
    std::vector<std::int64_t> seats_;   // by number
    std::vector<std::int64_t> supply_;  // by demand
    std::vector<std::size_t> rows_;     // demand of positive weight, in order
    std::int64_t total_ = 0;
    bool exact_ = true;  // the solver tells any two choices apart
};

}  // namespace

Answer solve_capacitated_cover(const Instance& instance) {
    return Capacitated{instance, false}.run();
}

Answer solve_capacitated_median(const Instance& instance) {
    return Capacitated{instance, true}.run();
}

}  // namespace yiquan::siting
