// SPDX-License-Identifier: MIT
// Small random problems: every way to place every unit, tried one after the other, gives the right answer.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <vector>

#include "core/relocation/relocate.hpp"
#include "core/relocation/rules.hpp"
#include "core/siting_exact/cbc_solver.hpp"
#include "tests/unit/relocation/random_problem.hpp"

namespace yiquan::relocation {
namespace {

struct Best {
    std::int64_t placed = -1;
    double value = 0.0;
};

/// Depth first through all plans.
class BruteForce {
public:
    BruteForce(const Problem& problem, Objective objective) : problem_(problem), objective_(objective) {
        std::map<std::string, std::vector<std::size_t>> villages;
        for (std::size_t h = 0; h < problem.households.size(); ++h) {
            if (problem.keep_villages) {
                villages[problem.households[h].village].push_back(h);
            } else {
                units_.push_back({h});
            }
        }
        for (auto& [name, rows] : villages) units_.push_back(rows);
        for (const Site& site : problem.sites) left_.push_back(site.allowed ? site.capacity : 0);
        guests_.assign(problem.sites.size(), 0);
    }
    Best run() {
        place(0);
        return best_;
    }

private:
    void place(std::size_t unit) {
        if (unit == units_.size()) return judge();
        place(unit + 1);
        std::int64_t people = 0;
        for (const std::size_t h : units_[unit]) people += problem_.households[h].people;
        for (std::size_t s = 0; s < left_.size(); ++s) {
            if (left_[s] < people) continue;
            double travel = 0.0;
            double worst = 0.0;
            bool open = true;
            for (const std::size_t h : units_[unit]) {
                const auto distance = allowed_cost(problem_, h, s);
                open = open && distance.has_value();
                if (!open) break;
                travel += distance->value() * static_cast<double>(problem_.households[h].people) / 1000.0;
                worst = std::max(worst, distance->value());
            }
            if (!open) continue;
            const double before = worst_;
            left_[s] -= people;
            placed_ += people;
            travel_ += travel;
            worst_ = std::max(worst_, worst);
            ++guests_[s];
            place(unit + 1);
            --guests_[s];
            worst_ = before;
            travel_ -= travel;
            placed_ -= people;
            left_[s] += people;
        }
    }
    void judge() {
        double value = 0.0;
        if (objective_ == Objective::travel) value = travel_;
        if (objective_ == Objective::worst) value = worst_;
        for (std::size_t s = 0; s < guests_.size(); ++s) {
            if (guests_[s] == 0) continue;
            if (objective_ == Objective::sites) value += 1.0;
            if (objective_ == Objective::cost) value += problem_.sites[s].price->value();
        }
        if (placed_ > best_.placed || (placed_ == best_.placed && value < best_.value))
            best_ = {placed_, value};
    }

    const Problem& problem_;
    Objective objective_;
    std::vector<std::vector<std::size_t>> units_;
    std::vector<std::int64_t> left_;
    std::vector<int> guests_;
    std::int64_t placed_ = 0;
    double travel_ = 0.0;
    double worst_ = 0.0;
    Best best_;
};

Problem problem_with(Problem problem, const std::vector<double>& metres) {
    const std::size_t sites = problem.sites.size();
    problem.costs = std::make_shared<coverage::TableDistances>(sites, metres);
    return problem;
}

class AgainstBruteForce : public testing::TestWithParam<Objective> {};

TEST_P(AgainstBruteForce, FindsAndProvesTheBestPlan) {
    const siting_exact::CbcSolver solver;
    Progress progress;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        SCOPED_TRACE(seed);
        test::Dice dice(seed);
        Shape shape;
        shape.room = seed % 3 == 0 ? 0.8 : 1.3;
        shape.limits = seed % 4 != 0;
        Problem problem = random_problem(dice, shape);
        problem.keep_villages = seed % 2 == 0;
        problem.within_county = seed % 5 == 0;
        const Best best = BruteForce{problem, GetParam()}.run();
        const Answer answer = relocate(problem, {.objective = GetParam()}, &solver, progress);
        EXPECT_EQ(answer.placed_people, best.placed);
        EXPECT_EQ(answer.placeable, best.placed);
        EXPECT_NEAR(answer.value, best.value, 1e-6);
        EXPECT_EQ(answer.status, optimize::Status::optimal);
        EXPECT_NEAR(answer.bound, answer.value, 1e-9);
    }
}

TEST_P(AgainstBruteForce, HasATrueBoundWithoutASolver) {
    Progress progress;
    for (std::uint64_t seed = 1001; seed <= 1100; ++seed) {
        SCOPED_TRACE(seed);
        test::Dice dice(seed);
        Problem problem = random_problem(dice, {});
        problem.keep_villages = seed % 2 == 0;
        const Best best = BruteForce{problem, GetParam()}.run();
        const Answer answer = relocate(problem, {.objective = GetParam()}, nullptr, progress);
        EXPECT_LE(answer.placed_people, best.placed);
        EXPECT_GE(answer.placeable, best.placed);
        if (answer.placed_people == best.placed) {
            EXPECT_LE(answer.bound, best.value + 1e-6);
            EXPECT_GE(answer.value, best.value - 1e-6);
        }
        if (answer.status == optimize::Status::optimal) {
            EXPECT_EQ(answer.placed_people, best.placed);
            EXPECT_NEAR(answer.value, best.value, 1e-6);
        }
    }
}

/// The least person-millimetres by which everybody is placed, over all states of what room is left; nothing
/// where not everybody can be.
std::optional<std::int64_t> least_travel(const std::vector<std::int64_t>& people,
                                         const std::vector<std::int64_t>& room,
                                         const std::vector<std::int64_t>& millimetres) {
    std::map<std::vector<std::int64_t>, std::int64_t> states{{room, 0}};
    for (std::size_t h = 0; h < people.size(); ++h) {
        std::map<std::vector<std::int64_t>, std::int64_t> next;
        for (const auto& [left, travel] : states) {
            for (std::size_t s = 0; s < room.size(); ++s) {
                if (left[s] < people[h]) continue;
                std::vector<std::int64_t> rest = left;
                rest[s] -= people[h];
                const std::int64_t sum = travel + people[h] * millimetres[h * room.size() + s];
                const auto [known, fresh] = next.emplace(std::move(rest), sum);
                if (!fresh) known->second = std::min(known->second, sum);
            }
        }
        states = std::move(next);
    }
    std::optional<std::int64_t> least;
    for (const auto& [left, travel] : states) least = std::min(least.value_or(travel), travel);
    return least;
}

/// Ways of 100 km that differ by millimetres: plans differ by parts of 10^-9, and still only the best is
/// called so.
TEST(NearTies, AreToldApartToThePersonMillimetre) {
    const siting_exact::CbcSolver solver;
    Progress progress;
    constexpr std::size_t households = 14;
    constexpr std::size_t sites = 4;
    int solved = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE(seed);
        test::Dice dice(seed);
        std::vector<std::int64_t> people;
        std::vector<std::int64_t> room;
        std::vector<std::int64_t> millimetres;
        std::vector<double> metres;
        Problem problem;
        double all = 0.0;
        for (std::size_t h = 0; h < households; ++h) {
            people.push_back(static_cast<std::int64_t>(3 + dice.below(7)));
            all += static_cast<double>(people.back());
            Household& household = problem.households.emplace_back();
            household.id = fmt::format("h{:02}", h);
            household.people = people.back();
            for (std::size_t s = 0; s < sites; ++s) {
                millimetres.push_back(100'000'000 + static_cast<std::int64_t>(dice.below(60)));
                metres.push_back(static_cast<double>(millimetres.back()) / 1000.0);
            }
        }
        for (std::size_t s = 0; s < sites; ++s) {
            room.push_back(std::llround(1.05 * all / double(sites) * dice.between(0.8, 1.2)));
            Site& site = problem.sites.emplace_back();
            site.id = fmt::format("s{}", s);
            site.capacity = room.back();
        }
        const auto least = least_travel(people, room, millimetres);
        if (!least) continue;
        ++solved;
        problem.costs = std::make_shared<coverage::TableDistances>(sites, std::move(metres));
        const Answer answer = relocate(problem, {.gap = 0.0}, &solver, progress);
        EXPECT_EQ(answer.status, optimize::Status::optimal);
        EXPECT_EQ(answer.travel, *least);
    }
    EXPECT_GT(solved, 30);
}

/// Limits, ways and prices in decimals that binary fractions miss: every household may go exactly as far as
/// some site is, and three prices of 0.3 are 0.9.
TEST_P(AgainstBruteForce, FindsAndProvesTheBestPlanOfDecimals) {
    const siting_exact::CbcSolver solver;
    Progress progress;
    for (std::uint64_t seed = 2001; seed <= 2060; ++seed) {
        SCOPED_TRACE(seed);
        test::Dice dice(seed);
        Problem problem = random_problem(dice, {.room = seed % 3 == 0 ? 0.9 : 1.3, .limits = false});
        problem.keep_villages = seed % 2 == 0;
        const std::size_t sites = problem.sites.size();
        std::vector<std::int64_t> millimetres;
        std::vector<double> metres;
        for (std::size_t k = 0; k < problem.households.size() * sites; ++k) {
            millimetres.push_back(static_cast<std::int64_t>(1'001 + dice.below(40'000) * 100));
            metres.push_back(static_cast<double>(millimetres.back()) / 1000.0);
        }
        std::vector<std::vector<bool>> allowed;
        for (std::size_t h = 0; h < problem.households.size(); ++h) {
            const std::int64_t limit = millimetres[h * sites + dice.below(sites)];
            const std::string km = fmt::format("{}.{:06} km", limit / 1'000'000, limit % 1'000'000);
            problem.households[h].farthest = coverage::rounded_cost(parse_length(km, "max_distance_km"));
            for (std::size_t s = 0; s < sites; ++s) {  // the rule itself, in whole numbers
                EXPECT_EQ(allowed_cost(problem_with(problem, metres), h, s).has_value(),
                          millimetres[h * sites + s] <= limit);
            }
        }
        for (Site& site : problem.sites) {
            site.price = Price::nearest(static_cast<double>(1 + dice.below(30)) / 10.0);
        }
        problem.costs = std::make_shared<coverage::TableDistances>(sites, std::move(metres));
        const Best best = BruteForce{problem, GetParam()}.run();
        const Answer answer = relocate(problem, {.objective = GetParam(), .gap = 0.0}, &solver, progress);
        EXPECT_EQ(answer.placed_people, best.placed);
        EXPECT_EQ(answer.status, optimize::Status::optimal);
        EXPECT_NEAR(answer.value, best.value, 1e-6);
    }
}

INSTANTIATE_TEST_SUITE_P(Objectives, AgainstBruteForce,
                         testing::Values(Objective::travel, Objective::worst, Objective::sites,
                                         Objective::cost),
                         [](const auto& row) { return std::string{relocation::info(row.param).id}; });

}  // namespace
}  // namespace yiquan::relocation
