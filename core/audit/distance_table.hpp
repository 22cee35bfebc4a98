// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/audit/ledger.hpp"
#include "core/base/exact.hpp"
#include "core/coverage/distance_profile.hpp"
#include "core/demand/zones.hpp"

namespace yiquan::audit {

/// People by the cost of the way to their nearest facility.
///
/// Class k holds those farther than `edges[k]` and no farther than `edges[k + 1]`; the first begins with 0,
/// the last is open. One edge is the limit of the ledger, and it divides exactly who is covered from who is
/// not.
struct DistanceTable {
    CostUnit unit = CostUnit::metres;
    std::vector<Cost> edges;
    std::vector<std::vector<Persons>> zones;    ///< in the order of the zones, per class
    std::vector<std::vector<Persons>> parents;  ///< in the order of the ledger's, per class
    std::vector<Persons> outside;               ///< demand in no zone
    std::vector<Persons> total;
    std::optional<coverage::DistanceProfile> profile;  ///< of all; none without people
};

/// Gathers the classes while the demand is served.
class DistanceBook {
public:
    DistanceBook(const CostLimit& limit, const demand::Zones& zones);

    /// Arguments as of `LedgerBook::add` and `NearestBook::add`.
    void add(demand::ZoneIndex zone, Persons people, coverage::Service service, CostValue cost);

    /// Sums up parents and total.
    /// \return nothing where no cost was known, as without a facility
    [[nodiscard]] std::optional<DistanceTable> close(const demand::Zones& zones);

private:
    DistanceTable table_;
    bool any_ = false;
};

}  // namespace yiquan::audit
