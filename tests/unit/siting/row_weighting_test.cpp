// SPDX-License-Identifier: MIT
#include "core/siting/row_weighting.hpp"

#include <gtest/gtest.h>

#include "tests/unit/base/dice.hpp"

namespace yiquan::siting {
namespace {

/// Clients that each may be served by some of the sites; every site has its price.
ServiceProgram random_covering(test::Dice& dice, std::uint32_t sites, std::size_t clients,
                               std::uint64_t dearest) {
    ServiceProgram out;
    for (std::uint32_t s = 0; s < sites; ++s) {
        out.label.push_back(s);
        out.site_cost.push_back(static_cast<std::int64_t>(1 + dice.below(dearest)));
    }
    for (std::size_t i = 0; i < clients; ++i) {
        const std::uint64_t sure = dice.below(sites);
        for (std::uint32_t s = 0; s < sites; ++s) {
            if (s == sure || dice.below(4) == 0) out.site.push_back(s);
        }
        out.first.push_back(out.site.size());
        out.fallback.push_back(ServiceProgram::must);
    }
    return out;
}

std::int64_t cheapest_cover(const ServiceProgram& program) {
    std::int64_t best = ServiceProgram::must;
    for (std::uint32_t mask = 0; mask < (1U << program.sites()); ++mask) {
        std::vector<std::uint32_t> open;
        for (std::uint32_t s = 0; s < program.sites(); ++s) {
            if ((mask >> s & 1U) != 0) open.push_back(s);
        }
        best = std::min(best, service_cost(program, open));
    }
    return best;
}

std::vector<std::uint32_t> every_site(const ServiceProgram& program) {
    return program.label;
}

optimize::SearchLimits no_limits(Progress& progress) {
    return {Seconds{std::numeric_limits<double>::infinity()}, 0.0, progress};
}

TEST(RowWeighting, FindsTheFewestSitesOfSmallCovers) {
    Progress progress;
    const optimize::SearchLimits limits = no_limits(progress);
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        test::Dice dice(seed);
        const auto sites = static_cast<std::uint32_t>(3 + dice.below(8));
        const ServiceProgram program = random_covering(dice, sites, 2 + dice.below(20), 1);
        const Selection found = row_weighting(program, SiteLinks(program), every_site(program), 0, limits);
        EXPECT_EQ(found.cost, service_cost(program, found.open)) << "seed " << seed;
        EXPECT_EQ(found.cost, cheapest_cover(program)) << "seed " << seed;
    }
}

TEST(RowWeighting, GivesACoverNearTheCheapestWherePricesDiffer) {
    Progress progress;
    const optimize::SearchLimits limits = no_limits(progress);
    int cheapest = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        test::Dice dice(seed);
        const ServiceProgram program = random_covering(dice, 10, 12, 9);
        const Selection found = row_weighting(program, SiteLinks(program), every_site(program), 0, limits);
        ASSERT_EQ(found.cost, service_cost(program, found.open)) << "seed " << seed;
        cheapest += found.cost == cheapest_cover(program) ? 1 : 0;
    }
    EXPECT_GE(cheapest, 180);
}

TEST(RowWeighting, PutsBackASiteThatAloneServesSomebody) {
    // Client 0 has site 0 only; clients 1 and 2 are served by site 1 or by sites 2 and 3.
    ServiceProgram program;
    program.label = {0, 1, 2, 3};
    program.site_cost = {1, 1, 1, 1};
    program.first = {0, 1, 3, 5};
    program.site = {0, 1, 2, 1, 3};
    program.fallback.assign(3, ServiceProgram::must);
    Progress progress;
    const Selection found = row_weighting(program, SiteLinks(program), std::vector<std::uint32_t>{0, 2, 3}, 0,
                                          no_limits(progress));
    EXPECT_EQ(found.open, (std::vector<std::uint32_t>{0, 1}));
}

TEST(RowWeighting, EndsAtOnceWhereTheCoverIsGoodEnough) {
    test::Dice dice(7);
    const ServiceProgram program = random_covering(dice, 10, 20, 1);
    Progress progress;
    const std::vector<std::uint32_t> all = every_site(program);
    EXPECT_EQ(row_weighting(program, SiteLinks(program), all, 10, no_limits(progress)).open, all);
}

TEST(RowWeighting, IsForCoveringAlone) {
    test::Dice dice(8);
    ServiceProgram program = random_covering(dice, 4, 5, 1);
    EXPECT_TRUE(is_covering(program));
    program.count = 2;
    EXPECT_FALSE(is_covering(program));
    program.count.reset();
    program.fallback.back() = 3;
    EXPECT_FALSE(is_covering(program));
}

}  // namespace
}  // namespace yiquan::siting
