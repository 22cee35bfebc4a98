// SPDX-License-Identifier: MIT
#include "core/audit/what_if.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "core/demand/point_demand.hpp"
#include "tests/scenario/audited.hpp"
#include "tests/scenario/drawn_map.hpp"
#include "tests/unit/base/dice.hpp"
#include "tests/unit/base/error_of.hpp"
#include "tests/unit/index/random_tiling.hpp"

namespace yiquan::audit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Persons people(std::int64_t count) {
    return Persons::whole(count);
}

/// Hands points out in batches of a few.
class SmallBatches final : public demand::DemandSource {
public:
    SmallBatches(const demand::DemandPoints& points, const index::PolygonLocator& locator, std::size_t size)
        : points_(points), locator_(locator), size_(size) {}

    const demand::DemandBatch* next() override {
        if (given_ == points_.size()) return nullptr;
        batch_ = {};
        for (; batch_.size() < size_ && given_ < points_.size(); ++given_) {
            batch_.places.push_back(points_.places[given_]);
            batch_.weights.push_back(points_.weights[given_]);
            batch_.zones.push_back(locator_.locate(points_.places[given_]));
        }
        return &batch_;
    }
    [[nodiscard]] double fraction() const override {
        return static_cast<double>(given_) / static_cast<double>(points_.size());
    }

private:
    const demand::DemandPoints& points_;
    const index::PolygonLocator& locator_;
    std::size_t size_;
    std::size_t given_ = 0;
    demand::DemandBatch batch_;
};

WhatIf what_if(WhatIfParams params, const demand::Zones& zones, const demand::DemandPoints& points,
               std::vector<WhatIfStation> stations, std::size_t batch_size = 3) {
    const index::PolygonLocator locator = locator_over(zones);
    SmallBatches source(points, locator, batch_size);
    Progress quiet;
    return {std::move(params), zones, locator, source, std::move(stations), quiet};
}

WhatIfParams within(Metres radius) {
    WhatIfParams params;
    params.standard = "custom";
    params.radius = radius;
    return params;
}

std::string text_of(const Figures& f) {
    return fmt::format("{} = {} + {}, single {}, {} stations, {}; {} {} {}\n", f.demand.ticks(),
                       f.covered.ticks(), f.gap.ticks(), f.single.ticks(), f.facilities,
                       f.meets_target ? (*f.meets_target ? "met" : "missed") : "-", f.area.ticks(),
                       f.covered_area.ticks(), f.gap_area.ticks());
}
/// Every bit that a WhatIf shows.
std::string text_of(const WhatIf& w) {
    std::string text;
    for (const Figures& zone : w.ledger().zones) text += text_of(zone);
    text += text_of(w.ledger().outside);
    for (const Ledger::Parent& parent : w.ledger().parents) text += parent.name + text_of(parent.figures);
    text += text_of(w.ledger().total);
    const auto add = [&](const Change& c) {
        text += fmt::format("{} {} {} {} {} {} {}\n", c.demand_before.ticks(), c.demand_after.ticks(),
                            c.covered_before.ticks(), c.covered_after.ticks(), c.gained.ticks(),
                            c.lost.ticks(), c.grown.ticks());
    };
    for (const ZoneChange& zone : w.changes()) {
        text += zone.code;
        add(zone.change);
    }
    add(w.total_change());
    for (std::uint32_t i = 0; i < w.stations().size(); ++i) {
        text += fmt::format("{} {}\n", w.stations()[i].id, w.served(i).ticks());
    }
    w.for_each_changed([&](const WhatIfPlace& place) {
        text += fmt::format("{} {} {} {} {}\n", place.place.lon, place.place.lat, place.zone,
                            place.people.ticks(), place.gained);
    });
    for (const DemandState& s : w.states()) {
        text += fmt::format("{} {} {} {}\n", s.place.lon, s.place.lat, s.people.ticks(), s.covered);
    }
    return text;
}

/// A street of seven places a kilometre apart; each station serves its neighbours. A serves the 2, B the 3
/// and the 4; the 5 and the 7, who live beyond the county, are out of reach.
struct Street {
    test::DrawnMap map{"A23B457", kilometres(1)};
    demand::Zones zones = map.zones("WWWEEE.", {{'W', "西宁市"}, {'E', "海东市"}});
    WhatIf run = [&] {
        WhatIfParams params = within(kilometres(1.1));
        params.target_share = 0.9;
        return what_if(params, zones, map.demand(), what_if_stations(map.facilities(), {}));
    }();
    static constexpr std::uint32_t a = 0;
    static constexpr std::uint32_t b = 1;
    // In the order of the codes.
    [[nodiscard]] const Figures& west() const { return run.ledger().zones.at(1); }
    [[nodiscard]] const Figures& east() const { return run.ledger().zones.at(0); }

    /// "gained 5 in E", … from west to east
    [[nodiscard]] std::vector<std::string> changed() const {
        std::vector<std::pair<double, std::string>> found;
        run.for_each_changed([&](const WhatIfPlace& place) {
            found.emplace_back(
                place.place.lon,
                fmt::format("{} {} in {}", place.gained ? "gained" : "lost", place.people.value(),
                            place.zone == demand::no_zone ? "none" : zones[place.zone].code));
        });
        std::sort(found.begin(), found.end());
        std::vector<std::string> out;
        for (auto& [lon, text] : found) out.push_back(std::move(text));
        return out;
    }
};

TEST(WhatIf, StartsAsTheAuditItself) {
    const Street street;
    EXPECT_EQ(street.west().demand, people(5));
    EXPECT_EQ(street.west().covered, people(5));
    EXPECT_EQ(street.west().single, people(5));
    EXPECT_EQ(street.west().facilities, 1U);
    EXPECT_EQ(street.west().meets_target, true);
    EXPECT_EQ(street.east().demand, people(9));
    EXPECT_EQ(street.east().covered, people(4));
    EXPECT_EQ(street.east().meets_target, false);
    EXPECT_EQ(street.run.ledger().outside.gap, people(7));
    EXPECT_EQ(street.run.ledger().total.covered, people(9));
    EXPECT_EQ(street.run.ledger().total.facilities, 2U);
    ASSERT_EQ(street.run.ledger().parents.size(), 2U);
    EXPECT_EQ(street.run.ledger().parents[0].name, "海东市");
    EXPECT_EQ(street.run.ledger().parents[0].figures.covered, people(4));
    EXPECT_EQ(street.run.served(Street::a), people(2));
    EXPECT_EQ(street.run.served(Street::b), people(7));
    EXPECT_THAT(street.changed(), IsEmpty());
    EXPECT_EQ(street.run.total_change().gained, Persons{});
}

TEST(WhatIf, AMoveThatOnlyBacksUpAnotherStationChangesNobody) {
    Street street;
    street.run.set_place(Street::a, street.map.at(2, 0));  // among the 3, whom B serves too; still by the 2
    EXPECT_EQ(street.west().covered, people(5));
    EXPECT_EQ(street.west().single, people(2));
    EXPECT_EQ(street.run.served(Street::a), people(5));
    EXPECT_THAT(street.changed(), IsEmpty());
}

TEST(WhatIf, FollowsAMovePersonByPerson) {
    Street street;
    street.run.set_place(Street::b, street.map.at(5, 0));  // keeps the 4, gives up the 3, reaches 5 and 7
    EXPECT_EQ(street.west().covered, people(2));
    EXPECT_EQ(street.west().gap, people(3));
    EXPECT_EQ(street.west().meets_target, false);
    EXPECT_EQ(street.east().covered, people(9));
    EXPECT_EQ(street.east().meets_target, true);
    EXPECT_EQ(street.run.ledger().outside.covered, people(7));
    EXPECT_EQ(street.run.ledger().outside.meets_target, std::nullopt);
    EXPECT_THAT(street.changed(), ElementsAre("lost 3 in W", "gained 5 in E", "gained 7 in none"));

    ASSERT_EQ(street.run.changes().size(), 3U);
    const Change& east = street.run.changes()[0].change;
    EXPECT_EQ(street.run.changes()[0].code, "E");
    EXPECT_EQ(street.run.changes()[0].parent, "海东市");
    EXPECT_EQ(east.covered_before, people(4));
    EXPECT_EQ(east.covered_after, people(9));
    EXPECT_EQ(east.gained, people(5));
    EXPECT_EQ(street.run.changes()[1].change.lost, people(3));
    EXPECT_EQ(street.run.changes()[2].code, "");
    EXPECT_EQ(street.run.changes()[2].change.gained, people(7));
    EXPECT_EQ(street.run.total_change().gained, people(12));
    EXPECT_EQ(street.run.total_change().lost, people(3));
    EXPECT_EQ(street.run.total_change().grown, Persons{});
}

TEST(WhatIf, ANewStationTakesTheNextNumberAndNumbersAreNotUsedAgain) {
    Street street;
    EXPECT_EQ(street.run.add("n1", "新站", street.map.at(6, 0)), 2U);
    EXPECT_EQ(street.run.served(2), people(5 + 7));
    EXPECT_EQ(street.run.ledger().outside.facilities, 1U);
    street.run.set_place(2, std::nullopt);
    EXPECT_EQ(street.run.ledger().outside.facilities, 0U);
    EXPECT_EQ(street.run.served(2), Persons{});
    EXPECT_EQ(street.run.add("n2", "又一站", street.map.at(6, 0)), 3U);
    ASSERT_EQ(street.run.stations().size(), 4U);
    EXPECT_EQ(street.run.stations()[2].place, std::nullopt);
    EXPECT_EQ(street.run.stations()[3].name, "又一站");
}

TEST(WhatIf, AStepTakenBackRestoresEveryBit) {
    Street street;
    const std::string before = text_of(street.run);
    street.run.set_place(Street::b, street.map.at(5, 0));
    street.run.set_place(Street::a, std::nullopt);
    EXPECT_NE(text_of(street.run), before);
    street.run.set_place(Street::b, street.map.at(3, 0));
    street.run.set_place(Street::a, street.map.at(0, 0));
    EXPECT_EQ(text_of(street.run), before);
}

TEST(WhatIf, ChangesAreCountedFromTheLastBase) {
    Street street;
    street.run.set_place(Street::b, std::nullopt);  // W loses 3, E loses 4
    street.run.rebase();
    EXPECT_THAT(street.changed(), IsEmpty());
    EXPECT_EQ(street.run.total_change().covered_before, people(2));
    EXPECT_EQ(street.run.total_change().lost, Persons{});
    street.run.set_place(Street::b, street.map.at(3, 0));
    EXPECT_THAT(street.changed(), ElementsAre("gained 3 in W", "gained 4 in E"));
    EXPECT_EQ(street.run.total_change().gained, people(7));
}

TEST(WhatIf, StationsThatAFilterLeavesOutWaitWithoutAPlace) {
    Street street;
    street.map.facility('B').kind = "工会驿站";
    coverage::FacilityFilter filter;
    filter.kinds = {"工会驿站"};
    const auto stations = what_if_stations(street.map.facilities(), filter);
    ASSERT_EQ(stations.size(), 2U);
    EXPECT_EQ(stations[0].id, "A");
    EXPECT_EQ(stations[0].place, std::nullopt);
    EXPECT_EQ(stations[1].place, street.map.at(3, 0));
    WhatIf run = what_if(within(kilometres(1.1)), street.zones, street.map.demand(), stations);
    EXPECT_EQ(run.ledger().total.facilities, 1U);
    EXPECT_EQ(run.served(0), Persons{});
    EXPECT_EQ(run.served(1), people(7));
    run.set_place(0, street.map.at(0, 0));
    EXPECT_EQ(run.total_change().gained, people(2));
}

TEST(WhatIf, StationsAtOnePlaceServeTheSamePeopleTwice) {
    Street street;
    street.run.set_place(Street::a, street.map.at(3, 0));
    EXPECT_EQ(street.run.ledger().total.covered, people(7));
    EXPECT_EQ(street.run.ledger().total.single, Persons{});
    street.run.set_place(Street::b, std::nullopt);
    EXPECT_EQ(street.run.ledger().total.covered, people(7));
    EXPECT_EQ(street.run.ledger().total.single, people(7));
}

TEST(WhatIf, WorksWithoutDemandWithoutStationsAndWithoutZones) {
    const Street street;
    WhatIf empty = what_if(within(kilometres(1)), {}, {}, {});
    EXPECT_EQ(empty.add("n", "", street.map.at(0, 0)), 0U);
    EXPECT_EQ(empty.ledger().total.demand, Persons{});
    EXPECT_EQ(empty.ledger().outside.facilities, 1U);
    EXPECT_THAT(empty.states(), IsEmpty());
    EXPECT_THAT(empty.summary("t").zones, IsEmpty());

    WhatIf bare = what_if(within(kilometres(1.1)), street.zones, street.map.demand(), {});
    EXPECT_EQ(bare.ledger().total.gap, people(21));
    (void)bare.add("n", "", street.map.at(3, 0));
    EXPECT_EQ(bare.total_change().gained, people(7));
}

TEST(WhatIf, GivesWhatCompareNeeds) {
    Street street;
    const AuditSummary before = street.run.summary("before");
    const std::vector<DemandState> states_before = street.run.states();
    street.run.set_place(Street::b, street.map.at(5, 0));
    const AuditSummary after = street.run.summary("after");
    EXPECT_EQ(after.title, "after");
    EXPECT_EQ(after.standard, "custom");
    EXPECT_EQ(after.limit, (CostLimit{Cost::whole(1100)}));
    const Comparison comparison = compare(before, after, states_before, street.run.states());
    EXPECT_EQ(comparison.total.gained, people(12));
    EXPECT_EQ(comparison.total.lost, people(3));
    ASSERT_EQ(comparison.zones.size(), 3U) << "the people outside stand last";
    EXPECT_EQ(comparison.zones[2].change.gained, people(7));
    ASSERT_EQ(comparison.facilities.size(), 1U);
    EXPECT_EQ(comparison.facilities[0].kind, FacilityChange::Kind::moved);
    EXPECT_NEAR(comparison.facilities[0].distance.value(), 2000.0, 0.01);
    ASSERT_EQ(comparison.places.size(), 3U);
    EXPECT_EQ(comparison.places[1].zone, "E");
    EXPECT_EQ(comparison.places[1].people, people(5));
    EXPECT_TRUE(comparison.places[1].gained);
}

TEST(WhatIf, RefusesWhatCannotBeAndStaysAsItWas) {
    Street street;
    const std::string before = text_of(street.run);
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (const geo::LonLat place :
         {geo::LonLat{nan, 36.0}, {101.0, nan}, {infinity, 36.0}, {180.5, 36.0}, {101.0, -90.5}}) {
        const auto moved = test::error_of([&] { street.run.set_place(Street::a, place); });
        ASSERT_TRUE(moved);
        EXPECT_EQ(moved->kind(), ErrorKind::usage);
        EXPECT_THAT(moved->message().en, HasSubstr(fmt::format("longitude {}", place.lon)));
        const auto added = test::error_of([&] { (void)street.run.add("n", "", place); });
        ASSERT_TRUE(added);
        EXPECT_EQ(added->kind(), ErrorKind::usage);
        const auto started = test::error_of([&] {
            (void)what_if(within(kilometres(1)), street.zones, {}, {{"s", "", place}});
        });
        ASSERT_TRUE(started);
        EXPECT_EQ(started->kind(), ErrorKind::usage);
    }
    for (const std::uint32_t number : {2U, 4'000'000'000U}) {
        const auto moved = test::error_of([&] { street.run.set_place(number, std::nullopt); });
        ASSERT_TRUE(moved);
        EXPECT_EQ(moved->kind(), ErrorKind::internal);
        EXPECT_TRUE(test::error_of([&] { (void)street.run.served(number); }));
    }
    EXPECT_EQ(text_of(street.run), before);
    for (const Metres radius : {Metres{0.0}, kilometres(1001)}) {
        const auto error = test::error_of([&] { (void)what_if(within(radius), street.zones, {}, {}); });
        ASSERT_TRUE(error);
        EXPECT_EQ(error->kind(), ErrorKind::usage);
    }
}

TEST(WhatIf, CanBeCancelledWhileItIsMade) {
    struct Stopped final : Progress {
        [[nodiscard]] bool cancelled() const override { return true; }
    };
    const Street street;
    const index::PolygonLocator locator = locator_over(street.zones);
    SmallBatches source(street.map.demand(), locator, 2);
    Stopped stopped;
    const auto error = test::error_of(
        [&] { (void)WhatIf(within(kilometres(1)), street.zones, locator, source, {}, stopped); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind(), ErrorKind::cancelled);
}

/// A made-up county whose stations are moved about.
struct RandomTown {
    explicit RandomTown(std::uint64_t seed) : dice(seed) {
        size = std::exp(dice.between(std::log(0.05), std::log(4.0)));
        corner = {dice.between(90.0, 98.0), dice.between(31.7, 35.0)};
        if (dice.below(8) > 0) {
            const geo::Box box{corner.lon, corner.lat, corner.lon + size, corner.lat + size};
            for (auto& tile : test::random_tiling(box, 1 + dice.below(4), 1 + dice.below(4), dice)) {
                demand::Zone& zone = zones.emplace_back();
                zone.code = fmt::format("{}", 630100 + zones.size());
                zone.name = "county " + zone.code;
                if (dice.below(4) > 0) zone.parent = dice.below(2) == 0 ? "西宁市" : "海东市";
                zone.shape = std::move(tile);
                zone.area = geo::area(zone.shape);
            }
        }
        const std::size_t count = dice.below(6) == 0 ? dice.below(3) : 50 + dice.below(1500);
        for (std::size_t i = 0; i < count; ++i) {
            const bool again = i > 0 && dice.below(10) == 0;
            points.places.push_back(again ? points.places[dice.below(i)] : place());
            points.weights.push_back(
                dice.below(15) == 0 ? Persons{} : Persons::nearest(std::exp(dice.between(-3.0, 10.0))));
            points.ids.push_back(fmt::format("d{}", i));
            points.names.emplace_back();
        }
        params.standard = "custom";
        params.radius =
            dice.below(6) == 0 ? kilometres(1000) : Metres{dice.between(0.02, 0.5) * size * 100'000.0};
        if (dice.below(3) > 0) params.target_share = dice.between(0.0, 1.0);
        const std::size_t stations_at_start = dice.below(20);
        for (std::size_t i = 0; i < stations_at_start; ++i) {
            stations.push_back({fmt::format("s{}", i), "", std::nullopt});
            if (dice.below(5) > 0) stations.back().place = place();
        }
    }

    geo::LonLat place() {
        return {corner.lon + dice.between(-0.1, 1.1) * size, corner.lat + dice.between(-0.1, 1.1) * size};
    }
    /// Somewhere, at another station, on a demand point, or nowhere.
    std::optional<geo::LonLat> next_place(const WhatIf& run) {
        switch (dice.below(6)) {
            case 0:
                return std::nullopt;
            case 1:
                return run.stations()[dice.below(run.stations().size())].place;
            case 2:
                if (points.size() > 0) return points.places[dice.below(points.size())];
                return place();
            default:
                return place();
        }
    }
    void step(WhatIf& one, WhatIf& other) {
        if (one.stations().empty() || dice.below(8) == 0) {
            const geo::LonLat at = place();
            EXPECT_EQ(one.add("new", "新站", at), other.add("new", "新站", at));
            return;
        }
        const auto number = static_cast<std::uint32_t>(dice.below(one.stations().size()));
        const std::optional<geo::LonLat> at = next_place(one);
        one.set_place(number, at);
        other.set_place(number, at);
    }
    [[nodiscard]] test::Audited audited(std::span<const WhatIfStation> now) const {
        AuditParams run = test::radius(params.radius);
        run.target_share = params.target_share;
        run.draw = false;
        std::vector<coverage::Facility> facilities;
        for (const WhatIfStation& station : now) {
            if (!station.place) continue;
            facilities.emplace_back().id = station.id;
            facilities.back().place = *station.place;
        }
        return test::audited(run, facilities, zones, points);
    }

    test::Dice dice;
    double size = 0.0;
    geo::LonLat corner;
    demand::Zones zones;
    demand::DemandPoints points;
    WhatIfParams params;
    std::vector<WhatIfStation> stations;
};

void expect_same(const Figures& followed, const Figures& run, const std::string& where) {
    EXPECT_EQ(followed.demand, run.demand) << where;
    EXPECT_EQ(followed.covered, run.covered) << where;
    EXPECT_EQ(followed.gap, run.gap) << where;
    EXPECT_EQ(followed.unreachable, run.unreachable) << where;
    EXPECT_EQ(followed.single, run.single) << where;
    EXPECT_EQ(followed.facilities, run.facilities) << where;
    EXPECT_EQ(followed.meets_target, run.meets_target) << where;
    EXPECT_EQ(followed.area, run.area) << where;
}

void expect_as_run(const WhatIf& followed, const test::Audited& run) {
    const Ledger& a = followed.ledger();
    const Ledger& b = run.result.ledger();
    EXPECT_EQ(a.limit, b.limit);
    ASSERT_EQ(a.zones.size(), b.zones.size());
    for (std::size_t z = 0; z < a.zones.size(); ++z)
        expect_same(a.zones[z], b.zones[z], fmt::format("zone {}", z));
    expect_same(a.outside, b.outside, "outside");
    ASSERT_EQ(a.parents.size(), b.parents.size());
    for (std::size_t p = 0; p < a.parents.size(); ++p) {
        EXPECT_EQ(a.parents[p].name, b.parents[p].name);
        expect_same(a.parents[p].figures, b.parents[p].figures, a.parents[p].name);
    }
    expect_same(a.total, b.total, "total");
    std::size_t facility = 0;
    for (std::uint32_t i = 0; i < followed.stations().size(); ++i) {
        if (!followed.stations()[i].place) continue;
        EXPECT_EQ(followed.served(i), run.result.facilities.at(facility).served) << "station " << i;
        ++facility;
    }
}

/// People by zone number, place and direction.
using Moves = std::map<std::tuple<demand::ZoneIndex, geo::LonLat, bool>, Persons>;

/// Gains and losses by looking at every piece of the demand in both runs.
void expect_changes(const WhatIf& followed, const test::Audited& before, const test::Audited& after,
                    const demand::DemandPoints& points) {
    const std::size_t zones = followed.ledger().zones.size();
    std::vector<Persons> gained(zones + 1);
    std::vector<Persons> lost(zones + 1);
    Moves expected;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool was = before.pieces[i].covering > 0;
        const bool is = after.pieces[i].covering > 0;
        if (was == is || points.weights[i] == Persons{}) continue;
        const demand::ZoneIndex zone = after.pieces[i].zone;
        (is ? gained : lost)[std::min<std::size_t>(zone, zones)] += points.weights[i];
        expected[{zone, points.places[i], is}] += points.weights[i];
    }
    ASSERT_EQ(followed.changes().size(), zones + 1);
    Change sum;
    for (std::size_t z = 0; z <= zones; ++z) {
        const Change& change = followed.changes()[z].change;
        EXPECT_EQ(change.gained, gained[z]) << "zone " << z;
        EXPECT_EQ(change.lost, lost[z]) << "zone " << z;
        EXPECT_EQ(change.covered_after, change.covered_before + change.gained - change.lost);
        const Ledger& was = before.result.ledger();
        EXPECT_EQ(change.covered_before, (z < zones ? was.zones[z] : was.outside).covered);
        sum += change;
    }
    EXPECT_EQ(sum.gained, followed.total_change().gained);
    EXPECT_EQ(sum.lost, followed.total_change().lost);
    EXPECT_EQ(sum.covered_after, followed.ledger().total.covered);
    Moves found;
    followed.for_each_changed([&](const WhatIfPlace& place) {
        found[{place.zone, place.place, place.gained}] += place.people;
    });
    EXPECT_EQ(found, expected);
}

TEST(WhatIfProperty, EveryStepGivesWhatAFullRunGives) {
    constexpr int steps = 100;
    constexpr int steps_between_checks = 5;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE(seed);
        RandomTown town(seed);
        WhatIf followed =
            what_if(town.params, town.zones, town.points, town.stations, 1 + town.dice.below(400));
        WhatIfParams shared = town.params;
        shared.threads = 4;
        WhatIf threaded = what_if(shared, town.zones, town.points, town.stations);
        test::Audited before = town.audited(followed.stations());
        AuditSummary summary_before = followed.summary("before");
        std::vector<DemandState> states_before = followed.states();
        expect_as_run(followed, before);
        for (int step = 1; step <= steps; ++step) {
            town.step(followed, threaded);
            if (step % steps_between_checks != 0) continue;
            SCOPED_TRACE(step);
            test::Audited after = town.audited(followed.stations());
            expect_as_run(followed, after);
            expect_changes(followed, before, after, town.points);
            EXPECT_EQ(text_of(followed), text_of(threaded));
            const Comparison comparison =
                compare(summary_before, followed.summary("after"), states_before, followed.states());
            EXPECT_EQ(comparison.total.gained, followed.total_change().gained);
            EXPECT_EQ(comparison.total.lost, followed.total_change().lost);
            if (town.dice.below(6) == 0) {
                followed.rebase();
                threaded.rebase();
                before = std::move(after);
                summary_before = followed.summary("before");
                states_before = followed.states();
            }
            if (HasFailure()) return;
        }
    }
}

TEST(WhatIfProperty, AllStepsTakenBackRestoreEveryBit) {
    for (std::uint64_t seed = 101; seed <= 120; ++seed) {
        SCOPED_TRACE(seed);
        RandomTown town(seed);
        if (town.stations.empty()) continue;
        WhatIf run = what_if(town.params, town.zones, town.points, town.stations, 500);
        const std::string at_start = text_of(run);
        std::vector<std::pair<std::uint32_t, std::optional<geo::LonLat>>> steps;
        for (int step = 0; step < 60; ++step) {
            const auto number = static_cast<std::uint32_t>(town.dice.below(run.stations().size()));
            steps.emplace_back(number, run.stations()[number].place);
            run.set_place(number, town.next_place(run));
        }
        for (; !steps.empty(); steps.pop_back()) run.set_place(steps.back().first, steps.back().second);
        EXPECT_EQ(text_of(run), at_start);
    }
}

}  // namespace
}  // namespace yiquan::audit
