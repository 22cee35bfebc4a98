// SPDX-License-Identifier: MIT
#include "core/siting/anneal_cover.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <numeric>

#include "tests/unit/base/dice.hpp"

namespace yiquan::siting {
namespace {

/// Clients of some weight that some of the sites reach; `count` sites open.
ServiceProgram random_program(test::Dice& dice, std::uint32_t sites, std::size_t clients,
                              std::uint32_t count) {
    ServiceProgram out;
    out.count = count;
    out.label.resize(sites);
    std::iota(out.label.begin(), out.label.end(), 0U);
    for (std::size_t i = 0; i < clients; ++i) {
        for (std::uint32_t s = 0; s < sites; ++s) {
            if (dice.below(4) == 0) out.site.push_back(s);
        }
        out.first.push_back(out.site.size());
        out.fallback.push_back(static_cast<std::int64_t>(1 + dice.below(100)));
    }
    return out;
}

std::vector<std::uint32_t> first_sites(const ServiceProgram& program) {
    return {program.label.begin(), program.label.begin() + *program.count};
}

std::int64_t cheapest(const ServiceProgram& program) {
    std::int64_t best = ServiceProgram::must;
    for (std::uint32_t mask = 0; mask < (1U << program.sites()); ++mask) {
        if (static_cast<std::uint32_t>(std::popcount(mask)) != *program.count) continue;
        std::vector<std::uint32_t> open;
        for (std::uint32_t s = 0; s < program.sites(); ++s) {
            if (((mask >> s) & 1U) != 0) open.push_back(s);
        }
        best = std::min(best, service_cost(program, open));
    }
    return best;
}

class Annealing : public testing::Test {
protected:
    Progress progress_;
    optimize::SearchLimits limits_{Seconds{std::numeric_limits<double>::infinity()}, 0.0, progress_};
};

TEST_F(Annealing, FindsTheMostThatFewSitesServe) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        test::Dice dice(seed);
        const auto sites = static_cast<std::uint32_t>(5 + dice.below(8));
        const auto count = static_cast<std::uint32_t>(1 + dice.below(4));
        const ServiceProgram program = random_program(dice, sites, 5 + dice.below(40), count);
        const Selection found =
            anneal_cover(program, SiteLinks(program), first_sites(program), {.work = 200'000}, limits_);
        EXPECT_EQ(found.open.size(), count);
        EXPECT_TRUE(std::is_sorted(found.open.begin(), found.open.end()));
        EXPECT_EQ(found.cost, service_cost(program, found.open)) << "seed " << seed;
        EXPECT_EQ(found.cost, cheapest(program)) << "seed " << seed;
    }
}

TEST_F(Annealing, IsNeverWorseThanWhatItBeganWith) {
    test::Dice dice(7);
    const ServiceProgram program = random_program(dice, 60, 300, 10);
    const SiteLinks by_site(program);
    const Selection good = anneal_cover(program, by_site, first_sites(program), {.work = 1'000'000}, limits_);
    EXPECT_LT(good.cost, service_cost(program, first_sites(program)));
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
        const Selection again =
            anneal_cover(program, by_site, good.open, {.work = 5'000, .seed = seed}, limits_);
        EXPECT_LE(again.cost, good.cost) << "seed " << seed;
    }
}

TEST_F(Annealing, GivesTheSameForTheSameSeed) {
    test::Dice dice(8);
    const ServiceProgram program = random_program(dice, 60, 300, 10);
    const SiteLinks by_site(program);
    const AnnealOptions options{.work = 100'000, .seed = 5};
    EXPECT_EQ(anneal_cover(program, by_site, first_sites(program), options, limits_).open,
              anneal_cover(program, by_site, first_sites(program), options, limits_).open);
}

TEST_F(Annealing, LeavesAChoiceThatIsGoodEnoughOrTheOnlyOne) {
    test::Dice dice(9);
    ServiceProgram program = random_program(dice, 30, 100, 5);
    const std::vector<std::uint32_t> start = first_sites(program);
    const std::int64_t cost = service_cost(program, start);
    EXPECT_EQ(
        anneal_cover(program, SiteLinks(program), start, {.work = 1'000'000, .enough = cost}, limits_).open,
        start);
    program.count = 30;
    EXPECT_EQ(anneal_cover(program, SiteLinks(program), program.label, {.work = 1'000'000}, limits_).open,
              program.label);
}

TEST(MostCovering, IsForACountOfSitesThatCostNothing) {
    test::Dice dice(10);
    const ServiceProgram program = random_program(dice, 10, 20, 3);
    EXPECT_TRUE(is_most_covering(program));
    ServiceProgram other = program;
    other.count.reset();
    EXPECT_FALSE(is_most_covering(other));
    other = program;
    other.fallback[3] = ServiceProgram::must;
    EXPECT_FALSE(is_most_covering(other));
    other = program;
    other.cost.assign(other.site.size(), 1);
    EXPECT_FALSE(is_most_covering(other));
    other = program;
    other.site_cost.assign(other.sites(), 1);
    EXPECT_FALSE(is_most_covering(other));
}

}  // namespace
}  // namespace yiquan::siting
