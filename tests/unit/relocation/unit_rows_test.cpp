// SPDX-License-Identifier: MIT
#include "core/relocation/unit_rows.hpp"
#include "core/coverage/table_distances.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>

#include "core/coverage/table_distances.hpp"
#include "core/relocation/relocate.hpp"
#include "core/relocation/village_names.hpp"

namespace yiquan::relocation {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Household row(std::string id, std::string village, std::string above) {
    Household out;
    out.id = std::move(id);
    out.village = std::move(village);
    out.above = std::move(above);
    return out;
}

Problem villages(std::vector<Household> rows) {
    Problem out;
    out.households = std::move(rows);
    out.keep_villages = true;
    return out;
}

TEST(UnitRows, PutVillagesOfOneNameInTwoCountiesApart) {
    const Problem problem = villages({row("a", "上庄村", "湟中区"), row("b", "上庄村", "乐都区"),
                                      row("c", "上庄村", "湟中区"), row("d", "", "湟中区")});
    EXPECT_THAT(unit_rows(problem), ElementsAre(ElementsAre(0, 2), ElementsAre(1), ElementsAre(3)));
    EXPECT_THAT(unit_names(problem), ElementsAre("湟中区 上庄村", "乐都区 上庄村", "湟中区 上庄村", "d"));
}

TEST(UnitRows, AreTheHouseholdsWhereNobodyIsKeptTogether) {
    Problem problem = villages({row("b", "v", ""), row("a", "v", "")});
    problem.keep_villages = false;
    EXPECT_THAT(unit_rows(problem), ElementsAre(ElementsAre(1), ElementsAre(0)));
    EXPECT_THAT(unit_names(problem), ElementsAre("b", "a"));
}

TEST(UnitRows, HaveNamesThatNoHouseholdAndNoOtherVillageHas) {
    // A village called as a household; one of the same name and county by another way; one without county.
    const Problem problem =
        villages({row("w", "v", ""), row("v", "", ""), row("x", "u", "c"), row("c u", "", ""),
                  row("y", "u", "d"), row("z", "u", ""), row("t", "s", "c")});
    const std::vector<std::string> names = unit_names(problem);
    EXPECT_THAT(names, ElementsAre("v#", "v", "c u#", "c u", "d u", "u", "s"));
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
}

/// Two villages 上庄村 and a site in each county: today's list of 湟中区 and 乐都区.
TEST(UnitRows, LetEachVillageMoveWithinItsOwnCounty) {
    Problem problem = villages({row("a", "上庄村", "湟中区"), row("b", "上庄村", "乐都区"),
                                row("c", "上庄村", "湟中区"), row("d", "上庄村", "乐都区")});
    problem.within_county = true;
    for (Household& household : problem.households) {
        household.county = household.above;
        household.people = 4;
    }
    for (const char* county : {"湟中区", "乐都区"}) {
        Site site;
        site.id = site.county = county;
        site.capacity = 9;
        problem.sites.push_back(site);
    }
    problem.costs = std::make_shared<coverage::TableDistances>(2, std::vector<double>(8, 1'000.0));
    Progress progress;
    const Answer answer = relocate(problem, {}, nullptr, progress);
    EXPECT_EQ(answer.placed_people, 16);
    EXPECT_EQ(answer.status, optimize::Status::optimal);
    EXPECT_THAT(answer.load, ElementsAre(8, 8));
}

std::vector<std::string> told(const Problem& problem) {
    features::FindingList findings;
    tell_doubtful_villages(problem, "homes.csv", findings);
    std::vector<std::string> out;
    for (const features::Finding& finding : findings.list()) {
        EXPECT_EQ(finding.kind, features::FindingKind::same_name);
        EXPECT_FALSE(finding.detail.zh.empty());
        out.push_back(finding.detail.en);
    }
    return out;
}

TEST(VillageNames, SayHowManyVillagesANameWasTakenFor) {
    EXPECT_THAT(
        told(villages({row("a", "上庄村", "湟中区"), row("b", "上庄村", ""), row("c", "下村", ""),
                       row("d", "上庄村", "湟中区")})),
        ElementsAre("homes.csv: \"上庄村\" stands for 2 villages, by the county and township of their "
                    "rows: 湟中区 (2 rows), nowhere (1 row); each is kept together by itself."));
    EXPECT_THAT(told(villages({row("a", "上庄村", "湟中区"), row("b", "下村", "乐都区")})), ElementsAre());
}

TEST(VillageNames, SayWhereRowsOfOneVillageLieTooFarApartForOne) {
    Problem problem = villages({row("a", "v", ""), row("b", "v", ""), row("c", "w", ""), row("d", "w", "")});
    const double latitudes[] = {36.0, 36.9, 36.0, 36.1};  // 0.9 degrees are 100 km, 0.1 are 11 km
    for (std::size_t h = 0; h < 4; ++h) problem.households[h].place = geo::LonLat{101.0, latitudes[h]};
    EXPECT_THAT(told(problem), ElementsAre(HasSubstr("\"v\" lie 100 km apart and are kept together as one")));
    problem.keep_villages = false;
    EXPECT_THAT(told(problem), ElementsAre());
}

}  // namespace
}  // namespace yiquan::relocation
