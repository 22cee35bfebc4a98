// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cost.hpp"
#include "core/base/exact.hpp"
#include "core/coverage/access.hpp"
#include "core/coverage/distance_distribution.hpp"
#include "core/demand/zones.hpp"

namespace yiquan::audit {

/// The figures of one zone, one parent, or the whole run.
struct Figures {
    Persons demand;
    Persons covered;
    Persons gap;
    Persons unreachable;  ///< from there nobody can tell the way; always zero for a radius
    Persons single;       ///< covered by exactly one facility
    SquareKilometres area;
    SquareKilometres covered_area;
    SquareKilometres gap_area;
    std::uint32_t facilities = 0;  ///< facilities of the run that stand in it
    std::optional<coverage::DistanceSummary> nearest;
    std::optional<bool> meets_target;  ///< none without a target or without demand

    [[nodiscard]] double covered_share() const { return share(covered, demand); }
    Figures& operator+=(const Figures& other);  ///< amounts and counts only
};

/// The ledger of one band: every person once, everywhere in balance.
struct Ledger {
    struct Parent {
        std::string name;
        Figures figures;
    };

    CostLimit limit;
    std::vector<Figures> zones;   ///< in the order of the zones
    Figures outside;              ///< demand in no zone
    std::vector<Parent> parents;  ///< in the order of their first zone; none where zones have no parents
    Figures total;
};

/// Which parent each zone belongs to.
struct ParentUnits {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    std::vector<std::string> names;      ///< in the order of their first zone
    std::vector<std::uint32_t> of_zone;  ///< into `names`, or `none`
};
[[nodiscard]] ParentUnits parent_units(const demand::Zones& zones);

/// Sums the zones and the outside up into parents and total, whatever these held before, and judges all but
/// the outside by the target. Nearest distances, which do not add up, are left empty in parents and total.
void sum_up(Ledger& ledger, const ParentUnits& parents, std::optional<double> target_share);

/// Gathers the demand of one band and closes its book. Nearest distances have one of their own
/// (`NearestBook`).
class LedgerBook {
public:
    LedgerBook(const CostLimit& limit, const demand::Zones& zones);

    /// \param zone     where the demand is, or `no_zone`
    /// \param covering how many facilities serve it
    void add(demand::ZoneIndex zone, Persons people, coverage::Service service, std::uint32_t covering);
    void add_facility(demand::ZoneIndex zone);
    void set_covered_area(demand::ZoneIndex zone, SquareKilometres area);

    /// Sums up zones, parents and total.
    [[nodiscard]] Ledger close(const demand::Zones& zones, std::optional<double> target_share);

private:
    Ledger ledger_;
};

/// What an imbalance would be; empty for every ledger that the book closed. Checked before anything is
/// written.
[[nodiscard]] std::string imbalance(const Ledger& ledger);

}  // namespace yiquan::audit
