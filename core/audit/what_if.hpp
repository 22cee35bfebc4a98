// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/audit/comparison.hpp"
#include "core/audit/ledger.hpp"
#include "core/base/progress.hpp"
#include "core/coverage/facility.hpp"
#include "core/coverage/facility_filter.hpp"
#include "core/demand/demand_source.hpp"
#include "core/demand/zones.hpp"
#include "core/geo/circle.hpp"
#include "core/index/point_grid.hpp"
#include "core/index/polygon_locator.hpp"

namespace yiquan::audit {

struct WhatIfParams {
    std::string standard;  ///< id, for the summary
    Metres radius;         ///< the standard's widest band
    std::optional<double> target_share;
    unsigned threads = 1;  ///< for the first count; the steps after it are too short to share
};

struct WhatIfStation {
    std::string id;
    std::string name;
    std::optional<geo::LonLat> place;  ///< none: taken away, or left out by the run's filter
};

/// The stations of a run, under their numbers in the list.
[[nodiscard]] std::vector<WhatIfStation> what_if_stations(std::span<const coverage::Facility> facilities,
                                                          const coverage::FacilityFilter& filter);

/// A place whose people are covered now and were not, or were and are not.
struct WhatIfPlace {
    geo::LonLat place;
    demand::ZoneIndex zone = demand::no_zone;
    Persons people;
    bool gained = false;
};

/// An audit by radius that follows its stations as they are added, moved and taken away. It knows circles
/// only and asks no `coverage::Access`: a step is quick because the places in a circle are found without a
/// search.
///
/// After every step the people are those of `run_audit` with the same stations, to the tick. A step counts
/// anew only the people in the old and in the new circle. Amounts are whole ticks, so that a step taken back
/// restores everything bit by bit. Holds all demand in memory, 65 bytes for each place with people; keeps no
/// reference to what it was made from. Not to be shared between threads while it is changed.
class WhatIf {
public:
    /// \param locator  over the zones' shapes, in their order
    /// \param demand   is read to its end
    /// \param stations keep their numbers, those without a place too
    /// \throws Error{usage} for a radius that is none, or a station that is not on Earth; Error{cancelled};
    /// whatever reading the demand throws
    WhatIf(WhatIfParams params, const demand::Zones& zones, index::PolygonLocator locator,
           demand::DemandSource& demand, std::vector<WhatIfStation> stations, Progress& progress);

    /// \return number of the new station: the next one; numbers are never used again
    /// \throws Error{usage} where the place is not on Earth; then nothing has changed
    std::uint32_t add(std::string id, std::string name, geo::LonLat place);
    /// Moves a station, takes it away (no place) or puts it back. O(people's places in both circles + zones).
    /// \throws Error{internal} for a number that no station has, Error{usage} where the place is not on
    /// Earth; then nothing has changed
    void set_place(std::uint32_t station, std::optional<geo::LonLat> place);
    /// What is now becomes what changes are counted from; so it is at the start.
    void rebase();

    /// People, facilities and targets of zones, outside, parents and total. Only the zones' own area is
    /// known: covered and gap area stay zero and nearest distances empty, for a step does not follow them.
    [[nodiscard]] const Ledger& ledger() const { return ledger_; }
    /// One per zone in the order of the zones, then the outside with an empty code.
    [[nodiscard]] std::span<const ZoneChange> changes() const { return changes_; }
    [[nodiscard]] const Change& total_change() const { return total_change_; }
    /// All stations that there ever were, by number.
    [[nodiscard]] std::span<const WhatIfStation> stations() const { return stations_; }
    /// People in the station's circle; nobody where it has no place.
    /// \throws Error{internal} for a number that no station has
    [[nodiscard]] Persons served(std::uint32_t station) const;

    /// Calls `visit` for every place that the changes count, in an order that depends on the demand alone.
    void for_each_changed(const std::function<void(const WhatIfPlace&)>& visit) const;

    /// For `compare`: what is now, as if it had been run and kept. Places without people are left out.
    [[nodiscard]] std::vector<DemandState> states() const;
    [[nodiscard]] AuditSummary summary(std::string title) const;

private:
    /// What moves with the stations, per zone and outside; ticks.
    struct Tally {
        std::int64_t covered = 0;
        std::int64_t single = 0;
        std::int64_t gained = 0;
        std::int64_t lost = 0;
    };
    struct Site {
        demand::ZoneIndex zone = demand::no_zone;
        Persons served;
    };
    enum class Shift { cover, uncover };

    void require(std::uint32_t station) const;
    [[nodiscard]] std::vector<geo::GeodesicCircle> place_stations();
    void count_all(std::span<const geo::GeodesicCircle> circles, const std::vector<geo::LonLat>& places,
                   const std::vector<Persons>& people, const std::vector<demand::ZoneIndex>& zones,
                   Progress& progress);
    template <Shift shift>
    void shift_slots(std::size_t first, std::size_t last);
    template <Shift shift>
    Persons shift_circle(const geo::GeodesicCircle& circle);
    /// The outside's figures where the number is that of no zone.
    [[nodiscard]] Figures& figures_of(demand::ZoneIndex zone);
    void close();

    WhatIfParams params_;
    index::PolygonLocator locator_;
    ParentUnits parents_;
    std::vector<WhatIfStation> stations_;
    std::vector<Site> sites_;  // per station

    index::PointGrid grid_;
    std::vector<std::uint32_t> covering_;     // by slot: stations within the radius
    std::vector<demand::ZoneIndex> zone_;     // by slot: the number of zones stands for the outside
    std::vector<std::uint8_t> was_covered_;   // by slot
    std::vector<std::int64_t> ticks_before_;  // by slot, and the end

    std::vector<Tally> tallies_;  // per zone, then outside
    Ledger ledger_;
    std::vector<ZoneChange> changes_;
    Change total_change_;
};

}  // namespace yiquan::audit
