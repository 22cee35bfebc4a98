// SPDX-License-Identifier: MIT
// Whoever stays is told what would place them. Here that is done, and the problem solved again.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "core/relocation/relocate.hpp"
#include "core/relocation/rules.hpp"
#include "core/siting_exact/cbc_solver.hpp"
#include "tests/unit/relocation/random_problem.hpp"

namespace yiquan::relocation {
namespace {

Answer solved(const Problem& problem) {
    const siting_exact::CbcSolver solver;
    Progress progress;
    return relocate(problem, {}, &solver, progress);
}

/// Distances of another problem, with some households brought to one site.
std::shared_ptr<const coverage::CostSource> brought(const Problem& problem,
                                                    const std::vector<std::uint32_t>& rows,
                                                    std::size_t site) {
    std::vector<double> metres;
    for (std::uint32_t h = 0; h < problem.households.size(); ++h) {
        for (std::size_t s = 0; s < problem.sites.size(); ++s) {
            const std::optional<Cost> cost = cost_between(problem, h, s);
            metres.push_back(cost ? cost->value() : -1.0);
            if (s == site && std::find(rows.begin(), rows.end(), h) != rows.end()) metres.back() = 0.0;
        }
    }
    return std::make_shared<coverage::TableDistances>(problem.sites.size(), std::move(metres));
}

/// The problem with what the reason names loosened for the unit, and nothing else.
Problem loosened(Problem problem, const Unplaced& unit) {
    switch (unit.reason) {
        case Reason::too_far:
            problem.costs = brought(problem, unit.rows, *unit.loosen->site);
            break;
        case Reason::no_site_in_county:
            for (const std::uint32_t row : unit.rows) {
                problem.households[row].county = problem.sites[*unit.loosen->site].county;
            }
            break;
        case Reason::no_capacity:
            problem.sites[*unit.loosen->site].capacity += static_cast<std::int64_t>(*unit.loosen->needed);
            break;
        case Reason::together_too_large:
            for (const std::uint32_t row : unit.rows) problem.households[row].village.clear();
            break;
        case Reason::no_allowed_site:
            problem.sites[*unit.loosen->site].allowed = true;
            break;
    }
    return problem;
}

TEST(Reasons, NameTheOneConstraintThatLoosenedWouldPlaceTheUnit) {
    std::set<Reason> met;
    for (std::uint64_t seed = 1; seed <= 250; ++seed) {
        SCOPED_TRACE(seed);
        test::Dice dice(seed);
        Shape shape;
        shape.households = 9;
        shape.room = seed % 3 == 0 ? 0.7 : 1.2;
        Problem problem = random_problem(dice, shape);
        problem.keep_villages = seed % 2 == 0;
        problem.within_county = seed % 3 != 1;
        const Answer answer = solved(problem);
        for (const Unplaced& unit : answer.unplaced) {
            EXPECT_FALSE(unit.text.en.empty());
            EXPECT_FALSE(unit.text.zh.empty());
            if (!unit.loosen) continue;
            met.insert(unit.reason);
            const Answer again = solved(loosened(problem, unit));
            EXPECT_GE(again.placed_people, answer.placed_people + unit.people) << info(unit.reason).id;
        }
    }
    EXPECT_EQ(met.size(), reasons.size());
}

/// Two households of one village and two sites; rows of metres, household by household.
Problem two_homes(std::vector<double> metres) {
    Problem problem;
    problem.households.resize(2);
    problem.sites.resize(2);
    for (const std::size_t i : {0U, 1U}) {
        problem.households[i].id = fmt::format("h{}", i + 1);
        problem.households[i].village = std::string(1, 'v');
        problem.households[i].people = 3;
        problem.sites[i].id = fmt::format("{}", i == 0 ? 'A' : 'B');
        problem.sites[i].capacity = 3;
    }
    problem.costs = std::make_shared<coverage::TableDistances>(2, std::move(metres));
    problem.keep_villages = true;
    return problem;
}

/// h1 may go 10 km and has 12 to A; h2 may go any way and has 50: it is 12 km that must be allowed.
TEST(Reasons, TellTheDistanceOfTheRowThatIsHeldBackAndNotOfTheFarthest) {
    Problem problem = two_homes({12'000, 90'000, 50'000, 90'000});
    problem.sites[0].capacity = 6;
    problem.households[0].farthest = Cost::whole(10'000);
    const Unplaced unit = solved(problem).unplaced.at(0);
    EXPECT_EQ(unit.reason, Reason::too_far);
    EXPECT_EQ(unit.loosen.value().needed, 12.0);
    EXPECT_NE(unit.text.en.find("A, is 12.000 km away; 10"), std::string::npos) << unit.text.en;
    problem.households[0].farthest = Cost::whole(12'000);
    EXPECT_EQ(solved(problem).placed_people, 6);
}

/// h1 may reach A alone and h2 B alone, and neither site holds both: only apart do they find a place.
TEST(Reasons, SayThatAVillageWithoutACommonSiteFitsApart) {
    Problem problem = two_homes({1'000, 9'000, 9'000, 1'000});
    problem.farthest = Cost::whole(2'000);
    const Unplaced unit = solved(problem).unplaced.at(0);
    EXPECT_EQ(unit.reason, Reason::together_too_large);
    EXPECT_EQ(unit.loosen.value().constraint, "together");
    problem.keep_villages = false;
    EXPECT_EQ(solved(problem).placed_people, 6);
}

TEST(Reasons, CallNoWayNoWayAndSpeakOfCountiesOnlyWhereTheyCount) {
    Problem problem = two_homes({-1, -1, 1'000, 1'000});
    problem.keep_villages = false;
    Unplaced unit = solved(problem).unplaced.at(0);
    EXPECT_FALSE(unit.loosen);
    EXPECT_EQ(unit.text.en, "No site that may be used can be reached.");
    problem = two_homes({9'000, 9'000, 9'000, 9'000});
    problem.farthest = Cost::whole(2'000);
    unit = solved(problem).unplaced.at(0);  // six people, three places, too far
    EXPECT_FALSE(unit.loosen);
    EXPECT_EQ(unit.text.en,
              "Every site is too far for some of its rows, and none has room for all 6 people.");
    problem = two_homes({9'000, 9'000, 1'000, 9'000});
    problem.keep_villages = false;
    problem.farthest = Cost::whole(2'000);
    problem.households[0].people = 9;
    unit = solved(problem).unplaced.at(0);
    EXPECT_FALSE(unit.loosen);
    EXPECT_EQ(unit.text.en, "Every site is too far, and none of them has room.");
}

/// A village of 4, 3, 3, 2 and 1 people; sites of 5, 7 and 1 seats. Nobody but the last may go to the third
/// and he nowhere else. Apart they fit: 3 + 2, 4 + 3 and 1; the largest first would fill 5 with 4.
TEST(Reasons, FindThePackingByWhichAVillageFitsApart) {
    Problem problem;
    constexpr std::array<std::int64_t, 5> people{4, 3, 3, 2, 1};
    std::vector<double> metres;
    for (std::size_t h = 0; h < people.size(); ++h) {
        Household household;
        household.id = fmt::format("h{}", h);
        household.village = "V";
        household.people = people[h];
        problem.households.push_back(household);
        const bool last = h + 1 == people.size();
        for (const double each :
             {last ? 20'000.0 : 5'000.0, last ? 20'000.0 : 6'000.0, last ? 100.0 : 20'000.0}) {
            metres.push_back(each);
        }
    }
    for (const std::int64_t seats : {5, 7, 1}) {
        Site site;
        site.id = fmt::format("s{}", problem.sites.size());
        site.capacity = seats;
        problem.sites.push_back(site);
    }
    problem.costs = std::make_shared<coverage::TableDistances>(3, std::move(metres));
    problem.farthest = Cost::whole(10'000);
    problem.keep_villages = true;
    const Unplaced unit = solved(problem).unplaced.at(0);
    EXPECT_EQ(unit.reason, Reason::together_too_large);
    EXPECT_EQ(unit.loosen.value().constraint, "together");
    problem.keep_villages = false;
    EXPECT_EQ(solved(problem).placed_people, 13);
    problem.keep_villages = true;
    problem.sites[1].capacity = 6;  // 12 seats for 13 people
    EXPECT_NE(solved(problem).unplaced.at(0).reason, Reason::together_too_large);
}

/// All ways to place the rows of a unit one by one, into the seats that the plan leaves.
bool fits_apart(const Problem& problem, const std::vector<std::uint32_t>& rows, std::size_t next,
                std::vector<std::int64_t>& left) {
    if (next == rows.size()) return true;
    const std::int64_t people = problem.households[rows[next]].people;
    for (std::size_t s = 0; s < left.size(); ++s) {
        if (left[s] < people || !allowed_cost(problem, rows[next], s)) continue;
        left[s] -= people;
        const bool fits = fits_apart(problem, rows, next + 1, left);
        left[s] += people;
        if (fits) return true;
    }
    return false;
}

/// `together` is named where its rows do fit one by one, and nowhere else where no other constraint is.
TEST(Reasons, NameTogetherExactlyWhereTryingEveryWayFindsThatTheRowsFit) {
    int together = 0;
    int none = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        SCOPED_TRACE(seed);
        test::Dice dice(seed);
        Shape shape;
        shape.households = 12;
        shape.sites = 5;
        shape.room = 1.0 + 0.1 * static_cast<double>(seed % 4);
        Problem problem = random_problem(dice, shape);
        problem.keep_villages = true;
        const Answer answer = solved(problem);
        std::vector<std::int64_t> left;
        for (std::size_t s = 0; s < problem.sites.size(); ++s) {
            left.push_back(problem.sites[s].capacity - answer.load[s]);
        }
        for (const Unplaced& unit : answer.unplaced) {
            const bool fits = unit.rows.size() > 1 && fits_apart(problem, unit.rows, 0, left);
            const bool named = unit.reason == Reason::together_too_large;
            together += named ? 1 : 0;
            EXPECT_TRUE(fits || !named);
            const bool instead = !unit.loosen || unit.loosen->constraint == "capacity";
            none += instead && !fits ? 1 : 0;
            EXPECT_FALSE(fits && instead);
            EXPECT_EQ(unit.text.en.find("not decided"), std::string::npos);
        }
    }
    EXPECT_GT(together, 20);
    EXPECT_GT(none, 20);
}

/// Nobody fits where there is no room at all, and a household larger than every site is told how many seats.
TEST(Reasons, CountTheSeatsThatAreMissingAtSitesWithoutRoomAndForLargeHouseholds) {
    Problem problem = two_homes({1'000, 2'000, 1'000, 2'000});
    problem.keep_villages = false;
    problem.sites[0].capacity = 0;
    problem.households[0].people = 7;
    const Answer answer = solved(problem);
    EXPECT_EQ(answer.placed_people, 3);
    const Unplaced& unit = answer.unplaced.at(0);
    EXPECT_EQ(unit.reason, Reason::no_capacity);
    EXPECT_EQ(unit.loosen.value().needed, 7.0);  // at A, the nearest, which has none
    EXPECT_EQ(unit.loosen.value().site, 0U);
}

}  // namespace
}  // namespace yiquan::relocation
