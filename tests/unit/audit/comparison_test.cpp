// SPDX-License-Identifier: MIT
#include "core/audit/comparison.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include <nlohmann/json.hpp>

#include "core/geo/geodesic.hpp"
#include "tests/unit/base/dice.hpp"
#include "tests/unit/base/error_of.hpp"

namespace yiquan::audit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Kind = FacilityChange::Kind;

constexpr geo::LonLat xining{101.778, 36.617};

Persons people(std::int64_t count) {
    return Persons::whole(count);
}
AuditSummary::Zone zone(std::string code, std::int64_t demand, std::int64_t covered) {
    return {code, "zone " + code, "西宁市", people(demand), people(covered)};
}
AuditSummary::Facility station(std::string id, std::string name, geo::LonLat place = xining) {
    return {std::move(id), std::move(name), place};
}
DemandState living(double lon, std::string zone_code, std::int64_t count, bool covered) {
    return {{lon, 36.6}, std::move(zone_code), people(count), covered};
}

/// "gained 5 at 101.1 in W", … in the order of the comparison.
std::vector<std::string> places(const Comparison& comparison) {
    std::vector<std::string> out;
    for (const PlaceChange& change : comparison.places) {
        out.push_back(fmt::format("{} {} at {} in {}", change.gained ? "gained" : "lost",
                                  change.people.value(), change.place.lon, change.zone));
    }
    return out;
}
Persons people_at_places(const Comparison& comparison, const std::string& zone_code, bool gained) {
    Persons sum;
    for (const PlaceChange& change : comparison.places) {
        if (change.zone == zone_code && change.gained == gained) sum += change.people;
    }
    return sum;
}

TEST(Compare, CountsGainsAndLossesPlaceByPlace) {
    // West: the 5 gain a station, the 3 lose theirs, the 10 stay covered and become 12, the 2 stay out.
    AuditSummary before, after;
    before.zones = {zone("W", 20, 13)};
    after.zones = {zone("W", 22, 17)};
    const Comparison comparison =
        compare(before, after,
                std::vector{living(101.1, "W", 5, false), living(101.2, "W", 3, true),
                            living(101.3, "W", 10, true), living(101.4, "W", 2, false)},
                std::vector{living(101.3, "W", 12, true), living(101.1, "W", 5, true),
                            living(101.2, "W", 3, false), living(101.4, "W", 2, false)});
    EXPECT_TRUE(comparison.by_place);
    ASSERT_EQ(comparison.zones.size(), 1U);
    const Change& west = comparison.zones[0].change;
    EXPECT_EQ(west.gained, people(5));
    EXPECT_EQ(west.lost, people(3));
    EXPECT_EQ(west.grown, people(2));
    EXPECT_EQ(west.covered_before, people(13));
    EXPECT_EQ(west.covered_after, people(13 + 5 - 3 + 2));
    EXPECT_EQ(west.demand_before, people(20));
    EXPECT_EQ(west.demand_after, people(22));
    EXPECT_EQ(comparison.total.gained, people(5));
    EXPECT_THAT(places(comparison), ElementsAre("gained 5 at 101.1 in W", "lost 3 at 101.2 in W"));
}

TEST(Compare, PlacesOfOneAuditOnlyAreGainedOrLostWhole) {
    AuditSummary before, after;
    before.zones = {zone("W", 7, 7)};
    after.zones = {zone("W", 9, 9)};
    const Comparison comparison = compare(before, after, std::vector{living(101.1, "W", 7, true)},
                                          std::vector{living(101.2, "W", 9, true)});
    EXPECT_EQ(comparison.total.lost, people(7));
    EXPECT_EQ(comparison.total.gained, people(9));
    EXPECT_EQ(comparison.total.grown, Persons{});
    EXPECT_THAT(places(comparison), ElementsAre("lost 7 at 101.1 in W", "gained 9 at 101.2 in W"));
}

TEST(Compare, SeveralPeopleInOnePlaceAreOnePlace) {
    AuditSummary before, after;
    before.zones = {zone("W", 6, 6)};
    after.zones = {zone("W", 6, 6)};
    const Comparison comparison = compare(
        before, after, std::vector{living(101.1, "W", 2, true), living(101.1, "W", 4, true)},
        std::vector{living(101.1, "W", 3, true), living(101.1, "W", 2, true), living(101.1, "W", 1, true)});
    EXPECT_EQ(comparison.total.gained, Persons{});
    EXPECT_EQ(comparison.total.lost, Persons{});
    EXPECT_EQ(comparison.total.grown, Persons{});
}

TEST(Compare, APlaceThatChangesItsZoneIsLostHereAndGainedThere) {
    AuditSummary before, after;
    before.zones = {zone("E", 0, 0), zone("W", 4, 4)};
    after.zones = {zone("E", 4, 4), zone("W", 0, 0)};
    const Comparison comparison = compare(before, after, std::vector{living(101.1, "W", 4, true)},
                                          std::vector{living(101.1, "E", 4, true)});
    EXPECT_EQ(comparison.zones[0].change.gained, people(4));
    EXPECT_EQ(comparison.zones[1].change.lost, people(4));
    EXPECT_THAT(places(comparison), ElementsAre("gained 4 at 101.1 in E", "lost 4 at 101.1 in W"));
}

TEST(Compare, PlacesStandByZoneThenFromWestToEastOnceForEachPositionAndNotWhereNobodyLives) {
    const std::vector states{living(101.3, "W", 2, true), living(101.1, "W", 1, true),
                             living(101.3, "W", 3, true), living(101.2, "E", 4, true),
                             living(101.4, "W", 0, true), living(101.9, "", 6, true)};
    std::vector<DemandState> none = states;
    for (DemandState& state : none) state.covered = false;
    const auto ways = ElementsAre("gained 6 at 101.9 in ", "gained 4 at 101.2 in E", "gained 1 at 101.1 in W",
                                  "gained 5 at 101.3 in W");
    EXPECT_THAT(places(compare({}, {}, none, states)), ways);
    EXPECT_THAT(places(compare({}, {}, states, states)), IsEmpty());
}

TEST(Compare, WithoutPlacesOnlyTheBalanceOfEachZoneIsKnown) {
    AuditSummary before, after;
    before.zones = {zone("E", 10, 8), zone("W", 10, 1)};
    after.zones = {zone("E", 10, 5), zone("W", 10, 7)};
    for (const bool one_side : {false, true}) {
        const Comparison comparison = compare(
            before, after, one_side ? std::optional{std::vector<DemandState>{}} : std::nullopt, std::nullopt);
        EXPECT_FALSE(comparison.by_place);
        EXPECT_THAT(comparison.places, IsEmpty());
        EXPECT_EQ(comparison.zones[0].change.lost, people(3));
        EXPECT_EQ(comparison.zones[0].change.gained, Persons{});
        EXPECT_EQ(comparison.zones[1].change.gained, people(6));
        EXPECT_EQ(comparison.total.gained, people(6));
        EXPECT_EQ(comparison.total.lost, people(3));
        EXPECT_EQ(comparison.total.covered_after, people(12));
    }
}

TEST(Compare, ZonesOfEitherAuditStandByCodeAndThePeopleOutsideLast) {
    AuditSummary before, after;
    before.zones = {zone("B", 1, 0), zone("C", 2, 0), {"", "", "", people(3), people(0)}};
    after.zones = {zone("A", 4, 4), zone("B", 1, 1)};
    after.zones[1].name = "renamed";
    const Comparison comparison = compare(before, after, std::nullopt, std::nullopt);
    std::vector<std::string> codes;
    for (const ZoneChange& row : comparison.zones) codes.push_back(row.code);
    EXPECT_THAT(codes, ElementsAre("A", "B", "C", ""));
    EXPECT_EQ(comparison.zones[1].name, "renamed") << "the later name";
    EXPECT_EQ(comparison.zones[2].name, "zone C");
    EXPECT_EQ(comparison.zones[2].change.demand_after, Persons{});
    EXPECT_EQ(comparison.zones[3].change.demand_before, people(3));
    EXPECT_EQ(comparison.total.demand_before, people(6));
    EXPECT_EQ(comparison.total.demand_after, people(5));
}

TEST(CompareProperty, WhatIsCoveredAfterFollowsFromWhatWasCoveredBefore) {
    test::Dice dice(31);
    for (int round = 0; round < 2000; ++round) {
        // One map of places; each audit holds a random part of them, with people and classes of its own.
        const std::vector<std::string> codes{"", "A", "B", "C"};
        std::vector<DemandState> states[2];
        AuditSummary summaries[2];
        for (int side = 0; side < 2; ++side) {
            std::map<std::string, AuditSummary::Zone> zones;
            for (int i = 0; i < 25; ++i) {
                if (dice.below(4) == 0) continue;
                const bool covered = dice.below(2) == 0;
                const std::string code = codes[static_cast<std::size_t>(i) % codes.size()];
                const std::size_t rows = 1 + dice.below(2);
                for (std::size_t row = 0; row < rows; ++row) {
                    const Persons count = Persons::nearest(dice.between(0.0, 100.0));
                    states[side].push_back({{100.0 + 0.001 * i, 36.0}, code, count, covered});
                    AuditSummary::Zone& in = zones[code];
                    in.code = code;
                    in.demand += count;
                    if (covered) in.covered += count;
                }
            }
            for (std::size_t i = states[side].size(); i > 1; --i)
                std::swap(states[side][i - 1], states[side][dice.below(i)]);
            for (const auto& [code, in] : zones) summaries[side].zones.push_back(in);
        }
        const bool by_place = round % 2 == 0;
        const Comparison comparison =
            compare(summaries[0], summaries[1], by_place ? std::optional{states[0]} : std::nullopt,
                    by_place ? std::optional{states[1]} : std::nullopt);
        Change sum;
        const auto balances = [](const Change& c) {
            return c.covered_after == c.covered_before + c.gained - c.lost + c.grown;
        };
        for (const ZoneChange& row : comparison.zones) {
            EXPECT_TRUE(balances(row.change)) << "zone " << row.code << ", round " << round;
            EXPECT_GE(row.change.gained, Persons{});
            EXPECT_GE(row.change.lost, Persons{});
            sum += row.change;
            if (by_place) {
                EXPECT_EQ(people_at_places(comparison, row.code, true), row.change.gained);
                EXPECT_EQ(people_at_places(comparison, row.code, false), row.change.lost);
            }
        }
        EXPECT_TRUE(balances(comparison.total));
        EXPECT_EQ(sum.gained, comparison.total.gained);
        EXPECT_EQ(sum.covered_after, comparison.total.covered_after);
        // The other way round, gains are losses.
        const Comparison back =
            compare(summaries[1], summaries[0], by_place ? std::optional{states[1]} : std::nullopt,
                    by_place ? std::optional{states[0]} : std::nullopt);
        EXPECT_EQ(back.total.gained, comparison.total.lost);
        EXPECT_EQ(back.total.lost, comparison.total.gained);
        EXPECT_EQ(back.total.grown, Persons{} - comparison.total.grown);
        if (HasFailure()) return;
    }
}

/// "moved s1", … in the order of the comparison.
std::vector<std::string> changes(std::vector<AuditSummary::Facility> before,
                                 std::vector<AuditSummary::Facility> after) {
    AuditSummary was, is;
    was.facilities = std::move(before);
    is.facilities = std::move(after);
    std::vector<std::string> out;
    for (const FacilityChange& change : compare(was, is, std::nullopt, std::nullopt).facilities) {
        std::string text = fmt::format("{} {} {}", kind_id(change.kind), change.id, change.name);
        if (change.kind == Kind::renamed) text += " from " + change.name_before;
        if (change.kind == Kind::moved) text += fmt::format(" by {:.0f} m", change.distance.value());
        out.push_back(text);
    }
    return out;
}
geo::LonLat east(double metres) {
    return geo::geodesic_destination(xining, 90.0, Metres{metres});
}

TEST(CompareFacilities, NothingChangedIsNothing) {
    EXPECT_THAT(
        changes({station("1", "东站"), station("2", "西站")}, {station("2", "西站"), station("1", "东站")}),
        IsEmpty());
}

TEST(CompareFacilities, AreAddedRemovedMovedAndRenamed) {
    EXPECT_THAT(
        changes({station("1", "东站"), station("2", "西站"), station("3", "南站")},
                {station("1", "东站", east(250)), station("2", "新西站"), station("4", "北站")}),
        ElementsAre("added 4 北站", "removed 3 南站", "moved 1 东站 by 250 m", "renamed 2 新西站 from 西站"));
}

TEST(CompareFacilities, AMetreIsNoMove) {
    EXPECT_THAT(changes({station("1", "东站")}, {station("1", "东站", east(0.9))}), IsEmpty());
    EXPECT_THAT(changes({station("1", "东站")}, {station("1", "东站", east(1.1))}),
                ElementsAre("moved 1 东站 by 1 m"));
}

TEST(CompareFacilities, ANameThatIsUniqueOutweighsANewNumber) {
    // A row was put in above, and lists without ids are numbered by row.
    EXPECT_THAT(changes({station("2", "东站"), station("3", "西站")},
                        {station("2", "新站"), station("3", "东站"), station("4", "西站")}),
                ElementsAre("added 2 新站"));
}

TEST(CompareFacilities, NamesThatStandTwiceAreMatchedByTheirIds) {
    EXPECT_THAT(changes({station("1", "驿站"), station("2", "驿站")},
                        {station("1", "驿站"), station("3", "驿站", east(500))}),
                ElementsAre("moved 3 驿站 by 500 m"))
        << "1 is itself; then the name is unique among the rest";
    EXPECT_THAT(changes({station("1", "驿站"), station("2", "驿站"), station("3", "驿站")},
                        {station("1", "驿站"), station("4", "驿站"), station("5", "驿站")}),
                ElementsAre("added 4 驿站", "added 5 驿站", "removed 2 驿站", "removed 3 驿站"));
}

TEST(CompareFacilities, AStationMayMoveAndChangeItsNameAtOnce) {
    EXPECT_THAT(changes({station("1", "东站")}, {station("1", "东大街站", east(300))}),
                ElementsAre("moved 1 东大街站 by 300 m", "renamed 1 东大街站 from 东站"));
}

TEST(CompareFacilities, OfOneNameInTwoCountiesAreTwo) {
    EXPECT_THAT(changes({station("1", "上庄站")}, {station("2", "上庄站", east(60'000))}),
                ElementsAre("added 2 上庄站", "removed 1 上庄站"));
    EXPECT_THAT(changes({station("1", "东站")}, {station("1", "西站", east(60'000))}),
                ElementsAre("added 1 西站", "removed 1 东站"))
        << "a row number is no more than a name";
    EXPECT_THAT(changes({station("1", "上庄站")}, {station("1", "上庄站", east(60'000))}),
                ElementsAre("moved 1 上庄站 by 60000 m"));
}

TEST(CompareFacilities, WithoutNamesTheIdsDecide) {
    EXPECT_THAT(changes({station("1", ""), station("2", "")}, {station("1", ""), station("3", "")}),
                ElementsAre("added 3 ", "removed 2 "));
}

TEST(ComparisonJson, HoldsBothAuditsZonesAndFacilities) {
    AuditSummary before, after;
    before.title = "before \"2024\"";
    before.standard = "gb50180-15min";
    before.limit = {Cost::whole(1000)};
    before.zones = {zone("W", 10, 4)};
    after.zones = {zone("W", 10, 7)};
    before.facilities = {station("1", "东站"), station("2", "西站")};
    after.facilities = {station("1", "东站", east(250)), station("2", "西站\xff")};
    const auto json = nlohmann::json::parse(
        comparison_json(compare(before, after, std::nullopt, std::nullopt), before, after));
    EXPECT_EQ(json["schema"], "yiquan.compare/1");
    EXPECT_EQ(json["before"]["title"], "before \"2024\"");
    EXPECT_EQ(json["before"]["radius_m"], 1000.0);
    EXPECT_EQ(json["by_place"], false);
    EXPECT_EQ(json["totals"]["gained"], 3.0);
    EXPECT_EQ(json["zones"][0]["code"], "W");
    EXPECT_EQ(json["zones"][0]["covered_after"], 7.0);
    ASSERT_EQ(json["facilities"].size(), 2U);
    EXPECT_EQ(json["facilities"][0]["change"], "moved");
    EXPECT_NEAR(json["facilities"][0]["distance_m"].get<double>(), 250.0, 1e-6);
    EXPECT_FALSE(json["facilities"][0].contains("name_before"));
    EXPECT_EQ(json["facilities"][1]["change"], "renamed");
    EXPECT_EQ(json["facilities"][1]["name_before"], "西站");
    EXPECT_EQ(json["facilities"][1]["name"], "西站\xEF\xBF\xBD") << "broken UTF-8 is replaced";
}

TEST(ParseAuditJson, RefusesWhatIsNoAuditOfThisVersion) {
    for (const std::string_view text :
         {"", "{", "[]", "null", "5", "{}", R"({"schema":"yiquan.audit/2"})", R"({"schema":5})",
          R"({"schema":"yiquan.compare/1"})", R"({"schema":"yiquan.audit/1"})",
          R"({"schema":"yiquan.audit/1","run":{"title":"t","standard":{"id":"x"}}})",
          R"({"schema":"yiquan.audit/1","run":5})"}) {
        const auto error = test::error_of([&] { (void)parse_audit_json(text, "old/audit.json"); });
        ASSERT_TRUE(error) << text;
        EXPECT_EQ(error->kind(), ErrorKind::input);
        EXPECT_THAT(error->message().en, HasSubstr("old/audit.json: is not an audit of this version"));
        EXPECT_THAT(error->message().zh, HasSubstr("old/audit.json"));
    }
}

}  // namespace
}  // namespace yiquan::audit
