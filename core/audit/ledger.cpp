// SPDX-License-Identifier: MIT
#include "core/audit/ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace yiquan::audit {
namespace {

void judge(Figures& figures, const coverage::DistanceDistribution& distances,
           std::optional<double> target_share) {
    figures.nearest = distances.summary();
    if (target_share && figures.demand.ticks() > 0)
        figures.meets_target = figures.covered_share() >= *target_share;
}

std::string imbalance(const Figures& figures, std::string_view where) {
    if (figures.covered + figures.gap + figures.unreachable != figures.demand) {
        return fmt::format("{}: covered {} + gap {} + unreachable {} is not demand {}", where,
                           figures.covered.value(), figures.gap.value(), figures.unreachable.value(),
                           figures.demand.value());
    }
    if (figures.covered_area + figures.gap_area != figures.area) {
        return fmt::format("{}: covered and gap area do not make the area", where);
    }
    return {};
}

}  // namespace

Figures& Figures::operator+=(const Figures& other) {
    demand += other.demand;
    covered += other.covered;
    gap += other.gap;
    unreachable += other.unreachable;
    single += other.single;
    area += other.area;
    covered_area += other.covered_area;
    gap_area += other.gap_area;
    facilities += other.facilities;
    return *this;
}

LedgerBook::LedgerBook(Metres radius, const demand::Zones& zones) : distances_(zones.size() + 1) {
    ledger_.radius = radius;
    ledger_.zones.resize(zones.size());
    for (std::size_t z = 0; z < zones.size(); ++z) {
        ledger_.zones[z].area = zones[z].area;
        ledger_.zones[z].gap_area = zones[z].area;
    }
}

void LedgerBook::add(demand::ZoneIndex zone, Persons people, std::uint32_t covering, Metres distance) {
    const bool inside = zone != demand::no_zone;
    Figures& figures = inside ? ledger_.zones[zone] : ledger_.outside;
    figures.demand += people;
    (covering > 0 ? figures.covered : figures.gap) += people;
    if (covering == 1) figures.single += people;
    if (std::isfinite(distance.value()))
        distances_[inside ? zone : distances_.size() - 1].add(distance, people);
}

void LedgerBook::add_facility(demand::ZoneIndex zone) {
    ++(zone != demand::no_zone ? ledger_.zones[zone] : ledger_.outside).facilities;
}

void LedgerBook::set_covered_area(demand::ZoneIndex zone, SquareKilometres area) {
    Figures& figures = ledger_.zones[zone];
    figures.covered_area = area;
    figures.gap_area = figures.area - area;
}

Ledger LedgerBook::close(const demand::Zones& zones, std::optional<double> target_share) {
    std::map<std::string, std::size_t> parent_of_name;
    std::vector<coverage::DistanceDistribution> parent_distances;
    coverage::DistanceDistribution all;
    for (std::size_t z = 0; z < zones.size(); ++z) {
        Figures& figures = ledger_.zones[z];
        judge(figures, distances_[z], target_share);
        ledger_.total += figures;
        all.add(distances_[z]);
        if (zones[z].parent.empty()) continue;
        const auto [at, is_new] = parent_of_name.try_emplace(zones[z].parent, ledger_.parents.size());
        if (is_new) {
            ledger_.parents.push_back({zones[z].parent, {}});
            parent_distances.emplace_back();
        }
        ledger_.parents[at->second].figures += figures;
        parent_distances[at->second].add(distances_[z]);
    }
    for (std::size_t p = 0; p < ledger_.parents.size(); ++p) {
        judge(ledger_.parents[p].figures, parent_distances[p], target_share);
    }
    judge(ledger_.outside, distances_.back(), std::nullopt);
    ledger_.total += ledger_.outside;
    all.add(distances_.back());
    judge(ledger_.total, all, target_share);
    return std::move(ledger_);
}

std::string imbalance(const Ledger& ledger) {
    Figures sum = ledger.outside;
    std::string found = imbalance(ledger.outside, "outside zones");
    for (std::size_t z = 0; z < ledger.zones.size(); ++z) {
        sum += ledger.zones[z];
        if (found.empty()) found = imbalance(ledger.zones[z], fmt::format("zone {}", z + 1));
    }
    if (found.empty()) found = imbalance(ledger.total, "total");
    if (found.empty() && (sum.demand != ledger.total.demand || sum.covered != ledger.total.covered ||
                          sum.gap != ledger.total.gap || sum.area != ledger.total.area)) {
        found = "the zones do not add up to the total";
    }
    return found;
}

}  // namespace yiquan::audit
