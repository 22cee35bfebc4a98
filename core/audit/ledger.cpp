// SPDX-License-Identifier: MIT
#include "core/audit/ledger.hpp"

#include <fmt/format.h>

#include <map>
#include <string_view>
#include <utility>
#include <variant>

#include "core/audit/ledger_columns.hpp"

namespace yiquan::audit {
namespace {

void judge(Figures& figures, std::optional<double> target_share) {
    figures.meets_target.reset();
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
    for (const LedgerColumn& column : ledger_columns()) {
        std::visit(
            [&](auto figure) {
                if constexpr (requires { this->*figure += other.*figure; }) this->*figure += other.*figure;
            },
            column.figure);
    }
    return *this;
}

ParentUnits parent_units(const demand::Zones& zones) {
    ParentUnits out;
    std::map<std::string_view, std::uint32_t> number_of;
    for (const demand::Zone& zone : zones) {
        if (zone.parent.empty()) {
            out.of_zone.push_back(ParentUnits::none);
            continue;
        }
        const auto next = static_cast<std::uint32_t>(out.names.size());
        const auto [at, is_new] = number_of.try_emplace(zone.parent, next);
        if (is_new) out.names.push_back(zone.parent);
        out.of_zone.push_back(at->second);
    }
    return out;
}

void sum_up(Ledger& ledger, const ParentUnits& parents, std::optional<double> target_share) {
    ledger.parents.resize(parents.names.size());
    for (std::size_t p = 0; p < parents.names.size(); ++p) {
        ledger.parents[p].name = parents.names[p];
        ledger.parents[p].figures = {};
    }
    ledger.total = {};
    for (std::size_t z = 0; z < ledger.zones.size(); ++z) {
        judge(ledger.zones[z], target_share);
        ledger.total += ledger.zones[z];
        if (parents.of_zone[z] != ParentUnits::none)
            ledger.parents[parents.of_zone[z]].figures += ledger.zones[z];
    }
    ledger.total += ledger.outside;
    for (Ledger::Parent& parent : ledger.parents) judge(parent.figures, target_share);
    judge(ledger.total, target_share);
}

LedgerBook::LedgerBook(const CostLimit& limit, const demand::Zones& zones) {
    ledger_.limit = limit;
    ledger_.zones.resize(zones.size());
    for (std::size_t z = 0; z < zones.size(); ++z) {
        ledger_.zones[z].area = zones[z].area;
        ledger_.zones[z].gap_area = zones[z].area;
    }
}

void LedgerBook::add(demand::ZoneIndex zone, Persons people, coverage::Service service,
                     std::uint32_t covering) {
    Figures& figures = zone != demand::no_zone ? ledger_.zones[zone] : ledger_.outside;
    figures.demand += people;
    switch (service) {
        case coverage::Service::covered:
            figures.covered += people;
            if (covering == 1) figures.single += people;
            break;
        case coverage::Service::gap:
            figures.gap += people;
            break;
        case coverage::Service::unreachable:
            figures.unreachable += people;
            break;
    }
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
    sum_up(ledger_, parent_units(zones), target_share);
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
                          sum.gap != ledger.total.gap || sum.unreachable != ledger.total.unreachable ||
                          sum.area != ledger.total.area)) {
        found = "the zones do not add up to the total";
    }
    return found;
}

}  // namespace yiquan::audit
