// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/audit/standard.hpp"
#include "core/coverage/facility_filter.hpp"
#include "core/intake/read_demand.hpp"
#include "core/intake/read_facilities.hpp"
#include "core/intake/read_zones.hpp"

namespace yiquan::audit {

/// What a run computes, whatever its data comes from.
struct AuditParams {
    static constexpr std::size_t most_bands = 100;

    std::string title;
    Standard standard;  ///< with one to `most_bands` bands
    coverage::FacilityFilter filter;
    std::optional<double> target_share;  ///< of the demand covered, 0 to 1
    bool draw = true;                    ///< service areas, covered land and gaps as polygons
    std::string notice;  ///< what every output must say about its data, as about borders without approval;
                         ///< may be empty
    unsigned threads = 1;

    /// \throws Error{usage} where the standard has no radius or too many, or needs a street network
    void check() const;
};

/// What stands on a meeting's papers besides the figures. Every text may be empty.
struct PackOptions {
    std::string unit;                  ///< who lays it before the meeting
    std::string approval;              ///< number of the maps' approval (审图号)
    std::vector<std::string> layouts;  ///< of the maps; empty: an overview and a page per parent
    std::string before;                ///< an earlier audit to compare with, as written
    std::string siting;                ///< a plan.gpkg to propose, as written
    std::string relocation;            ///< the GeoPackage of a relocation to show, as written
    std::string screening;             ///< the GeoPackage of a screening to show, as written
};

/// A run as its file describes it. Paths are as written; `io` takes them relative to the run file.
struct RunFile {
    AuditParams params;
    std::string facilities_path;
    intake::FacilityOptions facilities;
    std::string demand_path;
    intake::DemandOptions demand;
    std::string zones_path;
    intake::ZoneOptions zones;
    std::string places_path;  ///< known places to judge the datum by; empty: the shipped ones
    std::string output_directory;
    PackOptions pack;
};

/// \param name of the file, for messages
/// \throws Error{usage} for bad TOML, an unknown or missing key, a value that makes no sense; the message
/// names
///         file and key and, for a slip of the pen, the nearest name
[[nodiscard]] RunFile parse_run_file(std::string_view text, std::string_view name);

}  // namespace yiquan::audit
