// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/coverage/opening_hours.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::coverage {

/// A station, job point or site that serves.
struct Facility {
    std::string id;  ///< unique in its list; the row number where the list has no id column
    std::string name;
    std::string kind;  ///< such as 工会驿站 or 司机之家; empty where unknown
    geo::LonLat place;
    std::uint64_t row = 0;   ///< in the list, as the user counts
    std::string county;      ///< code or name of the county as the list says; empty where it does not
    std::string hours_text;  ///< opening hours as written
    std::optional<OpeningHours> hours;  ///< none: unknown
    std::vector<std::string> amenities;
    bool honoured = false;  ///< listed as 最美驿站
};

}  // namespace yiquan::coverage
