// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "core/base/error.hpp"
#include "core/siting_exact/cbc_solver.hpp"
#include "tests/unit/siting/random_problem.hpp"

namespace yiquan::siting {
namespace {

using testing::HasSubstr;

const siting_exact::CbcSolver solver;

Answer answered(const Problem& problem, const Request& request) {
    Progress progress;
    return locate(problem, request, &solver, progress);
}

Request request_for(const Model& model) {
    Request request;
    request.model = model.id;
    if (model.choose == Choose::count_or_budget) request.count = 3;
    if (model.threshold) request.threshold = Cost::nearest(25.0);
    if (model.share) request.share = 0.6;
    return request;
}

std::vector<std::string> ids(const Problem& problem, const std::vector<std::uint32_t>& sites) {
    std::vector<std::string> out;
    for (const std::uint32_t s : sites) out.push_back(problem.sites[s].id);
    return out;
}

/// The same problem with rows of demand and sites in another order.
Problem shuffled(const Table& table, test::Dice& dice) {
    std::vector<std::size_t> sites(table.sites.size());
    std::vector<std::size_t> demand(table.weight.size());
    for (auto* order : {&sites, &demand}) {
        std::iota(order->begin(), order->end(), 0U);
        for (std::size_t k = order->size(); k > 1; --k) std::swap((*order)[k - 1], (*order)[dice.below(k)]);
    }
    Table out;
    for (const std::size_t s : sites) out.sites.push_back(table.sites[s]);
    for (const std::size_t d : demand) {
        out.weight.push_back(table.weight[d]);
        out.zone.push_back(table.zone[d]);
        out.cost.emplace_back();
        for (const std::size_t s : sites) out.cost.back().push_back(table.cost[d][s]);
    }
    return out.problem();
}

TEST(Answers, DoNotDependOnTheOrderOfRowsOrOnThreads) {
    test::Dice dice(31);
    for (const Model& model : models) {
        const Request request = request_for(model);
        Request threaded = request;
        threaded.threads = 4;
        for (int round = 0; round < 10; ++round) {
            SCOPED_TRACE(fmt::format("{} {}", model.id, round));
            Table table = random_table(dice, {.demands = 25, .sites = 10, .roles = false});
            for (Site& site : table.sites) site.seats = Persons::whole(60);
            const Problem straight = table.problem();
            const Problem mixed = shuffled(table, dice);
            const Answer one = answered(straight, request);
            const Answer other = answered(mixed, threaded);
            EXPECT_EQ(ids(straight, one.open), ids(mixed, other.open));
            EXPECT_EQ(one.objective, other.objective);
            EXPECT_EQ(one.bound, other.bound);
        }
    }
}

TEST(Answers, MoreSitesAreNeverWorse) {
    test::Dice dice(32);
    Progress progress;
    for (const Model& model : models) {
        if (model.choose == Choose::fewest) continue;
        Table table = random_table(dice, {.demands = 25, .sites = 9, .roles = false});
        for (Site& site : table.sites) site.seats = Persons::whole(200);
        const Problem problem = table.problem();
        const auto curve = locate_each(problem, request_for(model), {1, 8}, &solver, progress);
        ASSERT_EQ(curve.size(), 8U);
        for (std::size_t k = 1; k < curve.size(); ++k) {
            const double gain = curve[k].objective - curve[k - 1].objective;
            EXPECT_GE(model.most ? gain : -gain, -1e-9) << model.id << " " << k;
            EXPECT_EQ(curve[k].open.size(), k + 1);
        }
    }
}

TEST(Answers, EveryModelOfTheTableWorksWithoutASolverAndItsBoundHolds) {
    test::Dice dice(33);
    Progress progress;
    for (const Model& model : models) {
        Table table = random_table(dice, {.demands = 30, .sites = 12, .roles = false});
        for (Site& site : table.sites) site.seats = Persons::whole(100);
        const Problem problem = table.problem();
        const Request request = request_for(model);
        const Answer proved = locate(problem, request, &solver, progress);
        const Answer guessed = locate(problem, request, nullptr, progress);
        ASSERT_EQ(proved.status, Status::optimal) << model.id;
        const double sign = model.most ? 1.0 : -1.0;
        EXPECT_LE(sign * guessed.objective, sign * proved.objective + 1e-9) << model.id;
        EXPECT_GE(sign * guessed.bound, sign * proved.objective - 1e-9) << model.id;
    }
}

TEST(Answers, CoveringAndTravelAreProvedWithoutASolverToo) {
    Progress progress;
    for (const char* model : {"mclp", "lscp", "p-median"}) {
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            test::Dice dice(seed);
            const Table table =
                random_table(dice, {.demands = 4 + dice.below(30), .sites = 6 + dice.below(8)});
            Request request{.model = model};
            if (request.model != "lscp") request.count = 3;
            if (request.model != "p-median")
                request.threshold = Cost::nearest(20.0 + static_cast<double>(dice.below(20)));
            const Problem problem = table.problem();
            try {
                const Answer with = locate(problem, request, &solver, progress);
                const Answer without = locate(problem, request, nullptr, progress);
                ASSERT_EQ(without.status, with.status) << model << ", seed " << seed;
                EXPECT_NEAR(without.objective, with.objective, 1e-9) << model << ", seed " << seed;
            } catch (const Error& error) {
                EXPECT_EQ(error.kind(), ErrorKind::usage) << error.what();  // more are forced than may open
            }
        }
    }
}

TEST(Answers, AreWithinTheGapThatWasAskedFor) {
    Progress progress;
    for (const Model& model : models) {
        for (std::uint64_t seed = 0; seed < 25; ++seed) {
            test::Dice dice(seed);
            Table table = random_table(dice, {.demands = 40, .sites = 16, .roles = false});
            for (Site& site : table.sites) {
                site.seats = Persons::whole(100);
                if (seed % 2 == 0) site.price = Price::whole(1);
            }
            const Problem problem = table.problem();
            Request request = request_for(model);
            const Answer best = locate(problem, request, &solver, progress);
            ASSERT_EQ(best.status, Status::optimal) << model.id;
            request.gap = 0.05;
            const Answer near = locate(problem, request, &solver, progress);
            const double sign = model.most ? 1.0 : -1.0;
            EXPECT_LE(near.gap(), request.gap) << model.id << ", seed " << seed;
            EXPECT_GE(sign * near.bound, sign * best.objective - 1e-9) << model.id << ", seed " << seed;
            EXPECT_LE(sign * near.objective, sign * best.objective + 1e-9) << model.id << ", seed " << seed;
        }
    }
}

TEST(Answers, StopAtOnceWhereTimeIsOver) {
    test::Dice dice(34);
    Progress progress;
    const Table table = random_table(dice, {.demands = 300, .sites = 150, .roles = false});
    const Request request{.model = "p-median", .count = 12, .time_limit = Seconds{1e-9}};
    const Answer answer = locate(table.problem(), request, &solver, progress);
    EXPECT_EQ(answer.status, Status::feasible);
    EXPECT_EQ(answer.open.size(), 12U);
    EXPECT_GE(answer.objective, answer.bound);
}

TEST(Answers, DemandBeyondEveryCandidateIsReportedAndNotCalledInfeasible) {
    Table table;
    table.sites.resize(1);
    table.sites[0].id = "A";
    table.cost = {{3.0}, {50.0}};
    table.weight = {4.0, 6.0};
    const Answer answer = answered(table.problem(), {.model = "lscp", .threshold = Cost::nearest(10.0)});
    EXPECT_EQ(answer.status, Status::optimal);
    EXPECT_EQ(answer.objective, 1.0);
    EXPECT_EQ(answer.uncoverable, Persons::whole(6));
    EXPECT_EQ(answer.uncoverable_places, 1U);
}

/// Three sites on a line with one demand at each.
Table line() {
    Table table;
    for (const char* id : {"A", "B", "C"}) table.sites.emplace_back().id = id;
    table.cost = {{0.0, 5.0, 10.0}, {5.0, 0.0, 5.0}, {10.0, 5.0, 0.0}};
    table.weight = {1.0, 2.0, 3.0};
    return table;
}

void expect_refused(const Table& table, const Request& request, ErrorKind kind, const std::string& en) {
    try {
        static_cast<void>(answered(table.problem(), request));
        ADD_FAILURE() << "not refused: " << en;
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), kind) << error.what();
        EXPECT_THAT(error.what(), HasSubstr(en));
        EXPECT_FALSE(error.message().zh.empty());
    }
}

TEST(Refusals, NameWhatIsWrongWithTheRequest) {
    const Table table = line();
    const auto refused = [&](const Request& request, const std::string& en) {
        expect_refused(table, request, ErrorKind::usage, en);
    };
    refused({.model = "p-medan", .count = 1}, "Did you mean \"p-median\"?");
    refused({.model = "p-median", .count = 4}, "-p 4 is more than the 3 candidates");
    refused({.model = "p-median", .count = 0}, "-p 0");
    refused({.model = "p-median"}, "either -p N or --budget");
    refused({.model = "p-median", .count = 1, .budget = Price::whole(1)}, "either -p N or --budget");
    refused({.model = "lscp", .count = 1, .threshold = Cost::nearest(1.0)},
            "finds out the number of sites itself");
    refused({.model = "mclp", .count = 1}, "--threshold");
    refused({.model = "p-median", .count = 1, .threshold = Cost::nearest(5.0)}, "knows no threshold");
    refused({.model = "mclp", .count = 1, .threshold = Cost::nearest(-1.0)}, "zero or a positive number");
    refused({.model = "partial", .threshold = Cost::nearest(1.0), .share = 1.2}, "--share");
    refused({.model = "mclp", .count = 1, .threshold = Cost::nearest(1.0), .gap = 1.0}, "--gap");
    refused({.model = "mclp", .count = 1, .threshold = Cost::nearest(1.0), .time_limit = Seconds{}},
            "--time-limit");
    refused({.model = "equity", .count = 1, .threshold = Cost::nearest(1.0)}, "--zones");
}

TEST(Refusals, NameWhatIsWrongWithTheData) {
    const Request request{.model = "p-median", .count = 1};
    Table zero = line();
    zero.weight = {0.0, 0.0, 0.0};
    expect_refused(zero, request, ErrorKind::input, "weights are zero");
    Table both = line();
    both.sites[1].forced = both.sites[1].forbidden = true;
    expect_refused(both, request, ErrorKind::usage, "\"B\" is both forced and forbidden");
    Table none = line();
    for (Site& site : none.sites) site.forbidden = true;
    expect_refused(none, request, ErrorKind::input, "no candidate that may open");
    Table forced = line();
    forced.sites[0].forced = forced.sites[1].forced = true;
    expect_refused(forced, request, ErrorKind::usage, "2 sites are forced, but -p 1");
    expect_refused(forced, {.model = "p-median", .budget = Price::whole(1)}, ErrorKind::usage,
                   "cost 2, more than the budget of 1");
    expect_refused(line(), {.model = "capacitated-p-median", .count = 1}, ErrorKind::input,
                   "\"A\" has no seats");
    Table full = line();
    for (Site& site : full.sites) site.seats = Persons::whole(2);
    expect_refused(full, {.model = "capacitated-p-median", .count = 2}, ErrorKind::input,
                   "demand of 6 exceeds the 4 seats that can open with -p 2 by 2");
}

TEST(Refusals, AMissingPairIsNamed) {
    Problem problem = line().problem();
    coverage::Links links;
    links.column = {0, 1, 2, 0, 2, 0, 1, 2};
    links.cost.assign(links.column.size(), Cost::whole(1));
    links.first = {0, 3, 5, 8};
    problem.costs = std::make_shared<coverage::MatrixCosts>(links);
    try {
        static_cast<void>(answered(problem, {.model = "p-center", .count = 1}));
        ADD_FAILURE() << "not refused";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("from demand \"d001\" to site \"B\" is missing"));
    }
}

TEST(Refusals, AnUnknownSiteSuggestsTheNearest) {
    Problem problem = line().problem();
    const std::vector<std::string> wrong{"D"};
    EXPECT_THROW(mark_sites(problem, Mark::forced, wrong, "--forced"), Error);
}

}  // namespace
}  // namespace yiquan::siting
