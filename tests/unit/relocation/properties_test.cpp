// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "core/relocation/relocate.hpp"
#include "core/relocation/rules.hpp"
#include "core/siting_exact/cbc_solver.hpp"
#include "tests/unit/relocation/random_problem.hpp"

namespace yiquan::relocation {
namespace {

Answer solved(const Problem& problem, Objective objective, unsigned threads) {
    const siting_exact::CbcSolver solver;
    Progress progress;
    return relocate(problem, {.objective = objective, .gap = 0.01, .threads = threads}, &solver, progress);
}

/// Sites by household, both by id.
std::map<std::string, std::string> moves(const Problem& problem, const Answer& answer) {
    std::map<std::string, std::string> out;
    for (std::size_t h = 0; h < problem.households.size(); ++h) {
        const auto& assigned = answer.assigned[h];
        out[problem.households[h].id] = assigned ? problem.sites[assigned->site].id : "";
    }
    return out;
}

/// The same with rows the other way round.
Problem reversed(const Problem& problem) {
    Problem out = problem;
    std::reverse(out.households.begin(), out.households.end());
    std::reverse(out.sites.begin(), out.sites.end());
    std::vector<double> metres;
    for (std::size_t h = problem.households.size(); h-- > 0;) {
        for (std::size_t s = problem.sites.size(); s-- > 0;) {
            metres.push_back(cost_between(problem, h, s)->value());
        }
    }
    out.costs = std::make_shared<coverage::TableDistances>(problem.sites.size(), std::move(metres));
    return out;
}

TEST(Relocation, BalancesToTheLastPersonAndFillsNoSiteBeyondItsCapacity) {
    for (const ObjectiveInfo& objective : objectives) {
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            SCOPED_TRACE(std::string{objective.id} + " " + std::to_string(seed));
            test::Dice dice(seed);
            Problem problem = random_problem(
                dice, {.households = 120, .sites = 8, .villages = 20, .room = seed % 2 == 0 ? 0.8 : 1.2});
            problem.keep_villages = seed % 3 == 0;
            const Answer answer = solved(problem, objective.objective, 1);
            std::int64_t people = 0;
            std::int64_t unplaced = 0;
            std::vector<std::int64_t> load(problem.sites.size(), 0);
            for (std::size_t h = 0; h < problem.households.size(); ++h) {
                people += problem.households[h].people;
                if (answer.assigned[h]) load[answer.assigned[h]->site] += problem.households[h].people;
            }
            for (const Unplaced& unit : answer.unplaced) unplaced += unit.people;
            EXPECT_EQ(answer.people, people);
            EXPECT_EQ(answer.placed_people + unplaced, people);
            EXPECT_EQ(answer.load, load);
            for (std::size_t s = 0; s < load.size(); ++s) {
                EXPECT_LE(load[s], problem.sites[s].allowed ? problem.sites[s].capacity : 0);
            }
            EXPECT_LE(answer.bound, answer.value);
            EXPECT_GE(answer.placeable, answer.placed_people);
        }
    }
}

/// Also where the search ends at once, or no solver is at hand.
TEST(Relocation, LeavesNobodyForWhomASiteWithinReachHasRoom) {
    const siting_exact::CbcSolver solver;
    Progress progress;
    for (const ObjectiveInfo& objective : objectives) {
        for (std::uint64_t seed = 1; seed <= 150; ++seed) {
            SCOPED_TRACE(std::string{objective.id} + " " + std::to_string(seed));
            test::Dice dice(seed);
            Problem problem = random_problem(dice, {.households = 16, .sites = 5, .room = 0.9});
            problem.keep_villages = seed % 2 == 0;
            const Request request{.objective = objective.objective,
                                  .time_limit = Seconds{seed % 3 == 0 ? 0.0 : 1e9}};
            const Answer answer = relocate(problem, request, seed % 3 == 1 ? &solver : nullptr, progress);
            for (const Unplaced& unit : answer.unplaced) {
                for (std::size_t s = 0; s < problem.sites.size(); ++s) {
                    const bool reached = std::all_of(
                        unit.rows.begin(), unit.rows.end(),
                        [&](std::uint32_t row) { return allowed_cost(problem, row, s).has_value(); });
                    EXPECT_FALSE(reached && problem.sites[s].capacity - answer.load[s] >= unit.people);
                }
            }
        }
    }
}

TEST(Relocation, AnswersTheSameForAnyOrderOfRowsAndAnyNumberOfThreads) {
    for (const ObjectiveInfo& objective : objectives) {
        for (std::uint64_t seed = 11; seed <= 14; ++seed) {
            SCOPED_TRACE(std::string{objective.id} + " " + std::to_string(seed));
            test::Dice dice(seed);
            Problem problem = random_problem(dice, {.households = 60, .sites = 6, .villages = 12});
            problem.keep_villages = seed % 2 == 0;
            const Answer one = solved(problem, objective.objective, 1);
            const Problem turned = reversed(problem);
            const Answer other = solved(turned, objective.objective, 4);
            EXPECT_EQ(moves(problem, one), moves(turned, other));
            EXPECT_EQ(one.value, other.value);
            EXPECT_EQ(one.bound, other.bound);
        }
    }
}

}  // namespace
}  // namespace yiquan::relocation
