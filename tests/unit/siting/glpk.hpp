// SPDX-License-Identifier: MIT
#pragma once

#include <glpk.h>
#include <gtest/gtest.h>

#include <vector>

namespace yiquan::test {

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
    void cost(int column, double cost) { glp_set_obj_coef(problem_, column, cost); }
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

}  // namespace yiquan::test
