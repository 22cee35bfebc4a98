// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>

#include "core/siting/radius_formulation.hpp"
#include "core/siting_exact/cbc_solver.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan::siting {
namespace {

constexpr std::int64_t grain = 1024;  // the search gives the solver costs that are multiples of such a step

enum class Kind { covering, most_covered, median };

ServiceProgram random_program(test::Dice& dice, Kind kind) {
    ServiceProgram out;
    const auto sites = static_cast<std::uint32_t>(5 + dice.below(7));
    for (std::uint32_t s = 0; s < sites; ++s) out.label.push_back(s);
    if (kind == Kind::covering) {
        for (std::uint32_t s = 0; s < sites; ++s) {
            out.site_cost.push_back(grain * static_cast<std::int64_t>(1 + dice.below(9)));
        }
    } else {
        out.count = static_cast<std::uint32_t>(2 + dice.below(3));
    }
    const std::size_t clients = 8 + dice.below(25);
    for (std::size_t i = 0; i < clients; ++i) {
        std::vector<std::pair<std::int64_t, std::uint32_t>> links;
        const std::uint64_t sure = dice.below(sites);
        for (std::uint32_t s = 0; s < sites; ++s) {
            if (kind != Kind::median && s != sure && dice.below(3) != 0) continue;
            const auto far = static_cast<std::int64_t>(dice.below(50));
            links.emplace_back(kind == Kind::median ? grain * far : 0, s);
        }
        std::sort(links.begin(), links.end());
        for (const auto& [cost, s] : links) {
            out.site.push_back(s);
            if (kind == Kind::median) out.cost.push_back(cost);
        }
        out.first.push_back(out.site.size());
        out.fallback.push_back(kind == Kind::most_covered
                                   ? grain * static_cast<std::int64_t>(1 + dice.below(100))
                                   : ServiceProgram::must);
    }
    return out;
}

std::int64_t cheapest(const ServiceProgram& program) {
    std::int64_t best = ServiceProgram::must;
    for (std::uint32_t mask = 0; mask < (1U << program.sites()); ++mask) {
        std::vector<std::uint32_t> open;
        for (std::uint32_t s = 0; s < program.sites(); ++s) {
            if (((mask >> s) & 1U) != 0) open.push_back(s);
        }
        if (program.count && open.size() != *program.count) continue;
        best = std::min(best, service_cost(program, open));
    }
    return best;
}

/// A search that knows a choice one step worse than the best must still be given the best.
TEST(Solver, FindsWhatLiesOneStepBelowTheCutoff) {
    constexpr std::size_t many_terms = 100'000;
    const siting_exact::CbcSolver solver;
    Progress progress;
    const optimize::SearchLimits limits(Seconds{std::numeric_limits<double>::infinity()}, 0.0, progress);
    for (const Kind kind : {Kind::covering, Kind::most_covered, Kind::median}) {
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            test::Dice dice(seed);
            const ServiceProgram program = random_program(dice, kind);
            const std::int64_t best = cheapest(program);
            const auto formulation = radius_formulation(program, many_terms);
            ASSERT_TRUE(formulation);
            const double cutoff =
                (static_cast<double>(best + grain / 2) - static_cast<double>(formulation->base)) /
                formulation->unit;
            const optimize::IntegerResult result = solver.solve(formulation->program, cutoff, 0.0, limits);
            ASSERT_FALSE(result.values.empty()) << "kind " << static_cast<int>(kind) << ", seed " << seed;
            std::vector<std::uint32_t> open;
            for (std::uint32_t s = 0; s < program.sites(); ++s) {
                if (result.values[s] > 0.5) open.push_back(s);
            }
            EXPECT_EQ(service_cost(program, open), best) << "seed " << seed;
        }
    }
}

}  // namespace
}  // namespace yiquan::siting
