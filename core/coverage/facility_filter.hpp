// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/coverage/facility.hpp"

namespace yiquan::coverage {

/// Which facilities take part in a run. Every condition that is set must hold.
struct FacilityFilter {
    bool open_24h = false;               ///< only those known to be open all week
    std::optional<WeekTime> open_at;     ///< only those known to be open then
    std::vector<std::string> amenities;  ///< all of these, compared without case
    std::vector<std::string> kinds;      ///< one of these; empty for any

    [[nodiscard]] bool asks_for_hours() const { return open_24h || open_at.has_value(); }
    /// Whether it is one of the kinds that the run is about, whatever else is asked of it.
    [[nodiscard]] bool of_kinds(const Facility& facility) const;
    /// A facility whose hours are unknown is not taken for open.
    [[nodiscard]] bool admits(const Facility& facility) const;
};

}  // namespace yiquan::coverage
