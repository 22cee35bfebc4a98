// SPDX-License-Identifier: MIT
#include "core/relocation/plan_program.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace yiquan::relocation {
namespace {

using Term = optimize::IntegerProgram::Term;

/// One column per link, then one per unit for staying.
class PlanProgram {
public:
    /// \param cost of a link or of staying (null), in the program's unit
    template <class Cost>
    PlanProgram(const Instance& instance, Cost cost) : instance_(instance) {
        std::vector<std::vector<Term>> loads(instance.room.size());
        for (std::size_t u = 0; u < instance.units.size(); ++u) {
            std::vector<Term> choices;
            const auto people = static_cast<double>(instance.units[u].people);
            for (const Link& link : instance.links_of(u)) {
                const std::uint32_t column = program_.add_column({.cost = cost(u, &link), .integer = true});
                choices.push_back({column, 1.0});
                loads[link.site].push_back({column, people});
            }
            const std::uint32_t stay = program_.add_column({.cost = cost(u, nullptr), .integer = true});
            choices.push_back({stay, 1.0});
            stays_.push_back({stay, people});
            program_.add_row(1.0, 1.0, choices);
        }
        for (std::size_t s = 0; s < loads.size(); ++s) {
            if (loads[s].empty()) continue;
            program_.add_row(-optimize::IntegerProgram::unbounded, static_cast<double>(instance.room[s]),
                             loads[s]);
        }
    }

    void let_stay(std::int64_t heads) {
        program_.add_row(-optimize::IntegerProgram::unbounded, static_cast<double>(heads), stays_);
    }
    [[nodiscard]] const optimize::IntegerProgram& program() const { return program_; }
    [[nodiscard]] Assignment plan(const optimize::IntegerResult& result) const {
        if (result.values.empty()) return {};
        constexpr double half = 0.5;
        Assignment plan(instance_.units.size(), nowhere);
        std::size_t column = 0;
        for (std::size_t u = 0; u < plan.size(); ++u) {
            for (const Link& link : instance_.links_of(u)) {
                if (result.values[column++] > half) plan[u] = link.site;
            }
            ++column;
        }
        return plan;
    }

private:
    const Instance& instance_;
    optimize::IntegerProgram program_;
    std::vector<Term> stays_;
};

constexpr double tolerance = 1e-7;  // relative; what the solver's arithmetic may hide in a bound

/// Of each unit, the travel to its nearest site, which every plan pays where nobody stays: without it the
/// solver's digits are left for what differs.
std::vector<std::int64_t> least_of_units(const Instance& instance) {
    std::vector<std::int64_t> least(instance.units.size(), 0);
    for (std::size_t u = 0; u < least.size(); ++u) {
        const std::span<const Link> links = instance.links_of(u);
        const auto nearest = std::min_element(
            links.begin(), links.end(), [](const Link& a, const Link& b) { return a.travel < b.travel; });
        if (nearest != links.end()) least[u] = nearest->travel;
    }
    return least;
}

}  // namespace

ProgramResult most_people(const Instance& instance, std::int64_t left_out,
                          const optimize::IntegerSolver& solver, const optimize::SearchLimits& limits) {
    const PlanProgram program(instance, [&](std::size_t u, const Link* link) {
        return link == nullptr ? static_cast<double>(instance.units[u].people) : 0.0;
    });
    // No cutoff: CBC lowers it by the step of the costs that its presolve leaves, which may be too much.
    const optimize::IntegerResult result =
        solver.solve(program.program(), optimize::IntegerProgram::unbounded, 0.0, limits);
    ProgramResult out{program.plan(result), instance.people, result.proved};
    if (result.proved) {
        out.bound = std::max(instance.people - left_out, sums_of(instance, out.plan).placed);
    } else if (std::isfinite(result.bound) && result.bound > 0.0) {
        out.bound = instance.people - std::llround(std::ceil(result.bound - tolerance * (1 + result.bound)));
    }
    return out;
}

ProgramResult least_travel(const Instance& instance, std::int64_t may_stay, std::int64_t known, double gap,
                           const optimize::IntegerSolver& solver, const optimize::SearchLimits& limits) {
    const std::vector<std::int64_t> least =
        may_stay == 0 ? least_of_units(instance) : std::vector<std::int64_t>(instance.units.size(), 0);
    const std::int64_t always = std::accumulate(least.begin(), least.end(), std::int64_t{0});
    const std::int64_t beyond = known - always;
    if (beyond <= 0) return {{}, known, true};
    constexpr double steps = 1e6;
    const double unit = static_cast<double>(beyond) / steps;
    PlanProgram program(instance, [&](std::size_t u, const Link* link) {
        return link == nullptr ? 0.0 : static_cast<double>(link->travel - least[u]) / unit;
    });
    program.let_stay(may_stay);
    constexpr double half = 0.5;  // of a person-thousandth: travel is whole
    const double cutoff = (static_cast<double>(beyond) - half) / unit;
    const optimize::IntegerResult result =
        solver.solve(program.program(), cutoff, gap * static_cast<double>(known) / unit, limits);
    ProgramResult out{program.plan(result), 0, result.proved};
    if (std::isfinite(result.bound)) {
        const double low = result.bound - tolerance * (1.0 + std::abs(result.bound));
        out.bound = std::max<std::int64_t>(0, always + std::llround(std::floor(low * unit)));
    }
    return out;
}

}  // namespace yiquan::relocation
