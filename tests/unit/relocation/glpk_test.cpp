// SPDX-License-Identifier: MIT
// Problems of middle size, solved independently: the textbook formulations, by GLPK.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>

#include "core/relocation/relocate.hpp"
#include "core/relocation/rules.hpp"
#include "core/siting_exact/cbc_solver.hpp"
#include "tests/unit/relocation/random_problem.hpp"
#include "tests/unit/siting/glpk.hpp"

namespace yiquan::relocation {
namespace {

using test::Glpk;
using test::Term;

/// A column per unit and site that every rule allows; units are rows, or villages kept together.
class Textbook {
public:
    /// \param shorter_than only ways of less metres than this
    explicit Textbook(const Problem& problem, double shorter_than = std::numeric_limits<double>::infinity())
        : problem_(problem), shorter_than_(shorter_than) {
        std::map<std::string, std::vector<std::size_t>> units;
        for (std::size_t h = 0; h < problem.households.size(); ++h) {
            const Household& household = problem.households[h];
            units[problem.keep_villages ? household.village : household.id].push_back(h);
        }
        for (std::size_t s = 0; s < problem.sites.size(); ++s) opened_.push_back(glpk_.column(0.0, true));
        std::vector<std::vector<Term>> loads(problem.sites.size());
        for (const auto& [name, rows] : units) add_unit(rows, loads);
        for (std::size_t s = 0; s < loads.size(); ++s) {
            loads[s].push_back({opened_[s], -static_cast<double>(problem.sites[s].capacity)});
            glpk_.row(GLP_UP, 0.0, loads[s]);
        }
    }

    std::int64_t most_people() {
        for (const Pair& pair : pairs_) glpk_.cost(pair.column, -pair.people);
        return -std::llround(glpk_.least());
    }
    /// Of the plans that place so many, the least of the objective.
    double least(Objective objective, std::int64_t placed) {
        std::vector<Term> all;
        for (const Pair& pair : pairs_) {
            all.push_back({pair.column, pair.people});
            glpk_.cost(pair.column, objective == Objective::travel ? pair.travel : 0.0);
        }
        glpk_.row(GLP_LO, static_cast<double>(placed), all);
        for (std::size_t s = 0; s < opened_.size(); ++s) {
            if (objective == Objective::sites) glpk_.cost(opened_[s], 1.0);
            if (objective == Objective::cost) glpk_.cost(opened_[s], problem_.sites[s].price->value());
        }
        return glpk_.least();
    }

private:
    struct Pair {
        int column;
        double people;
        double travel;  ///< person-km
    };

    void add_unit(const std::vector<std::size_t>& rows, std::vector<std::vector<Term>>& loads) {
        std::vector<Term> once;
        for (std::size_t s = 0; s < problem_.sites.size(); ++s) {
            Pair pair{0, 0.0, 0.0};
            bool open = problem_.sites[s].allowed;
            for (const std::size_t h : rows) {
                const auto distance = allowed_cost(problem_, h, s);
                open = open && distance && distance->value() < shorter_than_;
                if (!open) break;
                const auto people = static_cast<double>(problem_.households[h].people);
                pair.people += people;
                pair.travel += people * distance->value() / 1000.0;
            }
            if (!open) continue;
            pair.column = glpk_.column(0.0, true);
            pairs_.push_back(pair);
            once.push_back({pair.column, 1.0});
            loads[s].push_back({pair.column, pair.people});
            glpk_.row(GLP_UP, 0.0, {{pair.column, 1.0}, {opened_[s], -1.0}});
        }
        if (once.empty()) return;
        glpk_.row(GLP_UP, 1.0, once);
    }

    const Problem& problem_;
    double shorter_than_;
    Glpk glpk_;
    std::vector<int> opened_;  ///< by site
    std::vector<Pair> pairs_;
};

class AgainstGlpk : public testing::TestWithParam<Objective> {};

TEST_P(AgainstGlpk, RowsApartAndVillagesTogetherGiveTheSame) {
    const siting_exact::CbcSolver solver;
    Progress progress;
    for (std::uint64_t seed = 301; seed <= 312; ++seed) {
        SCOPED_TRACE(seed);
        test::Dice dice(seed);
        Problem problem = random_problem(dice, {.households = GetParam() == Objective::worst ? 20U : 36U,
                                                .sites = 6,
                                                .villages = 12,
                                                .room = seed % 3 == 0 ? 0.9 : 1.05 + 0.1 * double(seed % 4),
                                                .limits = seed % 4 != 1});
        problem.keep_villages = seed % 2 == 0;
        problem.within_county = seed % 5 == 0;
        const Answer answer = relocate(problem, {.objective = GetParam(), .gap = 0.0}, &solver, progress);
        Textbook textbook(problem);
        EXPECT_EQ(answer.status, optimize::Status::optimal);
        EXPECT_EQ(answer.placed_people, textbook.most_people());
        if (GetParam() == Objective::worst) {
            EXPECT_EQ(answer.value, answer.worst.value());
            EXPECT_LT(Textbook(problem, answer.value).most_people(), answer.placed_people);
        } else {
            const double value = textbook.least(GetParam(), answer.placed_people);
            EXPECT_NEAR(answer.value, value, 1e-6 * (1.0 + value));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Objectives, AgainstGlpk,
                         testing::Values(Objective::travel, Objective::worst, Objective::sites,
                                         Objective::cost),
                         [](const auto& row) { return std::string{relocation::info(row.param).id}; });

}  // namespace
}  // namespace yiquan::relocation
