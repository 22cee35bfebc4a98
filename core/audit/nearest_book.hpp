// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/audit/ledger.hpp"
#include "core/base/exact.hpp"
#include "core/coverage/distance_distribution.hpp"
#include "core/demand/zones.hpp"

namespace yiquan::audit {

/// Gathers how far people live from their nearest facility. That does not depend on the limit, so one book
/// serves the ledgers of all bands; it grows with the number of different whole metres or seconds.
class NearestBook {
public:
    explicit NearestBook(const demand::Zones& zones);

    /// \param zone where the demand is, or `no_zone`
    /// \param cost of the way to the nearest facility; counts nowhere if it is not finite, as without a facility,
    ///             or the piece is unreachable
    void add(demand::ZoneIndex zone, Persons people, coverage::Service service, CostValue cost);

    /// How far everybody has to go, zones and outside together.
    [[nodiscard]] std::optional<coverage::DistanceProfile> profile() const;

    /// Writes the distances of zones, outside, parents and total into ledgers of these zones that were
    /// closed.
    void enter(const demand::Zones& zones, std::span<Ledger> ledgers) const;

private:
    std::vector<coverage::DistanceDistribution> distances_;  // per zone, then outside
};

}  // namespace yiquan::audit
