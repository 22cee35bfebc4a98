// SPDX-License-Identifier: MIT
#include "core/audit/nearest_book.hpp"

#include <cmath>

namespace yiquan::audit {

NearestBook::NearestBook(const demand::Zones& zones) : distances_(zones.size() + 1) {}

void NearestBook::add(demand::ZoneIndex zone, Persons people, coverage::Service service, CostValue cost) {
    if (service == coverage::Service::unreachable || !std::isfinite(cost.value())) return;
    distances_[zone != demand::no_zone ? zone : distances_.size() - 1].add(cost, people);
}

std::optional<coverage::DistanceProfile> NearestBook::profile() const {
    coverage::DistanceDistribution all;
    for (const coverage::DistanceDistribution& distances : distances_) all.add(distances);
    return all.profile();
}

void NearestBook::enter(const demand::Zones& zones, std::span<Ledger> ledgers) const {
    const auto enter = [&](const coverage::DistanceDistribution& distances, auto figures_of) {
        const auto summary = distances.summary();
        for (Ledger& ledger : ledgers) figures_of(ledger).nearest = summary;
    };
    const ParentUnits parents = parent_units(zones);
    std::vector<coverage::DistanceDistribution> parent_distances(parents.names.size());
    coverage::DistanceDistribution all;
    for (std::size_t z = 0; z < zones.size(); ++z) {
        enter(distances_[z], [&](Ledger& ledger) -> Figures& { return ledger.zones[z]; });
        all.add(distances_[z]);
        if (parents.of_zone[z] != ParentUnits::none) parent_distances[parents.of_zone[z]].add(distances_[z]);
    }
    for (std::size_t p = 0; p < parent_distances.size(); ++p)
        enter(parent_distances[p], [&](Ledger& ledger) -> Figures& { return ledger.parents[p].figures; });
    enter(distances_.back(), [](Ledger& ledger) -> Figures& { return ledger.outside; });
    all.add(distances_.back());
    enter(all, [](Ledger& ledger) -> Figures& { return ledger.total; });
}

}  // namespace yiquan::audit
