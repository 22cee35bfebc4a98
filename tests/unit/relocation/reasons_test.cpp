// SPDX-License-Identifier: MIT
// Whoever stays is told what would place them. Here that is done, and the problem solved again.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/relocation/relocate.hpp"
#include "core/siting_exact/cbc_solver.hpp"
#include "tests/unit/relocation/random_problem.hpp"

namespace yiquan::relocation {
namespace {

Answer solved(const Problem& problem) {
    const siting_exact::CbcSolver solver;
    Progress progress;
    return relocate(problem, {}, &solver, progress);
}

/// Distances of another problem, with one household brought near to one site.
class Loosened final : public Distances {
public:
    Loosened(std::shared_ptr<const Distances> whole, std::vector<std::uint32_t> rows, std::size_t site)
        : whole_(std::move(whole)), rows_(std::move(rows)), site_(site) {}
    [[nodiscard]] std::optional<Metres> between(std::size_t household, std::size_t site) const override {
        const bool brought = site == site_ && std::find(rows_.begin(), rows_.end(), household) != rows_.end();
        return brought ? Metres{0.0} : whole_->between(household, site);
    }

private:
    std::shared_ptr<const Distances> whole_;
    std::vector<std::uint32_t> rows_;
    std::size_t site_;
};

/// The problem with what the reason names loosened for the unit, and nothing else.
Problem loosened(Problem problem, const Unplaced& unit) {
    switch (unit.reason) {
        case Reason::too_far:
            problem.distances = std::make_shared<Loosened>(problem.distances, unit.rows, *unit.loosen->site);
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
    problem.distances = std::make_shared<TableDistances>(2, std::move(metres));
    problem.keep_villages = true;
    return problem;
}

/// h1 may go 10 km and has 12 to A; h2 may go any way and has 50: it is 12 km that must be allowed.
TEST(Reasons, TellTheDistanceOfTheRowThatIsHeldBackAndNotOfTheFarthest) {
    Problem problem = two_homes({12'000, 90'000, 50'000, 90'000});
    problem.sites[0].capacity = 6;
    problem.households[0].farthest = Metres{10'000};
    const Unplaced unit = solved(problem).unplaced.at(0);
    EXPECT_EQ(unit.reason, Reason::too_far);
    EXPECT_EQ(unit.loosen.value().needed, 12.0);
    EXPECT_NE(unit.text.en.find("A, is 12.000 km away; 10"), std::string::npos) << unit.text.en;
    problem.households[0].farthest = Metres{12'000};
    EXPECT_EQ(solved(problem).placed_people, 6);
}

/// h1 may reach A alone and h2 B alone, and neither site holds both: only apart do they find a place.
TEST(Reasons, SayThatAVillageWithoutACommonSiteFitsApart) {
    Problem problem = two_homes({1'000, 9'000, 9'000, 1'000});
    problem.farthest = Metres{2'000};
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
    EXPECT_EQ(unit.text.en, "There is no way to any site that may be used.");
    problem = two_homes({9'000, 9'000, 9'000, 9'000});
    problem.farthest = Metres{2'000};
    unit = solved(problem).unplaced.at(0);  // six people, three places, too far
    EXPECT_FALSE(unit.loosen);
    EXPECT_EQ(unit.text.en, "Every site is too far, and none of them has room.");
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
