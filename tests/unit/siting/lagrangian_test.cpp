// SPDX-License-Identifier: MIT
#include "core/siting/lagrangian.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "tests/unit/base/dice.hpp"

namespace yiquan::siting {
namespace {

/// Clients that each may be served by some sites at no cost; some must be, the others pay their fallback.
ServiceProgram random_program(test::Dice& dice) {
    ServiceProgram out;
    const auto sites = static_cast<std::uint32_t>(3 + dice.below(8));
    out.label.resize(sites);
    std::iota(out.label.begin(), out.label.end(), 0U);
    out.count = static_cast<std::uint32_t>(1 + dice.below(sites - 1));
    const std::size_t clients = 2 + dice.below(20);
    for (std::size_t i = 0; i < clients; ++i) {
        const std::uint64_t sure = dice.below(sites);
        for (std::uint32_t s = 0; s < sites; ++s) {
            if (s == sure || dice.below(5) == 0) out.site.push_back(s);
        }
        out.first.push_back(out.site.size());
        const auto fallback = static_cast<std::int64_t>(1 + dice.below(1'000'000'000));
        out.fallback.push_back(dice.below(3) == 0 ? ServiceProgram::must : fallback);
    }
    return out;
}

std::int64_t least_cost(const ServiceProgram& program) {
    std::int64_t best = ServiceProgram::must;
    for (std::uint32_t mask = 0; mask < (1U << program.sites()); ++mask) {
        std::vector<std::uint32_t> open;
        for (std::uint32_t s = 0; s < program.sites(); ++s) {
            if ((mask >> s & 1U) != 0) open.push_back(s);
        }
        if (open.size() == *program.count) best = std::min(best, service_cost(program, open));
    }
    return best;
}

/// What the multipliers prove, in numbers of 64 binary digits and a sign.
long double value_of(const ServiceProgram& program, const std::vector<std::int64_t>& multiplier) {
    std::vector<long double> reduced(program.sites(), 0.0L);
    long double sum = 0.0L;
    for (std::size_t i = 0; i < program.clients(); ++i) {
        sum += static_cast<long double>(multiplier[i]);
        for (std::size_t k = program.first[i]; k < program.first[i + 1]; ++k)
            reduced[program.site[k]] -= static_cast<long double>(multiplier[i]);
    }
    std::sort(reduced.begin(), reduced.end());
    return std::accumulate(reduced.begin(), reduced.begin() + *program.count, sum);
}

/// Where no choice serves everybody who must be served, multipliers grow for ever; the sums must hold them.
TEST(LagrangianBound, IsTheExactValueOfItsMultipliersAndBelowEveryChoice) {
    Progress progress;
    const optimize::SearchLimits limits{Seconds{std::numeric_limits<double>::infinity()}, 0.0, progress};
    int impossible = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        test::Dice dice(seed);
        const ServiceProgram program = random_program(dice);
        const std::int64_t least = least_cost(program);
        impossible += least == ServiceProgram::must ? 1 : 0;
        // As where every choice is still to be beaten, and where the best is known.
        for (const std::int64_t target : {std::int64_t{1} << 43, least}) {
            const LagrangianBound found = lagrangian_bound(program, target, {}, limits);
            for (const std::int64_t u : found.multiplier) EXPECT_GE(u, 0) << "seed " << seed;
            EXPECT_EQ(static_cast<long double>(found.bound), value_of(program, found.multiplier))
                << "seed " << seed;
            EXPECT_LE(found.bound, least) << "seed " << seed;
        }
    }
    EXPECT_GT(impossible, 50);
    EXPECT_LT(impossible, 450);
}

}  // namespace
}  // namespace yiquan::siting
