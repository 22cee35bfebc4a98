// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/audit/distance_table.hpp"
#include "core/audit/ledger.hpp"
#include "core/audit/run_file.hpp"
#include "core/base/progress.hpp"
#include "core/coverage/access.hpp"
#include "core/coverage/facility.hpp"
#include "core/coverage/gaps.hpp"
#include "core/demand/demand_source.hpp"
#include "core/features/finding.hpp"
#include "core/index/polygon_locator.hpp"

namespace yiquan::audit {

/// What the run found out about one facility of the list.
struct FacilityResult {
    demand::ZoneIndex zone = demand::no_zone;
    bool active = true;  ///< false: left out by the filter
    Persons served;      ///< within the widest band
    Persons only_here;   ///< of these, served by no other facility
};

/// A drawn service area.
struct ServiceArea {
    std::uint32_t facility = 0;  ///< number in the list
    std::size_t band = 0;
    geo::MultiPolygon shape;
    SquareKilometres area;
    Persons served;
};

/// The drawn covered land of one zone in one band.
struct CoveredLand {
    demand::ZoneIndex zone = 0;
    std::size_t band = 0;
    geo::MultiPolygon shape;
};

/// A share of the stations against what a programme asks for. Of all stations of the run's kinds, whatever
/// its filter asks of their hours and amenities: among those that are open round the clock, all would be.
struct StationShare {
    std::string_view id;  ///< "open_24h" or "honoured"
    double share = 0.0;
    double target = 0.0;
    std::uint32_t unknown = 0;              ///< stations that do not say; they count as not having it
    std::optional<std::uint32_t> stations;  ///< that it is a share of; older audits do not say
    [[nodiscard]] bool met() const { return share >= target; }
};

struct AuditResult {
    std::vector<Ledger> bands;               ///< by rising limit; the last is the standard's own
    std::optional<DistanceTable> distances;  ///< none without facilities or demand
    std::vector<FacilityResult> facilities;
    std::vector<StationShare> station_shares;
    std::vector<ServiceArea> service_areas;  ///< by band, then by facility; empty unless drawn, as are the
                                             ///< two below
    std::vector<CoveredLand> covered_land;
    std::vector<coverage::Gap> gaps;  ///< of the widest band, most people first

    [[nodiscard]] const Ledger& ledger() const { return bands.back(); }
    /// True where a target was set, for the demand or for the stations, and is missed.
    [[nodiscard]] bool misses_target() const;
};

using DemandVisitor = std::function<void(const demand::DemandBatch&, const coverage::Served&)>;

/// Runs a coverage audit by radius.
///
/// \param facilities the cleaned list
/// \param locator    over the zones' shapes, in their order
/// \param each       is given every batch of demand once it is classified; may be empty
/// \param findings   gains facilities whose hours a filter needs but nobody knows
/// \throws Error{usage} as `AuditParams::check`, Error{cancelled}, Error{internal} if the ledger does not
/// balance
[[nodiscard]] AuditResult run_audit(const AuditParams& params, std::span<const coverage::Facility> facilities,
                                    const demand::Zones& zones, const index::PolygonLocator& locator,
                                    demand::DemandSource& demand, const DemandVisitor& each,
                                    features::FindingSink& findings, Progress& progress);

/// Runs a coverage audit by any access.
///
/// \param access over the facilities that the filter admits, by the bands of the standard
[[nodiscard]] AuditResult run_audit(const AuditParams& params, std::span<const coverage::Facility> facilities,
                                    const coverage::Access& access, const demand::Zones& zones,
                                    const index::PolygonLocator& locator, demand::DemandSource& demand,
                                    const DemandVisitor& each, features::FindingSink& findings,
                                    Progress& progress);

/// The index over the shapes of zones that an audit and its demand share.
[[nodiscard]] index::PolygonLocator locator_over(const demand::Zones& zones);

}  // namespace yiquan::audit
