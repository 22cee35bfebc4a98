// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "core/base/exact.hpp"
#include "core/base/progress.hpp"
#include "core/coverage/access.hpp"
#include "core/demand/zones.hpp"
#include "core/index/nearest_outline.hpp"
#include "core/index/polygon_locator.hpp"

namespace yiquan::coverage {

/// One connected piece of land of one zone outside every service area.
struct Gap {
    demand::ZoneIndex zone = 0;
    geo::MultiPolygon shape;  ///< one polygon; none where a gap is too thin to be drawn but has people
    SquareKilometres area;    ///< of the drawn polygon
    Persons people;
    RemotestPlace remotest;  ///< without facility and cost where these are unknown
};

/// The gaps of a run, first drawn, then filled with people.
class Gaps {
public:
    /// \param drawn  one entry per zone
    /// \param access whose facilities leave the gaps
    Gaps(std::vector<DrawnZone> drawn, const Access& access, unsigned threads, Progress& progress);

    /// Counts uncovered demand into the gap of its zone that it lies in. Demand that the drawing puts on the
    /// covered side by a hair goes to the nearest gap of its zone, so that a zone's gaps add up to its
    /// ledger.
    void add(geo::LonLat place, demand::ZoneIndex zone, Persons people);

    /// The gaps by people, most first; ties by zone, then by area, larger first.
    [[nodiscard]] std::vector<Gap> ranked() &&;

private:
    [[nodiscard]] std::uint32_t nearest_gap(geo::LonLat place, demand::ZoneIndex zone);

    std::vector<Gap> gaps_;  // the drawn ones in zone order, then those of zones where none was drawn
    std::size_t drawn_ = 0;
    std::map<demand::ZoneIndex, index::NearestOutline> outlines_;  // made when a zone first needs them
    std::map<demand::ZoneIndex, std::uint32_t> undrawn_;           // their numbers
    std::vector<geo::MultiPolygon> shapes_of_gaps_;
    index::PolygonLocator locator_;
};

}  // namespace yiquan::coverage
