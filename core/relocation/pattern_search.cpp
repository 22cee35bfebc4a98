// SPDX-License-Identifier: MIT
#include "core/relocation/pattern_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <set>

#include "core/relocation/filling.hpp"
#include "core/relocation/packing.hpp"

namespace yiquan::relocation {
namespace {

__extension__ using Wide = __int128;

constexpr double first_step = 1e-3;  // what a plan may be worse than the bound, as a share
constexpr double all_steps = 1.0;

constexpr std::size_t met_beside_listed = 20;  // fillings of a site
constexpr std::size_t met_alone = 60;

class PatternSearch {
public:
    PatternSearch(const Instance& instance, std::vector<std::int64_t> worth, std::int64_t may_stay,
                  const optimize::SearchLimits& limits, Solution& solution)
        : instance_(instance),
          may_stay_(may_stay),
          limits_(limits),
          solution_(solution),
          most_worth_(std::numeric_limits<std::int64_t>::max() / 8 /
                      std::max<std::int64_t>(1, static_cast<std::int64_t>(worth.size()))),
          worth_(std::move(worth)),
          candidates_(instance.room.size()),
          patterns_(instance.room.size()),
          packing_(instance, {}) {
        for (std::uint32_t u = 0; u < instance.units.size(); ++u) {
            for (const Link& link : instance.links_of(u)) {
                if (instance.units[u].people <= instance.room[link.site]) {
                    candidates_[link.site].push_back({u, link.travel});
                }
            }
        }
        for (std::int64_t& each : worth_) each = std::min(each, most_worth_);
        best_worth_ = worth_;
        order_.resize(instance.units.size());
        std::iota(order_.begin(), order_.end(), 0U);
        std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
            return instance.units[a].people > instance.units[b].people;
        });
    }

    void follow_subgradient() {
        constexpr int most_rounds = 4000;
        constexpr int patience = 30;
        constexpr int rounds_between_plans = 10;
        constexpr double least_step = 1e-3;
        double step = 1.5;
        int idle = 0;
        worth_ = best_worth_;
        std::vector<double> direction(worth_.size(), 0.0);
        for (int round = 0; round < most_rounds && step > least_step && !done(); ++round) {
            const std::int64_t bound = fill_sites();
            if (bound > solution_.bound) {
                best_worth_ = worth_;
                idle = bound - solution_.bound > solution_.bound / 1'000'000 ? 0 : idle + 1;
                solution_.bound = std::min(bound, solution_.value);
            } else {
                ++idle;
            }
            if (round % rounds_between_plans == 0) try_plan();
            if (idle >= patience) {
                idle = 0;
                step /= 2;
                worth_ = best_worth_;
                continue;
            }
            walk(direction, step, bound);
        }
    }

    /// Lets the solver put together the fillings that lose least against a site's best one, and those met.
    void combine(const optimize::IntegerSolver& solver) {
        worth_ = best_worth_;
        std::optional<Fillings> listed = best_within();
        const std::size_t met = listed ? met_beside_listed : met_alone;
        if (!listed) listed.emplace(patterns_.size());
        for (std::uint32_t s = 0; s < patterns_.size(); ++s) {
            auto& fillings = listed->at(s);
            for (auto& units : promising(s, met)) fillings.push_back(std::move(units));
            std::sort(fillings.begin(), fillings.end());
            fillings.erase(std::unique(fillings.begin(), fillings.end()), fillings.end());
        }
        assemble(solver, *listed, std::nullopt);
    }

    /// Lets the solver choose among all fillings that a plan can have which is at most a step worse than the
    /// bound: those that lose no more than that against a site's best one. There is such a plan, or the bound
    /// rises by the step. So on, with longer steps, until bound and plan meet.
    /// \param longest the last step, as a share of the plan
    void prove(const optimize::IntegerSolver& solver, double longest) {
        constexpr double growth = 2.0;
        constexpr std::size_t most_fillings = 200'000;
        worth_ = best_worth_;
        const std::int64_t base = fill_sites();
        for (double step = first_step; step <= longest && !done(); step *= growth) {
            const auto spare = std::min(solution_.value - base, share_of_value(step));
            if (base + spare <= solution_.bound) continue;
            const std::optional<Fillings> fillings = all_within(spare, most_fillings);
            if (!fillings) return;
            const std::int64_t before = solution_.bound;
            assemble(solver, *fillings, base + spare);
            if (solution_.bound == before) return;
        }
    }

private:
    using Fillings = std::vector<std::vector<std::vector<std::uint32_t>>>;  // by site

    struct Candidate {
        std::uint32_t unit;
        std::int64_t travel;
    };

    [[nodiscard]] std::int64_t share_of_value(double share) const {
        return static_cast<std::int64_t>(std::ceil(share * static_cast<double>(solution_.value)));
    }
    [[nodiscard]] bool done() const { return limits_.over() || solution_.gap() <= limits_.gap(); }

    /// The units that may move to a site, worth what they gain there.
    [[nodiscard]] std::vector<Item> items_of(std::uint32_t site) const {
        std::vector<Item> items;
        for (const Candidate& c : candidates_[site]) {
            items.push_back({c.unit, instance_.units[c.unit].people, worth_[c.unit] - c.travel});
        }
        return items;
    }

    /// All that lose no more than some share, as large a share as leaves few enough.
    [[nodiscard]] std::optional<Fillings> best_within() const {
        constexpr std::size_t most_fillings = 20'000;
        constexpr double largest = 2e-3;
        constexpr double least = 1e-5;
        for (double share = largest; share > least; share /= 2) {
            if (auto fillings = all_within(share_of_value(share), most_fillings)) return fillings;
        }
        return std::nullopt;
    }
    /// \return nothing where they are too many
    [[nodiscard]] std::optional<Fillings> all_within(std::int64_t spare, std::size_t most_fillings) const {
        Fillings fillings(patterns_.size());
        std::size_t left = most_fillings;
        for (std::uint32_t s = 0; s < fillings.size(); ++s) {
            if (limits_.over()) return std::nullopt;
            const std::vector<Item> items = items_of(s);
            const std::int64_t most = best_filling(items, instance_.room[s]).most;
            auto all = all_fillings(items, instance_.room[s], most - spare, left);
            if (!all) return std::nullopt;
            left -= all->size();
            fillings[s] = std::move(*all);
        }
        return fillings;
    }

    /// \param all_below the fillings are all that a plan can have which costs less, so that what the solver
    ///                  proves is a bound; nothing where they are only some
    void assemble(const optimize::IntegerSolver& solver, const Fillings& fillings,
                  std::optional<std::int64_t> all_below) {
        const bool all = all_below.has_value();
        optimize::IntegerProgram program;
        struct Column {
            std::uint32_t site;
            const std::vector<std::uint32_t>* units;
        };
        std::vector<Column> columns;
        std::vector<std::vector<optimize::IntegerProgram::Term>> covers(instance_.units.size());
        constexpr double steps = 1e6;
        const double unit = static_cast<double>(std::max<std::int64_t>(1, solution_.value)) / steps;
        for (std::uint32_t s = 0; s < fillings.size(); ++s) {
            std::vector<optimize::IntegerProgram::Term> once;
            bool may_be_empty = !all;
            for (const std::vector<std::uint32_t>& units : fillings[s]) {
                if (units.empty()) {
                    may_be_empty = true;
                    continue;
                }
                std::int64_t travel = 0;
                for (const std::uint32_t u : units) travel += instance_.link(u, s)->travel;
                const std::uint32_t column =
                    program.add_column({.cost = static_cast<double>(travel) / unit, .integer = true});
                columns.push_back({s, &units});
                once.push_back({column, 1.0});
                for (const std::uint32_t u : units) covers[u].push_back({column, 1.0});
            }
            if (!once.empty())
                program.add_row(may_be_empty ? -optimize::IntegerProgram::unbounded : 1.0, 1.0, once);
        }
        let_stay(program, covers);
        // Of all fillings each unit is in one; of some, a unit in two is taken out of the farther.
        for (const auto& cover : covers) {
            program.add_row(1.0, all ? 1.0 : optimize::IntegerProgram::unbounded, cover);
        }
        constexpr double half_a_step = 0.5;  // travel is whole
        const std::int64_t below = std::min(solution_.value, all_below.value_or(solution_.value));
        const double now = static_cast<double>(below) / unit;
        const double gap = all ? 0.0 : limits_.gap() * now / 2;
        const optimize::IntegerResult result = solver.solve(program, now - half_a_step / unit, gap, limits_);
        if (!result.values.empty()) {
            constexpr double half = 0.5;
            Assignment plan(instance_.units.size(), nowhere);
            for (std::size_t c = 0; c < columns.size(); ++c) {
                if (result.values[c] < half) continue;
                for (const std::uint32_t u : *columns[c].units) offer(plan, u, columns[c].site);
            }
            take(plan);
        }
        if (all) raise_bound(result, below, unit);
    }
    /// What the solver found out about every plan that costs less than what it was given.
    void raise_bound(const optimize::IntegerResult& result, std::int64_t below, double unit) {
        constexpr double tolerance = 1e-7;
        const double low = unit * (result.bound - tolerance * (1.0 + std::abs(result.bound)));
        std::int64_t bound = solution_.bound;
        if (result.proved) {
            bound = std::min(below, solution_.value);
        } else if (std::isfinite(low) && low < static_cast<double>(below)) {
            bound = std::max(bound, static_cast<std::int64_t>(std::floor(low)));
        }
        solution_.bound = std::min(solution_.value, std::max(solution_.bound, bound));
    }
    void let_stay(optimize::IntegerProgram& program,
                  std::vector<std::vector<optimize::IntegerProgram::Term>>& covers) const {
        if (may_stay_ <= 0) return;
        std::vector<optimize::IntegerProgram::Term> stays;
        for (std::uint32_t u = 0; u < covers.size(); ++u) {
            const std::uint32_t stay = program.add_column({.cost = 0.0, .integer = true});
            covers[u].push_back({stay, 1.0});
            stays.push_back({stay, static_cast<double>(instance_.units[u].people)});
        }
        program.add_row(-optimize::IntegerProgram::unbounded, static_cast<double>(may_stay_), stays);
    }

    /// \return the bound of the worths at hand
    std::int64_t fill_sites() {
        chosen_.assign(patterns_.size(), {});
        times_.assign(worth_.size(), 0);
        Wide bound = 0;
        for (const std::int64_t worth : worth_) bound += worth;
        for (std::uint32_t s = 0; s < candidates_.size(); ++s) {
            Filling filling = best_filling(items_of(s), instance_.room[s]);
            bound -= filling.most;
            for (const std::uint32_t u : filling.units) ++times_[u];
            std::sort(filling.units.begin(), filling.units.end());
            if (!filling.units.empty()) patterns_[s].insert(filling.units);
            chosen_[s] = std::move(filling.units);
        }
        if (may_stay_ > 0) {
            std::vector<Item> items;
            for (std::uint32_t u = 0; u < worth_.size(); ++u)
                items.push_back({u, instance_.units[u].people, worth_[u]});
            const Filling filling = best_filling(items, may_stay_);
            bound -= filling.most;
            for (const std::uint32_t u : filling.units) ++times_[u];
        }
        return static_cast<std::int64_t>(std::max<Wide>(bound, std::numeric_limits<std::int64_t>::min() / 8));
    }

    /// Units that nobody takes become worth more, those that several take less.
    void walk(std::vector<double>& direction, double step, std::int64_t bound) {
        constexpr double kept = 0.5;
        double length = 0.0;
        for (std::size_t u = 0; u < direction.size(); ++u) {
            direction[u] = kept * direction[u] + (1.0 - times_[u]);
            length += direction[u] * direction[u];
        }
        if (length == 0.0) return;
        const double scale = step * static_cast<double>(solution_.value - bound) / length;
        for (std::size_t u = 0; u < direction.size(); ++u) {
            const double next = static_cast<double>(worth_[u]) + scale * direction[u];
            worth_[u] = next < static_cast<double>(most_worth_)
                            ? std::max<std::int64_t>(0, std::llround(next))
                            : most_worth_;
        }
    }

    /// The unit goes to the nearer of two sites that take it.
    void offer(Assignment& plan, std::uint32_t unit, std::uint32_t site) const {
        if (plan[unit] == nowhere ||
            instance_.link(unit, site)->travel < instance_.link(unit, plan[unit])->travel) {
            plan[unit] = site;
        }
    }
    void try_plan() {
        Assignment plan(worth_.size(), nowhere);
        for (std::uint32_t s = 0; s < chosen_.size(); ++s) {
            for (const std::uint32_t u : chosen_[s]) offer(plan, u, s);
        }
        take(plan);
    }
    void take(const Assignment& plan) {
        packing_.adopt(plan, order_);
        packing_.improve([&] { return limits_.over(); });
        remember(packing_.plan());
        const PackingScore score = packing_.score();
        const std::int64_t placed = instance_.people - score.left_out;
        if (placed < solution_.placed || score.travel >= solution_.value) return;
        solution_.plan = packing_.plan();
        solution_.value = score.travel;
    }
    void remember(const Assignment& plan) {
        std::vector<std::vector<std::uint32_t>> by_site(patterns_.size());
        for (std::uint32_t u = 0; u < plan.size(); ++u) {
            if (plan[u] != nowhere) by_site[plan[u]].push_back(u);
        }
        for (std::size_t s = 0; s < by_site.size(); ++s) {
            if (!by_site[s].empty()) patterns_[s].insert(std::move(by_site[s]));
        }
    }

    /// The fillings of a site that cost least beyond what their units are worth.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> promising(std::uint32_t site,
                                                                    std::size_t most) const {
        std::vector<std::pair<std::int64_t, const std::vector<std::uint32_t>*>> rated;
        for (const auto& units : patterns_[site]) {
            std::int64_t cost = 0;
            for (const std::uint32_t u : units) cost += instance_.link(u, site)->travel - best_worth_[u];
            rated.emplace_back(cost, &units);
        }
        std::stable_sort(rated.begin(), rated.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        if (rated.size() > most) rated.resize(most);
        std::vector<std::vector<std::uint32_t>> out;
        for (const auto& [cost, units] : rated) out.push_back(*units);
        return out;
    }

    const Instance& instance_;
    std::int64_t may_stay_;
    const optimize::SearchLimits& limits_;
    Solution& solution_;
    std::int64_t most_worth_;  // of a unit; all units' together fit into 64 bits, those of all sites do not
    std::vector<std::int64_t> worth_;
    std::vector<std::int64_t> best_worth_;
    std::vector<std::vector<Candidate>> candidates_;              // by site
    std::vector<std::set<std::vector<std::uint32_t>>> patterns_;  // by site: fillings met
    std::vector<std::vector<std::uint32_t>> chosen_;              // by site: the filling at hand
    std::vector<int> times_;                                      // by unit: sites that take it
    std::vector<std::uint32_t> order_;
    Packing packing_;
};

}  // namespace

void search_patterns(const Instance& instance, std::vector<std::int64_t> worth, std::int64_t may_stay,
                     const optimize::IntegerSolver* solver, const optimize::SearchLimits& limits,
                     Solution& solution) {
    PatternSearch search(instance, std::move(worth), may_stay, limits, solution);
    search.follow_subgradient();
    search.follow_subgradient();  // from the best worths, with long steps again
    const auto open = [&] { return solution.gap() > limits.gap() && !limits.over(); };
    if (solver == nullptr || !open()) return;
    search.prove(*solver, first_step);
    if (open()) search.combine(*solver);
    if (open()) search.prove(*solver, all_steps);
}

}  // namespace yiquan::relocation
