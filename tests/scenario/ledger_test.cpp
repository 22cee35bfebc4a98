// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <numeric>

#include "core/audit/ledger_columns.hpp"
#include "core/geo/area.hpp"
#include "core/geo/geodesic.hpp"
#include "tests/scenario/audited.hpp"
#include "tests/unit/base/dice.hpp"
#include "tests/unit/index/random_tiling.hpp"

namespace yiquan::test {
namespace {

/// A made-up county: zones that tile a box, stations and people in and around it.
struct RandomRun {
    audit::AuditParams params;
    std::vector<coverage::Facility> facilities;
    demand::Zones zones;
    demand::DemandPoints demand;

    [[nodiscard]] Audited audited_on(unsigned threads) const {
        audit::AuditParams with_threads = params;
        with_threads.threads = threads;
        return audited(with_threads, facilities, zones, demand);
    }
};

RandomRun random_run(std::uint64_t seed) {
    Dice dice(seed);
    RandomRun run;
    const double size = std::exp(dice.between(std::log(0.02), std::log(4.0)));  // degrees
    const geo::LonLat corner{dice.between(90.0, 99.0), dice.between(31.7, 35.0)};
    const geo::Box box{corner.lon, corner.lat, corner.lon + size, corner.lat + size};
    const auto place = [&](double margin) {
        return geo::LonLat{dice.between(box.west - margin * size, box.east + margin * size),
                           dice.between(box.south - margin * size, box.north + margin * size)};
    };
    if (dice.below(10) > 0) {
        for (auto& tile : random_tiling(box, 1 + dice.below(4), 1 + dice.below(4), dice)) {
            demand::Zone& zone = run.zones.emplace_back();
            zone.code = std::to_string(630100 + run.zones.size());
            zone.name = "county " + zone.code;
            if (dice.below(4) > 0) zone.parent = dice.below(2) == 0 ? "西宁市" : "海东市";
            zone.shape = std::move(tile);
            zone.area = geo::area(zone.shape);
        }
    }
    const std::size_t facilities = dice.below(12);
    for (std::size_t i = 0; i < facilities; ++i) {
        coverage::Facility& facility = run.facilities.emplace_back();
        facility.id = fmt::format("s{}", i);
        facility.name = fmt::format("station {}", i);
        facility.place = i > 0 && dice.below(10) == 0 ? run.facilities[0].place : place(0.1);
        if (dice.below(3) > 0)
            facility.hours = coverage::OpeningHours::parse(dice.below(2) == 0 ? "24h" : "08:00-18:00");
    }
    const std::size_t points = dice.below(120);
    for (std::size_t i = 0; i < points; ++i) {
        const bool at_station = !run.facilities.empty() && dice.below(20) == 0;
        run.demand.places.push_back(at_station ? run.facilities[dice.below(facilities)].place : place(0.05));
        run.demand.weights.push_back(
            dice.below(15) == 0 ? Persons{} : Persons::nearest(std::exp(dice.between(-3.0, 10.0))));
        run.demand.ids.push_back(fmt::format("d{}", i));
        run.demand.names.push_back(dice.below(2) == 0 ? "" : "village");
    }
    std::vector<Metres> bands;
    for (std::size_t i = 0; i <= dice.below(3); ++i)
        bands.push_back(Metres{dice.between(0.02, 0.4) * size * 100'000.0});
    run.params = radius(bands);
    if (dice.below(2) == 0) run.params.target_share = 0.5;
    run.params.filter.open_24h = dice.below(4) == 0;
    run.params.draw = dice.below(3) == 0;
    return run;
}

/// The people of one unit, worked out one by one with geodesics.
struct ByHand {
    Persons demand, covered, gap, single;
    std::vector<std::pair<double, Persons>> distances;

    void add(Persons people, std::uint32_t covering, double nearest) {
        demand += people;
        (covering > 0 ? covered : gap) += people;
        if (covering == 1) single += people;
        if (std::isfinite(nearest) && people.ticks() > 0) distances.emplace_back(nearest, people);
    }
    void expect(const audit::Figures& figures) {
        EXPECT_EQ(figures.demand, demand);
        EXPECT_EQ(figures.covered, covered);
        EXPECT_EQ(figures.gap, gap);
        EXPECT_EQ(figures.single, single);
        EXPECT_EQ(figures.unreachable, Persons{});
        ASSERT_EQ(figures.nearest.has_value(), !distances.empty());
        if (distances.empty()) return;
        std::sort(distances.begin(), distances.end());
        double sum = 0.0;
        for (const auto& [distance, people] : distances) sum += distance * people.value();
        // Which of two stations is nearer is told by chords, to 1e-6 of the distance; see NearestTree.
        const double worst = distances.back().first;
        EXPECT_NEAR(figures.nearest->mean.value(), sum / demand.value(), 0.0015 + 1e-6 * worst);
        EXPECT_NEAR(figures.nearest->median.value(), quantile(0.5), 0.51 + 1e-6 * worst);
        EXPECT_NEAR(figures.nearest->p90.value(), quantile(0.9), 0.51 + 1e-6 * worst);
        EXPECT_NEAR(figures.nearest->worst.value(), worst, 0.0006 + 1e-6 * worst);
    }
    [[nodiscard]] double quantile(double q) const {
        double passed = 0.0;
        for (const auto& [distance, people] : distances) {
            passed += people.value();
            if (passed >= q * demand.value()) return distance;
        }
        return distances.back().first;
    }
};

struct ServedByHand {
    Persons served, only_here;
};

void expect_brute_force(const RandomRun& run, const Audited& audit) {
    const index::PolygonLocator locator = audit::locator_over(run.zones);
    std::vector<ServedByHand> stations(run.facilities.size());
    for (std::size_t band = 0; band < audit.result.bands.size(); ++band) {
        const audit::Ledger& ledger = audit.result.bands[band];
        const bool widest = band + 1 == audit.result.bands.size();
        std::vector<ByHand> zones(run.zones.size());
        ByHand outside, total;
        for (std::size_t i = 0; i < run.demand.size(); ++i) {
            double nearest = std::numeric_limits<double>::infinity();
            std::vector<std::size_t> covering;
            for (std::size_t f = 0; f < run.facilities.size(); ++f) {
                if (!run.params.filter.admits(run.facilities[f])) continue;
                const Metres distance = geo::geodesic_distance(run.demand.places[i], run.facilities[f].place);
                nearest = std::min(nearest, distance.value());
                if (distance.value() <= ledger.limit.amount.value()) covering.push_back(f);
            }
            const auto count = static_cast<std::uint32_t>(covering.size());
            const Persons people = run.demand.weights[i];
            const demand::ZoneIndex zone = locator.locate(run.demand.places[i]);
            (zone == demand::no_zone ? outside : zones[zone]).add(people, count, nearest);
            total.add(people, count, nearest);
            if (!widest) continue;
            for (const std::size_t f : covering) stations[f].served += people;
            if (count == 1) stations[covering[0]].only_here += people;
            EXPECT_EQ(audit.pieces[i].covering, count);
            EXPECT_EQ(audit.pieces[i].only, count == 1 ? run.facilities[covering[0]].id : "");
        }
        for (std::size_t z = 0; z < zones.size(); ++z) zones[z].expect(ledger.zones[z]);
        outside.expect(ledger.outside);
        total.expect(ledger.total);
    }
    for (std::size_t f = 0; f < stations.size(); ++f) {
        EXPECT_EQ(audit.result.facilities[f].served, stations[f].served);
        EXPECT_EQ(audit.result.facilities[f].only_here, stations[f].only_here);
    }
}

constexpr std::uint64_t runs = 300;

TEST(LedgerProperty, EveryRunBalancesAndAgreesWithGeodesicsOneByOne) {
    for (std::uint64_t seed = 1; seed <= runs; ++seed) {
        SCOPED_TRACE(seed);
        const RandomRun run = random_run(seed);
        const Audited audit = run.audited_on(1);
        for (const audit::Ledger& ledger : audit.result.bands) EXPECT_EQ(imbalance(ledger), "");
        expect_brute_force(run, audit);
        if (HasFailure()) return;
    }
}

TEST(LedgerProperty, WiderBandsCoverMorePeopleAndMoreLand) {
    for (std::uint64_t seed = 1; seed <= runs; ++seed) {
        SCOPED_TRACE(seed);
        RandomRun run = random_run(seed);
        run.params.draw = false;
        const Audited audit = run.audited_on(1);
        for (std::size_t band = 1; band < audit.result.bands.size(); ++band) {
            for (std::size_t z = 0; z < run.zones.size(); ++z) {
                const audit::Figures& inner = audit.result.bands[band - 1].zones[z];
                const audit::Figures& outer = audit.result.bands[band].zones[z];
                EXPECT_LE(inner.covered, outer.covered);
                EXPECT_LE(inner.covered_area.value(), outer.covered_area.value() * (1.0 + 1e-6) + 1e-6);
            }
        }
        for (const PieceServed& piece : audit.pieces) {
            EXPECT_EQ(piece.covering > 0, piece.band.has_value());
        }
    }
}

TEST(LedgerProperty, ParentsAreTheSumsOfTheirZones) {
    for (std::uint64_t seed = 1; seed <= runs; ++seed) {
        SCOPED_TRACE(seed);
        RandomRun run = random_run(seed);
        run.params.draw = false;
        const Audited audit = run.audited_on(1);
        for (const audit::Ledger& ledger : audit.result.bands) {
            std::map<std::string, audit::Figures> sums;
            for (std::size_t z = 0; z < run.zones.size(); ++z) {
                if (!run.zones[z].parent.empty()) sums[run.zones[z].parent] += ledger.zones[z];
            }
            ASSERT_EQ(ledger.parents.size(), sums.size());
            for (const audit::Ledger::Parent& parent : ledger.parents) {
                const audit::Figures& sum = sums.at(parent.name);
                for (const audit::LedgerColumn& column : audit::ledger_columns()) {
                    if (!audit::adds_up(column)) continue;
                    EXPECT_EQ(audit::number(column, parent.figures), audit::number(column, sum))
                        << column.key;
                }
            }
        }
    }
}

TEST(LedgerProperty, DrawingsAgreeWithTheFigures) {
    for (std::uint64_t seed = 1; seed <= runs; ++seed) {
        SCOPED_TRACE(seed);
        RandomRun run = random_run(seed);
        if (!run.params.draw) continue;
        const Audited audit = run.audited_on(2);
        std::vector<Persons> people_in_gaps(run.zones.size());
        std::vector<double> gap_km2(run.zones.size(), 0.0);
        std::vector<double> covered_km2(run.zones.size(), 0.0);
        for (std::size_t i = 0; i < audit.result.gaps.size(); ++i) {
            const coverage::Gap& gap = audit.result.gaps[i];
            people_in_gaps[gap.zone] += gap.people;
            gap_km2[gap.zone] += gap.area.value();
            EXPECT_GE(audit.result.gaps[i > 0 ? i - 1 : 0].people, gap.people) << "ranked";
        }
        const std::size_t widest = audit.result.bands.size() - 1;
        for (const audit::CoveredLand& land : audit.result.covered_land) {
            if (land.band == widest) covered_km2[land.zone] += geo::area(land.shape).value();
        }
        const double r = audit.result.ledger().limit.amount.value() / 1000.0;
        const double circles = static_cast<double>(run.facilities.size()) * std::numbers::pi * r * r;
        for (std::size_t z = 0; z < run.zones.size(); ++z) {
            const audit::Figures& figures = audit.result.ledger().zones[z];
            EXPECT_EQ(people_in_gaps[z], figures.gap);
            EXPECT_NEAR(covered_km2[z], figures.covered_area.value(), 0.001 * circles + 1e-5);
            EXPECT_NEAR(gap_km2[z], figures.gap_area.value(), 0.001 * circles + 1e-5);
            EXPECT_NEAR(covered_km2[z] + gap_km2[z], figures.area.value(), 1e-6 * figures.area.value() + 1e-5)
                << "covered land and gaps together are the zone";
        }
    }
}

TEST(LedgerProperty, OneAndFourThreadsGiveTheSameBytes) {
    for (std::uint64_t seed = 1; seed <= runs; ++seed) {
        SCOPED_TRACE(seed);
        RandomRun run = random_run(seed);
        run.params.draw = seed % 2 == 0;
        const Audited one = run.audited_on(1);
        const Audited four = run.audited_on(4);
        ASSERT_EQ(one.json(), four.json());
        for (const auto& [id, layer] : one.layers.all())
            ASSERT_TRUE(layer.rows == four.layers.layer(id).rows) << "layer " << id;
    }
}

/// The same run with its stations and its demand in another order.
RandomRun shuffled(const RandomRun& run, Dice& dice) {
    RandomRun out = run;
    for (std::size_t i = out.facilities.size(); i > 1; --i)
        std::swap(out.facilities[i - 1], out.facilities[dice.below(i)]);
    for (std::size_t i = out.demand.size(); i > 1; --i) {
        const std::size_t j = dice.below(i);
        std::swap(out.demand.places[i - 1], out.demand.places[j]);
        std::swap(out.demand.weights[i - 1], out.demand.weights[j]);
        std::swap(out.demand.ids[i - 1], out.demand.ids[j]);
        std::swap(out.demand.names[i - 1], out.demand.names[j]);
    }
    return out;
}

/// Every figure of every unit of a ledger, as audit.json prints it but without the lists of stations.
std::string ledger_text(const Audited& audit) {
    std::string text = audit.json();
    text.resize(text.find("\n  \"facilities\": ["));
    return text;
}

TEST(LedgerProperty, TheOrderOfRowsChangesNoFigure) {
    Dice dice(7);
    for (std::uint64_t seed = 1; seed <= runs; ++seed) {
        SCOPED_TRACE(seed);
        const RandomRun run = random_run(seed);
        const Audited one = run.audited_on(1);
        const RandomRun other_order = shuffled(run, dice);
        const Audited other = other_order.audited_on(1);
        ASSERT_EQ(ledger_text(one), ledger_text(other));
        std::map<std::string, audit::FacilityResult> by_id;
        for (std::size_t f = 0; f < run.facilities.size(); ++f)
            by_id[run.facilities[f].id] = one.result.facilities[f];
        for (std::size_t f = 0; f < run.facilities.size(); ++f) {
            const audit::FacilityResult& was = by_id.at(other_order.facilities[f].id);
            EXPECT_EQ(other.result.facilities[f].served, was.served);
            EXPECT_EQ(other.result.facilities[f].only_here, was.only_here);
            EXPECT_EQ(other.result.facilities[f].zone, was.zone);
        }
        ASSERT_EQ(one.result.gaps.size(), other.result.gaps.size());
        for (std::size_t i = 0; i < one.result.gaps.size(); ++i) {
            EXPECT_EQ(one.result.gaps[i].people, other.result.gaps[i].people);
            EXPECT_EQ(one.result.gaps[i].zone, other.result.gaps[i].zone);
            EXPECT_EQ(one.result.gaps[i].area, other.result.gaps[i].area);
            EXPECT_EQ(one.result.gaps[i].remotest.place, other.result.gaps[i].remotest.place);
        }
        if (HasFailure()) return;
    }
}

TEST(Imbalance, NamesTheUnitWhoseBooksDoNotClose) {
    demand::Zones zones(2);
    audit::LedgerBook book({Cost::whole(1000)}, zones);
    book.add(1, Persons::whole(5), coverage::Service::covered, 1);
    audit::Ledger ledger = book.close(zones, std::nullopt);
    EXPECT_EQ(imbalance(ledger), "");
    audit::Ledger lost = ledger;
    lost.zones[1].covered -= Persons::from_ticks(1);
    EXPECT_NE(imbalance(lost).find("zone 2"), std::string::npos) << imbalance(lost);
    lost = ledger;
    lost.total.demand += Persons::from_ticks(1);
    lost.total.gap += Persons::from_ticks(1);
    EXPECT_NE(imbalance(lost).find("add up"), std::string::npos) << imbalance(lost);
    lost = ledger;
    lost.outside.gap_area += SquareKilometres::from_ticks(1);
    EXPECT_NE(imbalance(lost).find("outside"), std::string::npos) << imbalance(lost);
}

}  // namespace
}  // namespace yiquan::test
