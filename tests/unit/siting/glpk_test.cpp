// SPDX-License-Identifier: MIT
// Problems of middle size, solved independently: the textbook formulations, by GLPK.
#include <glpk.h>
#include <gtest/gtest.h>

#include <memory>

#include "core/siting_exact/cbc_solver.hpp"
#include "tests/unit/siting/random_problem.hpp"

namespace yiquan::siting {
namespace {

struct Term {
    int column;
    double factor;
};

/// A program of columns from 0 to 1, row by row.
class Glpk {
public:
    Glpk() : problem_(glp_create_prob()) { glp_term_out(GLP_OFF); }
    ~Glpk() { glp_delete_prob(problem_); }
    Glpk(const Glpk&) = delete;
    Glpk& operator=(const Glpk&) = delete;

    int column(double cost, bool integer) {
        const int c = glp_add_cols(problem_, 1);
        glp_set_obj_coef(problem_, c, cost);
        glp_set_col_bnds(problem_, c, GLP_DB, 0.0, 1.0);
        if (integer) glp_set_col_kind(problem_, c, GLP_BV);
        return c;
    }
    void row(int kind, double bound, const std::vector<Term>& terms) {
        const int r = glp_add_rows(problem_, 1);
        glp_set_row_bnds(problem_, r, kind, bound, bound);
        std::vector<int> columns{0};
        std::vector<double> factors{0.0};
        for (const Term& term : terms) {
            columns.push_back(term.column);
            factors.push_back(term.factor);
        }
        glp_set_mat_row(problem_, r, static_cast<int>(terms.size()), columns.data(), factors.data());
    }
    double least() {
        glp_iocp parameters;
        glp_init_iocp(&parameters);
        parameters.presolve = GLP_ON;
        EXPECT_EQ(glp_intopt(problem_, &parameters), 0);
        EXPECT_EQ(glp_mip_status(problem_), GLP_OPT);
        return glp_mip_obj_val(problem_);
    }

private:
    glp_prob* problem_;
};

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
        const Answer answer = ours(table, {.model = "mclp", .count = count, .threshold = threshold});
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
        const Answer answer = ours(table, {.model = "lscp", .threshold = threshold});
        EXPECT_NEAR(answer.objective, glpk.least(), 1e-6) << round;
    }
}

}  // namespace
}  // namespace yiquan::siting
