// SPDX-License-Identifier: MIT
// Proofs on costs that do not fit a search as they are: large weights with decimals, long ways, and ways that
// differ in the last place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

#include "core/base/wide.hpp"
#include "core/siting/locate.hpp"
#include "core/siting_exact/cbc_solver.hpp"
#include "tests/unit/siting/random_problem.hpp"

namespace yiquan::siting {
namespace {

Answer answered(const Problem& problem, const Request& request) {
    Progress progress;
    const siting_exact::CbcSolver solver;
    return locate(problem, request, &solver, progress);
}

/// Least weighted travel of all choices of `count` sites, in 10^-12 of a person and unit: every choice is
/// tried.
Wide least_travel(const Table& table, std::size_t count) {
    const std::size_t sites = table.sites.size();
    Wide least = Wide{1} << 120;
    for (std::size_t choice = 0; choice < (std::size_t{1} << sites); ++choice) {
        if (static_cast<std::size_t>(std::popcount(choice)) != count) continue;
        Wide sum = 0;
        for (std::size_t d = 0; d < table.cost.size(); ++d) {
            std::int64_t nearest = std::numeric_limits<std::int64_t>::max();
            for (std::size_t s = 0; s < sites; ++s) {
                if ((choice >> s & 1U) != 0) {
                    nearest = std::min(nearest, Cost::nearest(table.cost[d][s]).ticks());
                }
            }
            sum += Wide{nearest} * Persons::nearest(table.weight[d]).ticks();
        }
        least = std::min(least, sum);
    }
    return least;
}

double in_units(Wide travel) {
    return static_cast<double>(static_cast<long double>(travel) / 1e12L);
}

/// \param decimals of weights and costs
Table large_table(test::Dice& dice, double weight, double cost, int decimals) {
    const double step = std::pow(10.0, decimals);
    Table out;
    for (std::size_t s = 0; s < 9; ++s) {
        out.sites.emplace_back().id = fmt::format("s{:03}", s);
        out.sites.back().seats = Persons::whole(1'000'000'000);
    }
    for (std::size_t d = 0; d < 15; ++d) {
        out.weight.push_back(std::round(dice.between(0.1, 1.0) * weight * step) / step);
        out.cost.emplace_back();
        for (std::size_t s = 0; s < out.sites.size(); ++s) {
            out.cost.back().push_back(std::round(dice.between(0.0, cost) * step) / step);
        }
    }
    return out;
}

TEST(ExactCosts, FourVillagesWithDecimals) {
    // With p = 1 at Q: 3000.1 * 6 + 4000.2 * 2 + 4000.7 * 3 + 3000.9 * 6 = 56,008.5. With P and R: the first
    // two villages go 2 to P, the third 1 and the fourth 2 to R: 6000.2 + 8000.4 + 4000.7 + 6001.8 =
    // 24,003.1.
    Table table;
    for (const char* id : {"P", "Q", "R"}) table.sites.emplace_back().id = id;
    table.weight = {3000.1, 4000.2, 4000.7, 3000.9};
    table.cost = {{2, 6, 10}, {2, 2, 6}, {7, 3, 1}, {10, 6, 2}};
    const Answer one = answered(table.problem(), {.model = "p-median", .count = 1});
    EXPECT_EQ(one.status, Status::optimal);
    EXPECT_EQ(one.objective, 56'008.5);
    EXPECT_EQ(one.bound, 56'008.5);
    const Answer two = answered(table.problem(), {.model = "p-median", .count = 2});
    EXPECT_EQ(two.objective, 24'003.1);
    EXPECT_EQ(two.tolerance, 0.0);
}

TEST(ExactCosts, AProofEqualsTheBestOfAllChoicesAtAnySize) {
    struct Size {
        double weight, cost;
        int decimals;
    };
    for (const Size& size : {Size{100.0, 100.0, 2}, Size{400'000.0, 1e6, 0}, Size{400'000.0, 1e6, 2},
                             Size{400'000.0, 1e6, 6}, Size{1e8, 1e7, 6}}) {
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            test::Dice dice(seed);
            const Table table = large_table(dice, size.weight, size.cost, size.decimals);
            for (const std::uint32_t count : {1U, 3U}) {
                const double best = in_units(least_travel(table, count));
                for (const char* model : {"p-median", "capacitated-p-median"}) {
                    SCOPED_TRACE(
                        fmt::format("{}, weight {}, seed {}, p {}", model, size.weight, seed, count));
                    const Answer answer = answered(table.problem(), {.model = model, .count = count});
                    EXPECT_EQ(answer.status, Status::optimal);
                    EXPECT_LE(answer.bound, best);
                    EXPECT_NEAR(answer.bound, answer.objective, answer.tolerance * best * 1.001);
                    EXPECT_LE(answer.tolerance, 2e-7);
                    EXPECT_NEAR(answer.objective, best, (answer.tolerance + 1e-15) * best);
                }
            }
        }
    }
}

TEST(ExactCosts, OneClosedWayDoesNotCoarsenTheOthers) {
    // A ways of 1,000,000,000 stands for a closed road; B is better than C by a thousandth.
    Table table;
    for (const char* id : {"A", "B", "C"}) table.sites.emplace_back().id = id;
    table.weight = {1234.567891, 2345.678912};
    table.cost = {{1e9, 7.001, 7.002}, {1.0, 9.0, 9.0}};
    const Answer answer = answered(table.problem(), {.model = "p-median", .count = 1});
    EXPECT_EQ(answer.open, std::vector<std::uint32_t>{1});
    // 1234.567891 * 7.001 + 2345.678912 * 9 = 8643.209804891 + 21111.110208 = 29754.320012891
    EXPECT_NEAR(answer.objective, 29'754.320012891, 1e-9);
    EXPECT_EQ(answer.status, Status::optimal);
}

TEST(ExactCosts, PricesAndSeatsInDecimalsAddUpAsWritten) {
    // For each pair, n sites at the price fit a budget of n times it, to the last place.
    struct Prices {
        double price, budget;
        std::size_t sites;
    };
    for (const Prices& each : {Prices{0.3, 0.9, 3}, Prices{0.1, 0.3, 3}, Prices{1.1, 3.3, 3},
                               Prices{0.6, 4.2, 7}, Prices{2.3, 11.5, 5}, Prices{0.05, 0.45, 9}}) {
        Table table;
        for (std::size_t s = 0; s < each.sites; ++s) {
            table.sites.emplace_back().id = fmt::format("s{}", s);
            table.sites.back().price = Price::nearest(each.price);
            table.weight.push_back(1.0);
            table.cost.emplace_back(each.sites, 5.0);
            table.cost.back()[s] = 1.0;
        }
        const Answer answer =
            answered(table.problem(),
                     {.model = "mclp", .budget = Price::nearest(each.budget), .threshold = Cost::whole(1)});
        EXPECT_EQ(answer.objective, static_cast<double>(each.sites)) << each.price;
        const Answer all = answered(table.problem(), {.model = "lscp", .threshold = Cost::whole(1)});
        EXPECT_EQ(all.objective, each.budget);
    }
    Table room;
    room.sites.emplace_back().id = "A";
    room.sites[0].seats = Persons::nearest(3.3);
    room.weight = {1.1, 1.1, 1.1};
    room.cost = {{1.0}, {1.0}, {1.0}};
    const Answer answer = answered(room.problem(), {.model = "capacitated-p-median", .count = 1});
    EXPECT_EQ(answer.status, Status::optimal);
    EXPECT_EQ(answer.objective, 3.3);
}

TEST(ExactCosts, SeatsMayPartWeightsThatShareADivisor) {
    // Both places have 10 people, A has 7 seats and B 13: three of those who live at A go to B.
    // 7 * 1 + 3 * 5 + 10 * 1 = 32, though 10 divides both weights and 32 is no multiple of it.
    Table table;
    table.sites.emplace_back().id = "A";
    table.sites.emplace_back().id = "B";
    table.sites[0].seats = Persons::whole(7);
    table.sites[1].seats = Persons::whole(13);
    table.weight = {10.0, 10.0};
    table.cost = {{1.0, 5.0}, {9.0, 1.0}};
    const Answer answer = answered(table.problem(), {.model = "capacitated-p-median", .count = 2});
    EXPECT_EQ(answer.status, Status::optimal);
    EXPECT_EQ(answer.objective, 32.0);
    EXPECT_EQ(answer.bound, 32.0);
}

TEST(ExactCosts, AShareIsTakenAsWritten) {
    // 29 of 100 people are 29 %, though 0.29 * 100 is less than 29 in floating point, and 0.28 * 100 more.
    for (int part = 1; part < 100; ++part) {
        Table table;
        table.sites.emplace_back().id = "A";
        table.sites.emplace_back().id = "B";
        table.weight = {static_cast<double>(part), static_cast<double>(100 - part)};
        table.cost = {{1.0, 9.0}, {9.0, 1.0}};
        table.sites[1].price = Price::whole(50);
        const Answer answer = answered(
            table.problem(), {.model = "partial", .threshold = Cost::whole(1), .share = part / 100.0});
        EXPECT_EQ(answer.objective, 1.0) << part;
    }
}

TEST(Greedy, TakesTheBestSingleSiteFirstInPCenter) {
    // Worst ways of P, Q and R alone are 7, 6 and 10: one by one begins with Q, as does the proof.
    Table table;
    for (const char* id : {"P", "Q", "R"}) table.sites.emplace_back().id = id;
    table.weight = {1.0, 1.0, 1.0};
    table.cost = {{1, 5, 10}, {3, 2, 6}, {7, 6, 1}};
    const Answer answer = answered(table.problem(), {.model = "p-center", .count = 1});
    EXPECT_EQ(answer.objective, 6.0);
    EXPECT_EQ(answer.greedy_objective, 6.0);
    EXPECT_EQ(answer.greedy_open, std::vector<std::uint32_t>{1});
}

TEST(Greedy, OfPCenterEqualsChoosingOneByOneByHand) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        test::Dice dice(seed);
        const Table table = random_table(dice, {.demands = 12, .sites = 8, .roles = false});
        std::vector<char> open(8, 0);
        double worst = 0.0;
        for (int step = 0; step < 3; ++step) {
            std::size_t best = 8;
            std::pair<double, double> least;
            for (std::size_t s = 0; s < 8; ++s) {
                if (open[s] != 0) continue;
                open[s] = 1;
                std::pair<double, double> mine;
                for (std::size_t d = 0; d < 12; ++d) {
                    if (table.weight[d] == 0.0) continue;
                    double way = 1e9;
                    for (std::size_t t = 0; t < 8; ++t) {
                        if (open[t] != 0) way = std::min(way, table.cost[d][t]);
                    }
                    mine.first = std::max(mine.first, way);
                    mine.second += way * table.weight[d];
                }
                open[s] = 0;
                if (best == 8 || mine < least) {
                    best = s;
                    least = mine;
                }
            }
            open[best] = 1;
            worst = least.first;
        }
        const Answer answer = answered(table.problem(), {.model = "p-center", .count = 3});
        EXPECT_EQ(answer.greedy_objective, worst) << "seed " << seed;
    }
}

/// Counts how often its costs are gathered.
class CountedCosts final : public coverage::CostSource {
public:
    explicit CountedCosts(std::shared_ptr<const coverage::CostSource> source) : source_(std::move(source)) {}
    [[nodiscard]] CostUnit unit() const override { return source_->unit(); }
    [[nodiscard]] coverage::Links reached(const coverage::Asked& pairs, Cost limit, unsigned threads,
                                          Progress& progress) const override {
        ++asked;
        return source_->reached(pairs, limit, threads, progress);
    }
    [[nodiscard]] coverage::Links within(const coverage::Asked& pairs, Cost limit, unsigned threads,
                                         Progress& progress) const override {
        ++asked;
        return source_->within(pairs, limit, threads, progress);
    }
    mutable int asked = 0;

private:
    std::shared_ptr<const coverage::CostSource> source_;
};

TEST(Sweep, GathersItsCostsOnce) {
    test::Dice dice(5);
    const Table table = random_table(dice, {.demands = 30, .sites = 10, .roles = false});
    for (const char* model : {"p-median", "mclp"}) {
        Problem problem = table.problem();
        const auto counted = std::make_shared<CountedCosts>(problem.costs);
        problem.costs = counted;
        Request request{.model = model};
        if (siting::model(model).threshold) request.threshold = Cost::whole(20);
        Progress progress;
        const siting_exact::CbcSolver solver;
        EXPECT_EQ(locate_each(problem, request, {1, 6}, &solver, progress).size(), 6U);
        EXPECT_EQ(counted->asked, 1) << model;
    }
}

}  // namespace
}  // namespace yiquan::siting
