// SPDX-License-Identifier: MIT
#include "core/siting/point_costs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.hpp"
#include "core/siting/locate.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan::siting {
namespace {

using ::testing::HasSubstr;

std::vector<geo::LonLat> places(std::uint64_t seed, std::size_t count) {
    test::Dice dice(seed);
    std::vector<geo::LonLat> out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back({dice.between(101.0, 102.0), dice.between(36.0, 37.0)});
    return out;
}

TEST(PointCosts, InsideARadiusAreWhatTheyAreOutsideOfOne) {
    const PointCosts costs(places(1, 200), places(2, 20));
    Progress progress;
    const Cost limit = Cost::whole(15'000);
    const Links near = costs.within(limit, 2, progress);
    const Links pairs = costs.reached(limit, 2, progress);
    EXPECT_EQ(near.site, pairs.site);
    EXPECT_EQ(near.first, pairs.first);
    EXPECT_TRUE(pairs.cost.empty());
    const Links all = costs.within(CostSource::no_limit, 2, progress);
    std::size_t found = 0;
    for (std::size_t d = 0; d < all.rows(); ++d) {
        for (std::size_t k = all.first[d]; k < all.first[d + 1]; ++k) {
            if (all.cost[k] > limit) continue;
            ASSERT_LT(found, near.cost.size());
            EXPECT_EQ(near.site[found], all.site[k]);
            EXPECT_EQ(near.cost[found], all.cost[k]);
            EXPECT_GT(near.cost[found], Cost{});
            ++found;
        }
    }
    EXPECT_EQ(found, near.cost.size());
    EXPECT_GT(found, 50U);
}

TEST(PointCosts, AreGeodesicsToTheMillimetre) {
    // GeodSolve -i on WGS84: 36.6 101.7 to 36.7 101.8 is 14251.369884 m.
    const PointCosts costs({{101.7, 36.6}}, {{101.8, 36.7}});
    Progress progress;
    const Links links = costs.within(CostSource::no_limit, 1, progress);
    ASSERT_EQ(links.cost.size(), 1U);
    EXPECT_EQ(links.cost[0].ticks() % 1000, 0);
    EXPECT_NEAR(links.cost[0].value(), 14251.369884, 0.0006);
}

TEST(PointCosts, TooManyPairsAreRefusedWithTheMemoryThatTheyWouldTake) {
    const PointCosts costs(places(1, 20'000), places(2, 20'000));
    Progress progress;
    try {
        static_cast<void>(costs.within(CostSource::no_limit, 1, progress));
        ADD_FAILURE() << "not refused";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_THAT(error.what(), HasSubstr("20000 demand points times 20000 sites"));
        EXPECT_THAT(error.what(), HasSubstr("32 GB"));
    }
}

class Watched final : public Progress {
public:
    void report(double fraction) override {
        fell = fell || fraction < last;
        last = fraction;
    }
    void stage(const Message& name) override { stages.push_back(name.en); }
    bool fell = false;
    double last = 0.0;
    std::vector<std::string> stages;
};

TEST(Progress, OfACurveRisesOnceAndNamesItsStages) {
    Problem problem;
    for (const geo::LonLat& place : places(3, 15)) {
        Site site;
        site.id = "s" + std::to_string(problem.sites.size());
        site.place = place;
        problem.sites.push_back(site);
    }
    problem.demand.places = places(4, 300);
    std::vector<geo::LonLat> sites;
    for (const Site& site : problem.sites) sites.push_back(*site.place);
    for (std::size_t d = 0; d < 300; ++d) {
        problem.demand.ids.push_back(std::to_string(d));
        problem.demand.weights.push_back(Persons::whole(1));
    }
    problem.costs = std::make_shared<PointCosts>(problem.demand.places, sites);
    Watched watched;
    const Located located =
        locate_with_plan(problem, {.model = "p-median", .threads = 2}, CountRange{1, 4}, nullptr, watched);
    EXPECT_EQ(located.answers.size(), 4U);
    EXPECT_FALSE(watched.fell);
    EXPECT_EQ(watched.last, 1.0);
    ASSERT_FALSE(watched.stages.empty());
    EXPECT_EQ(watched.stages.front(), "Measuring who can be served from where");
}

TEST(TimeLimit, CountsWhileCostsAreMeasured) {
    Problem problem;
    std::vector<geo::LonLat> sites = places(3, 300);
    for (const geo::LonLat& place : sites) {
        problem.sites.emplace_back().id = std::to_string(problem.sites.size());
        problem.sites.back().place = place;
    }
    problem.demand.places = places(4, 30'000);
    problem.demand.ids.resize(30'000);
    problem.demand.weights.assign(30'000, Persons::whole(1));
    problem.costs = std::make_shared<PointCosts>(problem.demand.places, sites);
    Progress progress;
    try {
        static_cast<void>(
            locate(problem, {.model = "p-median", .count = 3, .seconds = 1e-3}, nullptr, progress));
        ADD_FAILURE() << "not refused";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_THAT(error.what(), HasSubstr("300 sites can serve 30000 demand points"));
    }
}

}  // namespace
}  // namespace yiquan::siting
