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

}  // namespace
}  // namespace yiquan::relocation
