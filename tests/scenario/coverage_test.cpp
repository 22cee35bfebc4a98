// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <cmath>
#include <numbers>

#include "core/base/error.hpp"
#include "tests/scenario/audited.hpp"
#include "tests/scenario/drawn_map.hpp"

namespace yiquan::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr Metres one_km = kilometres(1);

/// A population in which nobody stands on a circle's edge: distances are multiples of a spacing, radii are
/// not.
Persons people(std::int64_t count) {
    return Persons::whole(count);
}

TEST(Coverage, CountsWhoIsWithinTheRadiusAndWhoIsNot) {
    const DrawnMap town(R"(
        A.3..
        ..5.1
        ....2 )",
                        one_km);
    // From A: 3 at 2.000 km, 5 at sqrt(5) = 2.236, 1 at sqrt(17) = 4.123, 2 at sqrt(20) = 4.472.
    const Audited audit = audited(radius(Metres{2200}), town.facilities(), town.zones(R"(
        ZZZZZ
        ZZZZZ
        ZZZZZ )"),
                                  town.demand());
    const audit::Figures& z = audit.zone("Z");
    EXPECT_EQ(z.demand, people(11));
    EXPECT_EQ(z.covered, people(3));
    EXPECT_EQ(z.gap, people(8));
    EXPECT_EQ(z.unreachable, Persons{});
    EXPECT_EQ(z.facilities, 1U);
    EXPECT_DOUBLE_EQ(z.covered_share(), 3.0 / 11.0);
    EXPECT_NEAR(z.area.value(), 15.0, 0.0002);
    EXPECT_THAT(audit.findings.list(), IsEmpty());
}

TEST(Coverage, SumsUpTheWayToTheNearestStationByPeople) {
    const DrawnMap town(R"(
        A.3..
        ..5.1
        ....2 )",
                        one_km);
    const Audited audit = audited(radius(Metres{2200}), town.facilities(), {}, town.demand());
    const auto& nearest = audit.total().nearest;
    ASSERT_TRUE(nearest);
    // (3 * 2000 + 5 * 2236.07 + 1 * 4123.11 + 2 * 4472.14) / 11 = 30,247.7 / 11
    EXPECT_NEAR(nearest->mean.value(), 2749.8, 0.1);
    EXPECT_EQ(nearest->median.value(), 2236.0);  // 5.5 of 11: the 3 are too few, 3 + 5 are enough
    EXPECT_EQ(nearest->p90.value(), 4472.0);     // 9.9 of 11: 3 + 5 + 1 are too few
    EXPECT_NEAR(nearest->worst.value(), 4472.1, 0.1);
}

TEST(Coverage, TellsHowManyStationsServeAPlaceAndWhichIsItsOnlyOne) {
    const DrawnMap town(R"(
        A.7.B.4
        ..2....
        5.....1 )",
                        one_km);
    // 7: 2 km from both. 4 and 5: 2 km from B and A alone. 2: sqrt(5) from both. 1: sqrt(8) from B.
    const Audited audit = audited(radius(Metres{2100}), town.facilities(), {}, town.demand());
    EXPECT_EQ(audit.by_id.at("c2r0").covering, 2U);
    EXPECT_EQ(audit.by_id.at("c6r0").covering, 1U);
    EXPECT_EQ(audit.by_id.at("c6r0").only, "B");
    EXPECT_EQ(audit.by_id.at("c0r2").only, "A");
    EXPECT_EQ(audit.by_id.at("c2r1").covering, 0U);
    EXPECT_EQ(audit.by_id.at("c2r1").only, "");
    EXPECT_EQ(audit.by_id.at("c0r2").nearest, "A");
    EXPECT_EQ(audit.by_id.at("c6r2").nearest, "B");
    EXPECT_NEAR(audit.by_id.at("c6r2").cost.value(), 2828.4, 0.1);

    EXPECT_EQ(audit.total().covered, people(7 + 4 + 5));
    EXPECT_EQ(audit.total().single, people(4 + 5));
    EXPECT_EQ(audit.facility('A').served, people(7 + 5));
    EXPECT_EQ(audit.facility('A').only_here, people(5));
    EXPECT_EQ(audit.facility('B').served, people(7 + 4));
    EXPECT_EQ(audit.facility('B').only_here, people(4));
}

TEST(Coverage, ClosingAStationLosesExactlyThoseWhomItServesAlone) {
    const DrawnMap town(R"(
        A.7.B.4
        5.....1 )",
                        one_km);
    const Audited before = audited(radius(Metres{2100}), town.facilities(), {}, town.demand());
    const Audited after = audited(radius(Metres{2100}), {town.facilities()[1]}, {}, town.demand());
    EXPECT_EQ(before.facility('A').only_here, people(5));
    EXPECT_EQ(before.total().covered - after.total().covered, before.facility('A').only_here);
    EXPECT_EQ(after.facility('B').only_here, people(7 + 4)) << "what A shared is now B's alone";
}

TEST(Coverage, TwoStationsInOnePlaceAreNoSinglePointOfFailure) {
    DrawnMap town("A1B", Metres{500});
    town.facility('B').place = town.facility('A').place;
    const Audited audit = audited(radius(one_km), town.facilities(), {}, town.demand());
    EXPECT_EQ(audit.total().covered, people(1));
    EXPECT_EQ(audit.total().single, Persons{});
    EXPECT_EQ(audit.by_id.at("c1r0").nearest, "A") << "ties go to the first of the list";
}

TEST(Coverage, SeveralBandsAreNestedAndEachHasItsLedger) {
    const DrawnMap town("A1.2.3", one_km);  // 1, 3 and 5 km away
    const Audited audit = audited(radius({Metres{3500}, Metres{1500}, Metres{3500}}), town.facilities(),
                                  town.zones("ZZZZZZ"), town.demand());
    ASSERT_EQ(audit.result.bands.size(), 2U) << "rising, each once";
    EXPECT_EQ(audit.result.bands[0].limit.amount, Cost::whole(1500));
    EXPECT_EQ(audit.zone("Z", 0).covered, people(1));
    EXPECT_EQ(audit.zone("Z", 0).gap, people(5));
    EXPECT_EQ(audit.result.ledger().limit.amount, Cost::whole(3500));
    EXPECT_EQ(audit.zone("Z", 1).covered, people(3));
    EXPECT_EQ(audit.zone("Z", 1).gap, people(3));
    EXPECT_EQ(audit.by_id.at("c1r0").band, 0);
    EXPECT_EQ(audit.by_id.at("c3r0").band, 1);
    EXPECT_FALSE(audit.by_id.at("c5r0").band);
    EXPECT_EQ(audit.facility('A').served, people(3)) << "a station's own figure is for the widest band";
    ASSERT_EQ(audit.result.service_areas.size(), 2U);
    EXPECT_EQ(audit.result.service_areas[0].served, people(1));
    EXPECT_EQ(audit.result.service_areas[1].served, people(3));
    EXPECT_LT(audit.zone("Z", 0).covered_area, audit.zone("Z", 1).covered_area);
}

TEST(Coverage, MeasuresTheLandOfACircle) {
    const DrawnMap town(R"(
        .......
        .......
        .......
        ...A...
        .......
        .......
        ....... )",
                        one_km);
    const demand::Zones zone = town.zones(R"(
        ZZZZZZZ
        ZZZZZZZ
        ZZZZZZZ
        ZZZZZZZ
        ZZZZZZZ
        ZZZZZZZ
        ZZZZZZZ )");
    const Audited audit = audited(radius(kilometres(2)), town.facilities(), zone, town.demand());
    EXPECT_NEAR(audit.zone("Z").covered_area.value(), 4.0 * std::numbers::pi, 1e-4);
    EXPECT_NEAR(audit.zone("Z").gap_area.value(), 49.0 - 4.0 * std::numbers::pi, 1e-3);
    EXPECT_NEAR(audit.result.service_areas.at(0).area.value(), 4.0 * std::numbers::pi, 1e-3);
}

TEST(Coverage, CountsLandUnderTwoCirclesOnce) {
    const DrawnMap town(R"(
        .......
        .......
        .......
        ..A.B..
        .......
        .......
        ....... )",
                        one_km);
    const demand::Zones zone = town.zones(R"(
        ZZZZZZZ
        ZZZZZZZ
        ZZZZZZZ
        ZZZZZZZ
        ZZZZZZZ
        ZZZZZZZ
        ZZZZZZZ )");
    const Audited audit = audited(radius(kilometres(2)), town.facilities(), zone, town.demand());
    // Two circles whose centres lie one radius apart share a lens of r^2 (2 pi / 3 - sqrt(3) / 2).
    const double lens = 4.0 * (2.0 * std::numbers::pi / 3.0 - std::sqrt(3.0) / 2.0);
    EXPECT_NEAR(audit.zone("Z").covered_area.value(), 8.0 * std::numbers::pi - lens, 1e-4);
}

TEST(Coverage, LandOnBothSidesOfABorderIsSharedOutBetweenTheZones) {
    DrawnMap town("A", one_km);
    town.facility('A').place = town.at(2.5, 2.0);  // on the border
    const demand::Zones zones = town.zones(R"(
        WWWEEE
        WWWEEE
        WWWEEE
        WWWEEE
        WWWEEE )");
    const Audited audit = audited(radius(kilometres(2)), town.facilities(), zones, {});
    EXPECT_NEAR(audit.zone("W").covered_area.value(), 2.0 * std::numbers::pi, 1e-3);
    EXPECT_NEAR(audit.zone("E").covered_area.value(), 2.0 * std::numbers::pi, 1e-3);
    EXPECT_EQ(audit.zone("W").facilities + audit.zone("E").facilities, 1U);
}

TEST(Coverage, WithoutAnyStationEverybodyIsInTheGap) {
    const DrawnMap town("1.2", one_km);
    const Audited audit = audited(radius(one_km), {}, town.zones("ZZZ"), town.demand());
    EXPECT_EQ(audit.total().gap, people(3));
    EXPECT_EQ(audit.total().covered, Persons{});
    EXPECT_EQ(audit.total().facilities, 0U);
    EXPECT_FALSE(audit.total().nearest) << "no station, no distance";
    EXPECT_EQ(audit.zone("Z").gap_area, audit.zone("Z").area);
    EXPECT_EQ(audit.by_id.at("c0r0").nearest, "");
    ASSERT_EQ(audit.result.gaps.size(), 1U);
    EXPECT_EQ(audit.result.gaps[0].people, people(3));
    EXPECT_TRUE(std::isinf(audit.result.gaps[0].remotest.cost.value()));
    EXPECT_THAT(audit.json(), HasSubstr("\"nearest_max\": null"));
    EXPECT_EQ(audit.layers.layer("demand").text(0, "nearest_m"), "");
}

TEST(Coverage, AZoneWithoutDemandHasNoShareAndNoVerdict) {
    const DrawnMap town("A1...", one_km);
    audit::AuditParams params = radius(Metres{1500});
    params.target_share = 0.5;
    const Audited audit = audited(params, town.facilities(), town.zones("PPQQQ"), town.demand());
    EXPECT_EQ(audit.zone("Q").demand, Persons{});
    EXPECT_FALSE(audit.zone("Q").nearest);
    EXPECT_FALSE(audit.zone("Q").meets_target.has_value());
    EXPECT_EQ(audit.zone("P").meets_target, true);
    const MemoryLayers::Layer& zones = audit.layers.layer("zones");
    EXPECT_EQ(zones.text(0, "covered_share"), "1");
    EXPECT_EQ(zones.text(1, "covered_share"), "") << "not 0 %, which would be painted as the worst";
}

TEST(Coverage, PlacesWhereNobodyLivesCountForNothing) {
    const DrawnMap town("A0..0", one_km);
    audit::AuditParams params = radius(Metres{1500});
    params.target_share = 0.5;
    const Audited audit = audited(params, town.facilities(), town.zones("ZZZZZ"), town.demand());
    EXPECT_EQ(audit.total().demand, Persons{});
    EXPECT_EQ(audit.total().covered_share(), 0.0);
    EXPECT_FALSE(audit.total().nearest) << "not even the far place sets the worst distance";
    EXPECT_FALSE(audit.total().meets_target.has_value());
    EXPECT_FALSE(audit.result.misses_target());
    EXPECT_EQ(audit.by_id.at("c1r0").covering, 1U);
}

TEST(Coverage, APlaceOfFractionsOfAPersonIsCountedToTheTick) {
    DrawnMap town("A", one_km);
    for (int i = 0; i < 10; ++i)
        town.add_demand(std::to_string(i), town.at(0.1 * i, 0.0), Persons::nearest(0.1));
    const Audited audit = audited(radius(Metres{450}), town.facilities(), {}, town.demand());
    EXPECT_EQ(audit.total().demand.ticks(), 10 * Persons::nearest(0.1).ticks());
    EXPECT_EQ(audit.total().covered.ticks(), 5 * Persons::nearest(0.1).ticks());  // 0 to 400 m
}

TEST(Zones, DemandInNoZoneStaysInTheTotalAndIsAFinding) {
    const DrawnMap town("A1.2B", one_km);
    const Audited audit = audited(radius(Metres{1500}), town.facilities(), town.zones("ZZ"), town.demand());
    EXPECT_EQ(audit.zone("Z").demand, people(1));
    const audit::Figures& outside = audit.result.ledger().outside;
    EXPECT_EQ(outside.demand, people(2));
    EXPECT_EQ(outside.covered, people(2)) << "B stands outside too and serves it";
    EXPECT_EQ(outside.facilities, 1U);
    EXPECT_EQ(audit.total().demand, people(3));
    EXPECT_EQ(audit.total().covered, people(3));
    EXPECT_EQ(audit.total().facilities, 2U);
    ASSERT_EQ(audit.findings.count(features::FindingKind::outside_zones), 1U);
    EXPECT_EQ(audit.findings.list()[0].value, "c3r0");
    EXPECT_EQ(audit.findings.list()[0].action, features::Action::kept);
}

TEST(Zones, AStationAcrossTheBorderServesInTheNextZone) {
    const DrawnMap town("3.A.5", one_km);
    const Audited audit =
        audited(radius(Metres{2500}), town.facilities(), town.zones("WWWEE"), town.demand());
    EXPECT_EQ(audit.zone("W").facilities, 1U);
    EXPECT_EQ(audit.zone("E").facilities, 0U);
    EXPECT_EQ(audit.zone("E").covered, people(5));
    EXPECT_GT(audit.zone("E").covered_area, SquareKilometres{});
}

TEST(Zones, APlaceOnASharedBorderBelongsToExactlyOneZone) {
    DrawnMap town("A", one_km);
    const demand::Zones zones = town.zones(R"(
        WWEE
        WWEE
        SSSS )");
    std::int64_t count = 0;
    const auto put = [&](geo::LonLat place) {
        town.add_demand(fmt::format("p{}", ++count), place, people(1));
    };
    for (int row = 0; row < 2; ++row) put(town.at(1.5, row + 0.5));  // corners of two and of three zones
    for (int column = 1; column < 4; ++column) put(town.at(column - 0.5, 1.5));
    const geo::LonLat north = town.at(1.5, -0.5);
    const geo::LonLat south = town.at(1.5, 0.5);
    for (int step = 1; step < 100; ++step) {  // along the edge between two corners, to rounding
        const double t = step / 100.0;
        put({north.lon + t * (south.lon - north.lon), north.lat + t * (south.lat - north.lat)});
    }
    const Audited audit = audited(radius(one_km), town.facilities(), zones, town.demand());
    EXPECT_EQ(audit.zone("W").demand + audit.zone("E").demand + audit.zone("S").demand, people(count));
    EXPECT_EQ(audit.result.ledger().outside.demand, Persons{});
    EXPECT_EQ(audit.total().demand, people(count));
}

TEST(Zones, ParentsAddUpTheirZones) {
    const DrawnMap town("A1.2.3.4", one_km);  // 1, 3, 5 and 7 km away
    const Audited audit =
        audited(radius(Metres{3500}), town.facilities(),
                town.zones("PPQQRRSS", {{'P', "西宁市"}, {'Q', "海东市"}, {'R', "西宁市"}}), town.demand());
    const auto& parents = audit.result.ledger().parents;
    ASSERT_EQ(parents.size(), 2U) << "S has no parent and is in no sum but the total";
    EXPECT_EQ(parents[0].name, "西宁市");
    EXPECT_EQ(parents[0].figures.demand, people(1 + 3));
    EXPECT_EQ(parents[0].figures.covered, people(1));
    EXPECT_EQ(parents[0].figures.gap, people(3));
    EXPECT_EQ(parents[0].figures.facilities, 1U);
    EXPECT_NEAR(parents[0].figures.area.value(), 4.0, 1e-4);
    ASSERT_TRUE(parents[0].figures.nearest);
    EXPECT_NEAR(parents[0].figures.nearest->mean.value(), (1 * 1000 + 3 * 5000) / 4.0, 0.1);
    EXPECT_EQ(parents[1].name, "海东市");
    EXPECT_EQ(parents[1].figures.demand, people(2));
    EXPECT_EQ(audit.total().demand, people(10));
}

TEST(Target, IsMetByExactlyItsShare) {
    const DrawnMap town("A8..2", one_km);  // 8 of 10
    audit::AuditParams params = radius(Metres{1500});
    params.target_share = 0.8;
    const Audited met = audited(params, town.facilities(), town.zones("ZZZZZ"), town.demand());
    EXPECT_EQ(met.total().meets_target, true);
    EXPECT_FALSE(met.result.misses_target());
    params.target_share = 0.8000001;
    const Audited missed = audited(params, town.facilities(), town.zones("ZZZZZ"), town.demand());
    EXPECT_EQ(missed.total().meets_target, false);
    EXPECT_TRUE(missed.result.misses_target());
}

TEST(Target, IsJudgedForEachZoneButTheRunFailsOnTheTotal) {
    const DrawnMap town("A8..2", one_km);
    audit::AuditParams params = radius(Metres{1500});
    params.target_share = 0.5;
    const Audited audit = audited(params, town.facilities(), town.zones("PPPQQ"), town.demand());
    EXPECT_EQ(audit.zone("P").meets_target, true);
    EXPECT_EQ(audit.zone("Q").meets_target, false);
    EXPECT_FALSE(audit.result.misses_target());
}

TEST(Target, WithoutOneThereIsNoVerdict) {
    const DrawnMap town("A8..2", one_km);
    const Audited audit = audited(radius(one_km), town.facilities(), town.zones("ZZZZZ"), town.demand());
    EXPECT_FALSE(audit.total().meets_target.has_value());
    EXPECT_FALSE(audit.result.misses_target());
}

/// Twenty stations, of which some are open round the clock and some honoured.
std::vector<coverage::Facility> twenty_stations(std::size_t open_24h, std::size_t honoured,
                                                std::size_t unknown) {
    std::vector<coverage::Facility> stations = DrawnMap("ABCDEFGHIJKLMNOPQRST", Metres{100}).facilities();
    for (std::size_t i = 0; i < stations.size(); ++i) {
        stations[i].hours = coverage::OpeningHours::parse(i < open_24h ? "24小时" : "08:00-18:00");
        if (i >= stations.size() - unknown) stations[i].hours.reset();
        stations[i].honoured = i < honoured;
    }
    return stations;
}

TEST(StationTargets, FifteenPercentAreThreeOfTwenty) {
    audit::AuditParams params = radius(one_km);
    params.standard.station_targets = audit::shipped_standard("union-new-double15").station_targets;
    const DrawnMap town("1", one_km);
    const Audited both = audited(params, twenty_stations(3, 3, 5), {}, town.demand());
    ASSERT_EQ(both.result.station_shares.size(), 2U);
    EXPECT_EQ(both.result.station_shares[0].id, "open_24h");
    EXPECT_DOUBLE_EQ(both.result.station_shares[0].share, 0.15);
    EXPECT_EQ(both.result.station_shares[0].unknown, 5U);
    EXPECT_TRUE(both.result.station_shares[0].met()) << "exactly the target is enough";
    EXPECT_EQ(both.result.station_shares[1].id, "honoured");
    EXPECT_TRUE(both.result.station_shares[1].met());
    EXPECT_FALSE(both.result.misses_target());

    const Audited one = audited(params, twenty_stations(3, 2, 0), {}, town.demand());
    EXPECT_TRUE(one.result.station_shares[0].met());
    EXPECT_FALSE(one.result.station_shares[1].met());
    EXPECT_TRUE(one.result.misses_target());
}

TEST(StationTargets, AreAboutTheKindsThatTheRunCounts) {
    // Ten stations of the union, of which two are open round the clock, one is honoured and three do not say;
    // ten shops, all open round the clock and honoured.
    std::vector<coverage::Facility> stations = twenty_stations(2, 1, 0);
    for (std::size_t i = 0; i < stations.size(); ++i) {
        stations[i].kind = i < 10 ? "工会驿站" : "便利店";
        if (i >= 7 && i < 10) stations[i].hours.reset();
        if (i < 10) continue;
        stations[i].hours = coverage::OpeningHours::parse("24小时");
        stations[i].honoured = true;
    }
    audit::AuditParams params = radius(one_km);
    params.standard.station_targets = audit::shipped_standard("union-new-double15").station_targets;
    const DrawnMap town("1", one_km);
    const Audited all = audited(params, stations, {}, town.demand());
    EXPECT_DOUBLE_EQ(all.result.station_shares.at(0).share, 0.6);
    EXPECT_EQ(all.result.station_shares[0].stations, 20U);

    params.filter.kinds = {"工会驿站"};
    for (const bool ask_more : {false, true}) {  // hours and amenities do not change what it is a share of
        params.filter.open_24h = ask_more;
        if (ask_more) params.filter.amenities = {"微波炉"};
        const Audited ours = audited(params, stations, {}, town.demand());
        ASSERT_EQ(ours.result.station_shares.size(), 2U);
        EXPECT_DOUBLE_EQ(ours.result.station_shares[0].share, 0.2);
        EXPECT_EQ(ours.result.station_shares[0].unknown, 3U);
        EXPECT_EQ(ours.result.station_shares[0].stations, 10U);
        EXPECT_DOUBLE_EQ(ours.result.station_shares[1].share, 0.1);
        EXPECT_TRUE(ours.result.misses_target());
    }
}

TEST(StationTargets, AreAboutTheWholeListWhateverTheFilterAsksOfHours) {
    audit::AuditParams params = radius(one_km);
    params.standard.station_targets.open_24h_share = 0.15;
    params.filter.open_24h = true;
    const Audited audit = audited(params, twenty_stations(2, 0, 0), {}, DrawnMap("1", one_km).demand());
    EXPECT_DOUBLE_EQ(audit.result.station_shares.at(0).share, 0.1);
    EXPECT_TRUE(audit.result.misses_target());
    EXPECT_EQ(audit.total().facilities, 2U);
}

TEST(StationTargets, AnEmptyListMissesThem) {
    audit::AuditParams params = radius(one_km);
    params.standard.station_targets.honoured_share = 0.15;
    EXPECT_TRUE(audited(params, {}, {}, DrawnMap("1", one_km).demand()).result.misses_target());
}

TEST(Refusals, AStandardThatIsATravelTimeNeedsAStreetNetwork) {
    audit::AuditParams params;
    params.standard = audit::shipped_standard("walk-15min");
    const DrawnMap town("A1", one_km);
    try {
        (void)audited(params, town.facilities(), {}, town.demand());
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::usage);
        EXPECT_THAT(error.message().en, HasSubstr("\"walk-15min\" is a travel time (walk, 15 min)"));
        EXPECT_THAT(error.message().zh, HasSubstr("walk-15min"));
    }
}

TEST(Refusals, AStandardWithoutARadiusAsksForOne) {
    audit::AuditParams params;
    params.standard = audit::shipped_standard("union-new-double15");
    const DrawnMap town("A1", one_km);
    try {
        (void)audited(params, town.facilities(), {}, town.demand());
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::usage);
        EXPECT_THAT(error.message().en, HasSubstr("add radius = \"1 km\""));
    }
}

TEST(Refusals, ARadiusBeyondAThousandKilometresIsASlip) {
    const DrawnMap town("A1", one_km);
    EXPECT_THROW((void)audited(radius(kilometres(1001)), town.facilities(), {}, town.demand()), Error);
}

class WatchedProgress final : public Progress {
public:
    void report(double fraction) override {
        falls += fraction < last ? 1 : 0;
        beyond += fraction < 0.0 || fraction > 1.0 ? 1 : 0;
        last = fraction;
        ++calls;
    }
    [[nodiscard]] bool cancelled() const override { return cancel_after >= 0 && calls >= cancel_after; }

    double last = 0.0;
    int falls = 0;
    int beyond = 0;
    int calls = 0;
    int cancel_after = -1;
};

/// Runs an audit of three bands with drawing under the given progress.
void run_under(Progress& progress) {
    const DrawnMap town(R"(
        A.3..B
        ..5.1. )",
                        one_km);
    const demand::Zones zones = town.zones(R"(
        PPPQQQ
        PPPQQQ )");
    const index::PolygonLocator locator = audit::locator_over(zones);
    features::FindingList findings;
    Progress quiet;
    demand::PointDemand demand(town.demand(), locator, "demand.csv", 1, findings, quiet);
    (void)run_audit(radius({Metres{700}, Metres{1400}, Metres{2100}}), town.facilities(), zones, locator,
                    demand, {}, findings, progress);
}

TEST(Progress, RisesFromNothingToAllAndNeverFalls) {
    WatchedProgress progress;
    run_under(progress);
    EXPECT_EQ(progress.falls, 0);
    EXPECT_EQ(progress.beyond, 0);
    EXPECT_EQ(progress.last, 1.0);
}

TEST(Progress, WhereverTheUserStopsTheRunStops) {
    WatchedProgress whole;
    run_under(whole);
    for (int calls = 0; calls <= whole.calls; ++calls) {
        WatchedProgress progress;
        progress.cancel_after = calls;
        try {
            run_under(progress);
            FAIL() << "stopped after " << calls << " reports, and it went on to the end";
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::cancelled);
        }
    }
}

}  // namespace
}  // namespace yiquan::test
