// SPDX-License-Identifier: MIT
#include "core/audit/what_if.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/base/error.hpp"
#include "core/index/cover_count.hpp"

namespace yiquan::audit {
namespace {

geo::GeodesicCircle circle_around(geo::LonLat place, Metres radius) {
    if (!geo::on_earth(place)) {
        throw Error{
            ErrorKind::usage,
            {fmt::format("A station cannot stand at longitude {}, latitude {}: no such place is on "
                         "Earth.",
                         place.lon, place.lat),
             fmt::format("驿站不能放在经度 {}、纬度 {}：地球上没有这个位置。", place.lon, place.lat)}};
    }
    return {place, radius};
}

}  // namespace

std::vector<WhatIfStation> what_if_stations(std::span<const coverage::Facility> facilities,
                                            const coverage::FacilityFilter& filter) {
    std::vector<WhatIfStation> stations;
    stations.reserve(facilities.size());
    for (const coverage::Facility& facility : facilities) {
        stations.push_back({facility.id, facility.name, std::nullopt});
        if (filter.admits(facility)) stations.back().place = facility.place;
    }
    return stations;
}

WhatIf::WhatIf(WhatIfParams params, const demand::Zones& zones, index::PolygonLocator locator,
               demand::DemandSource& demand, std::vector<WhatIfStation> stations, Progress& progress)
    : params_(std::move(params)),
      locator_(std::move(locator)),
      parents_(parent_units(zones)),
      stations_(std::move(stations)),
      sites_(stations_.size()),
      grid_(std::span<const geo::LonLat>{}),
      tallies_(zones.size() + 1) {
    (void)geo::GeodesicCircle({}, params_.radius);  // checks the radius before anything is read
    ledger_.limit = {cost_of(params_.radius), CostUnit::metres};
    params_.radius = Metres{ledger_.limit.amount.value()};  // as `run_audit` has it
    ledger_.zones.resize(zones.size());
    for (std::size_t z = 0; z < zones.size(); ++z) {
        ledger_.zones[z].area = zones[z].area;
        changes_.push_back({zones[z].code, zones[z].name, zones[z].parent, {}});
    }
    changes_.emplace_back();
    const std::vector<geo::GeodesicCircle> circles = place_stations();

    constexpr double read = 0.6;  // of the whole work
    progress.stage({"Reading the demand", "读取需求"});
    std::vector<geo::LonLat> places;
    std::vector<Persons> people;
    std::vector<demand::ZoneIndex> zone_of;
    while (const demand::DemandBatch* batch = demand.next()) {
        for (std::size_t i = 0; i < batch->size(); ++i) {
            if (batch->weights[i] == Persons{}) continue;
            const demand::ZoneIndex zone =
                std::min(batch->zones[i], static_cast<demand::ZoneIndex>(zones.size()));
            places.push_back(batch->places[i]);
            people.push_back(batch->weights[i]);
            zone_of.push_back(zone);
            figures_of(zone).demand += batch->weights[i];
        }
        progress.step(read * demand.fraction());
    }
    progress.stage({"Serving the demand", "统计需求"});
    ProgressSlice counting(progress, read, 1.0);
    count_all(circles, places, people, zone_of, counting);
    rebase();
    progress.step(1.0);
}

std::vector<geo::GeodesicCircle> WhatIf::place_stations() {
    std::vector<geo::GeodesicCircle> circles;
    for (std::size_t i = 0; i < stations_.size(); ++i) {
        if (!stations_[i].place) continue;
        circles.push_back(circle_around(*stations_[i].place, params_.radius));
        sites_[i].zone = locator_.locate(*stations_[i].place);
        ++figures_of(sites_[i].zone).facilities;
    }
    return circles;
}

void WhatIf::count_all(std::span<const geo::GeodesicCircle> circles, const std::vector<geo::LonLat>& places,
                       const std::vector<Persons>& people, const std::vector<demand::ZoneIndex>& zones,
                       Progress& progress) {
    grid_ = index::PointGrid(places);
    const index::CoverCount cover = index::count_cover(grid_, circles, people, params_.threads, progress);
    auto within = cover.within.begin();
    for (std::size_t i = 0; i < stations_.size(); ++i) {
        if (stations_[i].place) sites_[i].served = *within++;
    }

    covering_.resize(grid_.size());
    zone_.resize(grid_.size());
    was_covered_.resize(grid_.size());
    ticks_before_.resize(grid_.size() + 1);
    for (std::size_t slot = 0; slot < grid_.size(); ++slot) {
        const std::uint32_t point = grid_.order()[slot];
        const std::int64_t ticks = people[point].ticks();
        covering_[slot] = cover.count[point];
        zone_[slot] = zones[point];
        ticks_before_[slot + 1] = ticks_before_[slot] + ticks;
        Tally& tally = tallies_[zone_[slot]];
        if (covering_[slot] > 0) tally.covered += ticks;
        if (covering_[slot] == 1) tally.single += ticks;
    }
}

std::uint32_t WhatIf::add(std::string id, std::string name, geo::LonLat place) {
    (void)circle_around(place, params_.radius);  // checks the place
    const auto number = static_cast<std::uint32_t>(stations_.size());
    stations_.push_back({std::move(id), std::move(name), std::nullopt});
    sites_.emplace_back();
    set_place(number, place);
    return number;
}

void WhatIf::set_place(std::uint32_t station, std::optional<geo::LonLat> place) {
    require(station);
    std::optional<geo::GeodesicCircle> circle;
    if (place) circle = circle_around(*place, params_.radius);
    WhatIfStation& moved = stations_[station];
    if (moved.place == place) return;

    Site& site = sites_[station];
    const Site old_site = site;
    site = {};
    if (circle) {  // first, so that people in both circles never lose their cover in between
        site.served = shift_circle<Shift::cover>(*circle);
        site.zone = locator_.locate(*place);
        ++figures_of(site.zone).facilities;
    }
    if (moved.place) {
        (void)shift_circle<Shift::uncover>({*moved.place, params_.radius});
        --figures_of(old_site.zone).facilities;
    }
    moved.place = place;
    close();
}

void WhatIf::rebase() {
    for (std::size_t slot = 0; slot < covering_.size(); ++slot) was_covered_[slot] = covering_[slot] > 0;
    for (std::size_t z = 0; z < tallies_.size(); ++z) {
        tallies_[z].gained = 0;
        tallies_[z].lost = 0;
        changes_[z].change.covered_before = Persons::from_ticks(tallies_[z].covered);
    }
    close();
}

Persons WhatIf::served(std::uint32_t station) const {
    require(station);
    return sites_[station].served;
}

void WhatIf::for_each_changed(const std::function<void(const WhatIfPlace&)>& visit) const {
    for (std::size_t slot = 0; slot < covering_.size(); ++slot) {
        const bool covered = covering_[slot] > 0;
        if (covered == (was_covered_[slot] != 0)) continue;
        visit({grid_.place(slot), zone_[slot] < ledger_.zones.size() ? zone_[slot] : demand::no_zone,
               Persons::from_ticks(ticks_before_[slot + 1] - ticks_before_[slot]), covered});
    }
}

std::vector<DemandState> WhatIf::states() const {
    std::vector<DemandState> states;
    states.reserve(covering_.size());
    for (std::size_t slot = 0; slot < covering_.size(); ++slot) {
        states.push_back({grid_.place(slot), changes_[zone_[slot]].code,
                          Persons::from_ticks(ticks_before_[slot + 1] - ticks_before_[slot]),
                          covering_[slot] > 0});
    }
    return states;
}

AuditSummary WhatIf::summary(std::string title) const {
    AuditSummary out;
    out.title = std::move(title);
    out.standard = params_.standard;
    out.limit = ledger_.limit;
    for (std::size_t z = 0; z < changes_.size(); ++z) {
        const bool outside = z == ledger_.zones.size();
        const Figures& figures = outside ? ledger_.outside : ledger_.zones[z];
        if (outside && figures.demand == Persons{}) continue;
        out.zones.push_back(
            {changes_[z].code, changes_[z].name, changes_[z].parent, figures.demand, figures.covered});
    }
    for (const WhatIfStation& station : stations_) {
        if (station.place) out.facilities.push_back({station.id, station.name, *station.place});
    }
    return out;
}

void WhatIf::require(std::uint32_t station) const {
    if (station < stations_.size()) return;
    throw Error{ErrorKind::internal,
                {fmt::format("There is no station number {}; the last is {}.", station,
                             static_cast<std::int64_t>(stations_.size()) - 1),
                 fmt::format("没有第 {} 号驿站；最后一个是 {} 号。", station,
                             static_cast<std::int64_t>(stations_.size()) - 1)}};
}

template <WhatIf::Shift shift>
void WhatIf::shift_slots(std::size_t first, std::size_t last) {
    constexpr std::int64_t sign = shift == Shift::cover ? 1 : -1;
    for (std::size_t slot = first; slot < last; ++slot) {
        const std::uint32_t others = shift == Shift::cover ? covering_[slot]++ : --covering_[slot];
        if (others > 1) continue;
        const std::int64_t ticks = sign * (ticks_before_[slot + 1] - ticks_before_[slot]);
        Tally& tally = tallies_[zone_[slot]];
        if (others == 1) {
            tally.single -= ticks;
            continue;
        }
        tally.single += ticks;
        tally.covered += ticks;
        if (was_covered_[slot] != 0) {
            tally.lost -= ticks;
        } else {
            tally.gained += ticks;
        }
    }
}

template <WhatIf::Shift shift>
Persons WhatIf::shift_circle(const geo::GeodesicCircle& circle) {
    std::int64_t ticks = 0;
    const auto shift_run = [&](std::size_t first, std::size_t last) {
        shift_slots<shift>(first, last);
        ticks += ticks_before_[last] - ticks_before_[first];
    };
    grid_.visit(circle, shift_run, [&](std::size_t first, std::size_t last) {
        for (std::size_t slot = first; slot < last; ++slot) {
            if (grid_.within(slot, circle)) shift_run(slot, slot + 1);
        }
    });
    return Persons::from_ticks(ticks);
}

Figures& WhatIf::figures_of(demand::ZoneIndex zone) {
    return zone < ledger_.zones.size() ? ledger_.zones[zone] : ledger_.outside;
}

void WhatIf::close() {
    total_change_ = {};
    for (std::size_t z = 0; z < tallies_.size(); ++z) {
        const Tally& tally = tallies_[z];
        Figures& figures = figures_of(static_cast<demand::ZoneIndex>(z));
        figures.covered = Persons::from_ticks(tally.covered);
        figures.gap = figures.demand - figures.covered;
        figures.single = Persons::from_ticks(tally.single);
        Change& change = changes_[z].change;
        change.demand_before = figures.demand;
        change.demand_after = figures.demand;
        change.covered_after = figures.covered;
        change.gained = Persons::from_ticks(tally.gained);
        change.lost = Persons::from_ticks(tally.lost);
        total_change_ += change;
    }
    sum_up(ledger_, parents_, params_.target_share);
}

}  // namespace yiquan::audit
