// SPDX-License-Identifier: MIT
#include "core/audit/distance_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace yiquan::audit {
namespace {

/// Lower edges in limits: quarters as far as the service reaches, then ever wider.
constexpr std::array edges_in_limits{0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0};
constexpr std::size_t first_beyond = 4;

void add_to(std::vector<Persons>& sum, const std::vector<Persons>& row) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += row[i];
}

}  // namespace

DistanceBook::DistanceBook(const CostLimit& limit, const demand::Zones& zones) {
    table_.unit = limit.unit;
    for (const double limits : edges_in_limits)
        table_.edges.push_back(Cost::nearest(limits * limit.amount.value()));
    const std::vector<Persons> nobody(table_.edges.size());
    table_.zones.assign(zones.size(), nobody);
    table_.outside = table_.total = nobody;
}

void DistanceBook::add(demand::ZoneIndex zone, Persons people, coverage::Service service, CostValue cost) {
    if (service == coverage::Service::unreachable || !std::isfinite(cost.value())) return;
    // Whether a place is within the limit was decided more finely than the cost is rounded.
    const bool covered = service == coverage::Service::covered;
    const auto begin = covered ? table_.edges.begin() + 1 : table_.edges.begin() + first_beyond + 1;
    const auto end = covered ? table_.edges.begin() + first_beyond : table_.edges.end();
    const auto upper = std::lower_bound(begin, end, cost.value(),
                                        [](Cost edge, double value) { return edge.value() < value; });
    const auto index = static_cast<std::size_t>(upper - table_.edges.begin()) - 1;
    (zone != demand::no_zone ? table_.zones[zone] : table_.outside)[index] += people;
    any_ = true;
}

std::optional<DistanceTable> DistanceBook::close(const demand::Zones& zones) {
    if (!any_) return std::nullopt;
    const ParentUnits parents = parent_units(zones);
    table_.parents.assign(parents.names.size(), std::vector<Persons>(table_.edges.size()));
    table_.total = table_.outside;
    for (std::size_t z = 0; z < zones.size(); ++z) {
        add_to(table_.total, table_.zones[z]);
        if (parents.of_zone[z] != ParentUnits::none)
            add_to(table_.parents[parents.of_zone[z]], table_.zones[z]);
    }
    return std::move(table_);
}

}  // namespace yiquan::audit
