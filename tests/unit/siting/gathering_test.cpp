// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.hpp"
#include "core/coverage/air_costs.hpp"
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
    problem.costs = std::make_shared<coverage::AirCosts>(problem.demand.places, sites);
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
    problem.costs = std::make_shared<coverage::AirCosts>(problem.demand.places, sites);
    Progress progress;
    try {
        static_cast<void>(locate(problem, {.model = "p-median", .count = 3, .time_limit = Seconds{1e-3}},
                                 nullptr, progress));
        ADD_FAILURE() << "not refused";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_THAT(error.what(), HasSubstr("300 sites can serve 30000 demand points"));
    }
}

}  // namespace
}  // namespace yiquan::siting
