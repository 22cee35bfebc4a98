// SPDX-License-Identifier: MIT
// Problems of middle size, solved independently: the textbook formulations, by GLPK.
#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <numeric>

#include "core/siting_exact/cbc_solver.hpp"
#include "tests/unit/siting/glpk.hpp"
#include "tests/unit/siting/random_problem.hpp"

namespace yiquan::siting {
namespace {

using test::Glpk;
using test::Term;

Answer ours(const Table& table, const Request& request) {
    const siting_exact::CbcSolver solver;
    Progress progress;
    Answer answer = locate(table.problem(), request, &solver, progress);
    EXPECT_EQ(answer.status, Status::optimal);
    return answer;
}

TEST(AgainstGlpk, CoverTheMostIsTheSame) {
    test::Dice dice(5);
    for (int round = 0; round < 6; ++round) {
        const Table table = random_table(dice, {.demands = 150, .sites = 30, .roles = false});
        const double threshold = 12.0;
        const std::uint32_t count = 4 + static_cast<std::uint32_t>(round);
        Glpk glpk;
        std::vector<Term> all;
        for (std::size_t s = 0; s < table.sites.size(); ++s) all.push_back({glpk.column(0.0, true), 1.0});
        glpk.row(GLP_FX, count, all);
        for (std::size_t d = 0; d < table.weight.size(); ++d) {
            std::vector<Term> terms{{glpk.column(-table.weight[d], false), -1.0}};
            for (std::size_t s = 0; s < table.sites.size(); ++s) {
                if (table.cost[d][s] <= threshold) terms.push_back(all[s]);
            }
            glpk.row(GLP_LO, 0.0, terms);
        }
        const Answer answer =
            ours(table, {.model = "mclp", .count = count, .threshold = Cost::nearest(threshold)});
        EXPECT_NEAR(answer.objective, -glpk.least(), 1e-6) << round;
    }
}

TEST(AgainstGlpk, ThePMedianIsTheSame) {
    test::Dice dice(6);
    for (int round = 0; round < 5; ++round) {
        const Table table = random_table(dice, {.demands = 40, .sites = 20, .roles = false});
        const std::uint32_t count = 2 + static_cast<std::uint32_t>(round);
        Glpk glpk;
        std::vector<Term> all;
        for (std::size_t s = 0; s < table.sites.size(); ++s) all.push_back({glpk.column(0.0, true), 1.0});
        glpk.row(GLP_FX, count, all);
        for (std::size_t d = 0; d < table.weight.size(); ++d) {
            std::vector<Term> served;
            for (std::size_t s = 0; s < table.sites.size(); ++s) {
                served.push_back({glpk.column(table.weight[d] * table.cost[d][s], false), 1.0});
                glpk.row(GLP_UP, 0.0, {served.back(), {all[s].column, -1.0}});
            }
            glpk.row(GLP_FX, 1.0, served);
        }
        const Answer answer = ours(table, {.model = "p-median", .count = count});
        EXPECT_NEAR(answer.objective, glpk.least(), 1e-6) << round;
    }
}

TEST(AgainstGlpk, CoverEveryoneIsTheSameWithPrices) {
    test::Dice dice(7);
    for (int round = 0; round < 6; ++round) {
        const Table table = random_table(dice, {.demands = 120, .sites = 40, .roles = false});
        const double threshold = 16.0 + 2.0 * round;
        Glpk glpk;
        std::vector<Term> all;
        for (const Site& site : table.sites) all.push_back({glpk.column(site.price.value(), true), 1.0});
        for (std::size_t d = 0; d < table.weight.size(); ++d) {
            std::vector<Term> terms;
            for (std::size_t s = 0; s < table.sites.size(); ++s) {
                if (table.cost[d][s] <= threshold) terms.push_back(all[s]);
            }
            if (table.weight[d] > 0.0 && !terms.empty()) glpk.row(GLP_LO, 1.0, terms);
        }
        const Answer answer = ours(table, {.model = "lscp", .threshold = Cost::nearest(threshold)});
        EXPECT_NEAR(answer.objective, glpk.least(), 1e-6) << round;
    }
}

/// A column from 0 to 1 for each site.
std::vector<Term> site_columns(Glpk& glpk, const Table& table, bool priced) {
    std::vector<Term> out;
    for (const Site& site : table.sites) {
        out.push_back({glpk.column(priced ? site.price.value() : 0.0, true), 1.0});
    }
    return out;
}

double total(const std::vector<double>& weights) {
    return std::accumulate(weights.begin(), weights.end(), 0.0);
}

TEST(AgainstGlpk, ReachingAShareIsTheSameWithPrices) {
    test::Dice dice(8);
    for (int round = 0; round < 6; ++round) {
        const Table table = random_table(dice, {.demands = 80, .sites = 25, .roles = false});
        const double threshold = 18.0;
        const double share = 0.5 + 0.05 * round;
        Glpk glpk;
        const std::vector<Term> all = site_columns(glpk, table, true);
        std::vector<Term> reached;
        for (std::size_t d = 0; d < table.weight.size(); ++d) {
            const int covered = glpk.column(0.0, false);
            std::vector<Term> terms{{covered, -1.0}};
            for (std::size_t s = 0; s < table.sites.size(); ++s) {
                if (table.cost[d][s] <= threshold) terms.push_back(all[s]);
            }
            glpk.row(GLP_LO, 0.0, terms);
            reached.push_back({covered, table.weight[d]});
        }
        glpk.row(GLP_LO, share * total(table.weight) - 1e-6, reached);
        const Answer answer =
            ours(table, {.model = "partial", .threshold = Cost::nearest(threshold), .share = share});
        EXPECT_NEAR(answer.objective, glpk.least(), 1e-6) << round;
    }
}

TEST(AgainstGlpk, ThePCenterIsTheSame) {
    test::Dice dice(9);
    for (int round = 0; round < 4; ++round) {
        const Table table = random_table(dice, {.demands = 30, .sites = 15, .roles = false});
        const std::uint32_t count = 2 + static_cast<std::uint32_t>(round);
        constexpr double longest = 150.0;  // more than any distance on the map
        Glpk glpk;
        const std::vector<Term> all = site_columns(glpk, table, false);
        const int radius = glpk.column(1.0, false);  // in parts of the longest
        glpk.row(GLP_FX, count, all);
        for (std::size_t d = 0; d < table.weight.size(); ++d) {
            if (table.weight[d] == 0.0) continue;
            std::vector<Term> served;
            std::vector<Term> travel{{radius, -1.0}};
            for (std::size_t s = 0; s < table.sites.size(); ++s) {
                served.push_back({glpk.column(0.0, true), 1.0});
                travel.push_back({served.back().column, table.cost[d][s] / longest});
                glpk.row(GLP_UP, 0.0, {served.back(), {all[s].column, -1.0}});
            }
            glpk.row(GLP_FX, 1.0, served);
            glpk.row(GLP_UP, 0.0, travel);
        }
        const Answer answer = ours(table, {.model = "p-center", .count = count});
        EXPECT_NEAR(answer.objective, longest * glpk.least(), 1e-6) << round;
    }
}

TEST(AgainstGlpk, BackupIsTheSame) {
    test::Dice dice(10);
    for (int round = 0; round < 5; ++round) {
        const Table table = random_table(dice, {.demands = 60, .sites = 20, .roles = false});
        const double threshold = 22.0;
        const std::uint32_t count = 4 + static_cast<std::uint32_t>(round);
        Glpk glpk;
        const std::vector<Term> all = site_columns(glpk, table, false);
        glpk.row(GLP_FX, count, all);
        for (std::size_t d = 0; d < table.weight.size(); ++d) {
            std::vector<Term> terms{{glpk.column(-table.weight[d], true), -2.0}};
            for (std::size_t s = 0; s < table.sites.size(); ++s) {
                if (table.cost[d][s] <= threshold) terms.push_back(all[s]);
            }
            glpk.row(GLP_LO, 0.0, terms);
        }
        const Answer answer =
            ours(table, {.model = "backup", .count = count, .threshold = Cost::nearest(threshold)});
        EXPECT_NEAR(answer.objective, -glpk.least(), 1e-6) << round;
    }
}

/// Shares of demand that sites take, within their seats; the median's serve everyone, the others who they
/// can.
void expect_same_with_seats(test::Dice& dice, bool median, std::uint32_t count) {
    Table table = random_table(dice, {.demands = 25, .sites = 10, .roles = false});
    const double threshold = median ? 1e3 : 30.0;
    const double each = std::ceil(total(table.weight) * (median ? 1.3 : 0.7) / count);
    for (Site& site : table.sites) {
        site.seats =
            Persons::whole(static_cast<std::int64_t>(each) + static_cast<std::int64_t>(dice.below(4)));
    }
    Glpk glpk;
    const std::vector<Term> all = site_columns(glpk, table, false);
    glpk.row(GLP_FX, count, all);
    std::vector<std::vector<Term>> load(table.sites.size());
    for (std::size_t d = 0; d < table.weight.size(); ++d) {
        const double weight = table.weight[d];
        std::vector<Term> served;
        for (std::size_t s = 0; s < table.sites.size(); ++s) {
            if (weight == 0.0 || table.cost[d][s] > threshold) continue;
            const int column = glpk.column(median ? weight * table.cost[d][s] : -weight, false);
            served.push_back({column, 1.0});
            load[s].push_back({column, weight});
            glpk.row(GLP_UP, 0.0, {{column, 1.0}, {all[s].column, -1.0}});
        }
        if (!served.empty()) glpk.row(median ? GLP_FX : GLP_UP, 1.0, served);
    }
    for (std::size_t s = 0; s < load.size(); ++s) {
        load[s].push_back({all[s].column, -table.sites[s].seats->value()});
        glpk.row(GLP_UP, 0.0, load[s]);
    }
    Request request{.model = median ? "capacitated-p-median" : "capacitated-mclp", .count = count};
    if (!median) request.threshold = Cost::nearest(threshold);
    const Answer answer = ours(table, request);
    EXPECT_NEAR(answer.objective, std::abs(glpk.least()), 1e-6) << count;
}

TEST(AgainstGlpk, SeatsAreTheSameWhereMostAreToBeServed) {
    test::Dice dice(11);
    for (std::uint32_t count = 2; count < 7; ++count) expect_same_with_seats(dice, false, count);
}

TEST(AgainstGlpk, SeatsAreTheSameWhereTravelIsToBeLeast) {
    test::Dice dice(12);
    for (std::uint32_t count = 2; count < 7; ++count) expect_same_with_seats(dice, true, count);
}

TEST(AgainstGlpk, TheWorstServedZoneIsTheSame) {
    test::Dice dice(13);
    for (int round = 0; round < 5; ++round) {
        const Table table = random_table(dice, {.demands = 60, .sites = 18, .roles = false});
        const double threshold = 16.0;
        const std::uint32_t count = 3 + static_cast<std::uint32_t>(round);
        std::vector<double> zone_total(3, 0.0);
        for (std::size_t d = 0; d < table.weight.size(); ++d) zone_total[table.zone[d]] += table.weight[d];
        Glpk glpk;
        const std::vector<Term> all = site_columns(glpk, table, false);
        const int least = glpk.column(-1.0, false);
        glpk.row(GLP_FX, count, all);
        std::vector<std::vector<Term>> share(3, {{least, -1.0}});
        for (std::size_t d = 0; d < table.weight.size(); ++d) {
            const int covered = glpk.column(0.0, false);
            std::vector<Term> terms{{covered, -1.0}};
            for (std::size_t s = 0; s < table.sites.size(); ++s) {
                if (table.cost[d][s] <= threshold) terms.push_back(all[s]);
            }
            glpk.row(GLP_LO, 0.0, terms);
            if (table.weight[d] > 0.0) {
                share[table.zone[d]].push_back({covered, table.weight[d] / zone_total[table.zone[d]]});
            }
        }
        for (const auto& terms : share) glpk.row(GLP_LO, 0.0, terms);
        const Answer answer =
            ours(table, {.model = "equity", .count = count, .threshold = Cost::nearest(threshold)});
        EXPECT_NEAR(answer.objective, -glpk.least(), 1e-6) << round;
    }
}

}  // namespace
}  // namespace yiquan::siting
