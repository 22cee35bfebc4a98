// SPDX-License-Identifier: MIT
#include "core/siting_exact/cbc_solver.hpp"

#include <gtest/gtest.h>

#include <array>
#include <csignal>
#include <limits>

#include "tests/comma_locale.hpp"

namespace yiquan::siting_exact {
namespace {

using optimize::IntegerProgram;

/// Which of three things cost least and weigh 3 together: 2 + 1, for 5.
optimize::IntegerProgram small_program() {
    optimize::IntegerProgram program;
    std::array<optimize::IntegerProgram::Term, 3> weights{{{0, 3.0}, {1, 2.0}, {2, 1.0}}};
    for (const double cost : {6.0, 3.0, 2.0}) (void)program.add_column({cost, 1.0, true});
    program.add_row(3.0, optimize::IntegerProgram::unbounded, weights);
    return program;
}

optimize::IntegerResult solved(Seconds time) {
    Progress progress;
    const optimize::SearchLimits limits(time, 0.0, progress);
    return CbcSolver{}.solve(small_program(), optimize::IntegerProgram::unbounded, 0.0, limits);
}

void hear(int /*signal*/, siginfo_t* /*about*/, void* /*context*/) {}

TEST(CbcSolver, LeavesTheHandlerOfCtrlCAsItWas) {
    struct sigaction ours {};
    ours.sa_sigaction = hear;
    ours.sa_flags = SA_SIGINFO;
    sigaddset(&ours.sa_mask, SIGTERM);
    struct sigaction before {};
    ASSERT_EQ(::sigaction(SIGINT, &ours, &before), 0);
    EXPECT_EQ(solved(Seconds{60.0}).values.size(), 3U);
    struct sigaction after {};
    ASSERT_EQ(::sigaction(SIGINT, &before, &after), 0);
    EXPECT_EQ(after.sa_sigaction, &hear);
    EXPECT_NE(after.sa_flags & SA_SIGINFO, 0);  // std::signal would have dropped both
    EXPECT_EQ(sigismember(&after.sa_mask, SIGTERM), 1);
}

TEST(CbcSolver, ReadsItsLimitWhereACommaDividesDecimals) {
    const test::CommaLocale commas;
    const optimize::IntegerResult result = solved(Seconds{12.5});
    EXPECT_TRUE(result.proved);
    ASSERT_EQ(result.values.size(), 3U);
    EXPECT_NEAR(result.values[0], 0.0, 1e-9);
    EXPECT_NEAR(result.values[1], 1.0, 1e-9);
    EXPECT_NEAR(result.values[2], 1.0, 1e-9);
}

}  // namespace
}  // namespace yiquan::siting_exact
