// SPDX-License-Identifier: MIT
#include "core/relocation/make_room.hpp"

#include <gtest/gtest.h>

#include "core/relocation/split_reach.hpp"
#include "core/relocation/split_units.hpp"
#include "tests/unit/relocation/random_problem.hpp"

namespace yiquan::relocation {
namespace {

/// Units by their people, and by unit the sites it may go to, each a kilometre away.
Instance drawn(const std::vector<std::int64_t>& people, const std::vector<std::vector<std::uint32_t>>& open,
               std::vector<std::int64_t> room) {
    Instance out;
    for (std::uint32_t u = 0; u < people.size(); ++u) {
        out.units.push_back({{u}, people[u]});
        out.people += people[u];
        for (const std::uint32_t s : open[u]) out.links.push_back({s, people[u], 1});
        out.first.push_back(out.links.size());
    }
    out.room = std::move(room);
    return out;
}

bool never() {
    return false;
}

/// Unit 3 needs site 0; whoever is there can go to 1 only, from there to 2 only, where there is room.
TEST(MakeRoom, SendsGuestsOnFromSiteToSite) {
    const Instance instance = drawn({2, 2, 2}, {{0, 1}, {1, 2}, {0}}, {2, 2, 2});
    EXPECT_EQ(make_room(instance, {0, 1, nowhere}, never), (Assignment{1, 2, 0}));
}

/// Site 0 lacks one place, which site 1 has: three people go there in exchange for two.
TEST(MakeRoom, ExchangesALargerForASmallerUnit) {
    const Instance instance = drawn({3, 2, 2}, {{0, 1}, {0, 1}, {0}}, {4, 3});
    EXPECT_EQ(make_room(instance, {0, 1, nowhere}, never), (Assignment{1, 0, 0}));
}

TEST(MakeRoom, TakesNobodysPlaceAndFillsNoSiteBeyondItsRoom) {
    int seated = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE(seed);
        test::Dice dice(seed);
        Progress quiet;
        const Problem problem = random_problem(dice, {.households = 40, .sites = 6, .room = 1.0});
        const Instance instance = instance_of(problem, 1, quiet);
        Assignment plan(instance.units.size(), nowhere);
        std::vector<std::int64_t> left = instance.room;
        for (std::uint32_t u = 0; u < plan.size(); ++u) {  // everybody to the first site with room
            for (const Link& link : instance.links_of(u)) {
                if (plan[u] != nowhere || left[link.site] < instance.units[u].people) continue;
                plan[u] = link.site;
                left[link.site] -= instance.units[u].people;
            }
        }
        const Assignment after = make_room(instance, plan, never);
        for (std::uint32_t u = 0; u < plan.size(); ++u) {
            EXPECT_TRUE(plan[u] == nowhere || after[u] != nowhere);
        }
        const AssignmentSums sums = sums_of(instance, after);
        for (std::size_t s = 0; s < instance.room.size(); ++s) EXPECT_LE(sums.load[s], instance.room[s]);
        seated += sums.placed > sums_of(instance, plan).placed ? 1 : 0;
    }
    EXPECT_GT(seated, 20);
}

/// The transport problem, solved by another algorithm at every length, agrees.
TEST(SplitReach, IsTheShortestLengthAtWhichATransportPlanPlacesAll) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        SCOPED_TRACE(seed);
        test::Dice dice(seed);
        Progress quiet;
        const Problem problem = random_problem(dice, {.households = 15, .sites = 4, .room = 1.2});
        const Instance instance = instance_of(problem, 1, quiet);
        const optimize::SearchLimits limits(Seconds{1e9}, 0.0, quiet);
        const auto placed = [&](std::int64_t length) {
            const Instance shorter =
                with_links(instance, [&](std::size_t, const Link& link) { return link.worst <= length; });
            return instance.people - split_units(shorter, instance.people, limits).stayed;
        };
        std::int64_t longest = 0;
        for (const Link& link : instance.links) longest = std::max(longest, link.worst);
        const std::int64_t most = placed(longest);
        SplitReach reach(instance);
        const auto least = reach.least(most, never);
        ASSERT_TRUE(least);
        EXPECT_EQ(placed(*least), most);
        EXPECT_TRUE(*least == 0 || placed(*least - 1) < most);
        EXPECT_FALSE(reach.least(most + 1, never));
        for (const std::int64_t length : {longest / 4, longest / 2}) {
            EXPECT_EQ(reach.heads_within(length), placed(length));
        }
    }
}

}  // namespace
}  // namespace yiquan::relocation
