// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/base/progress.hpp"
#include "core/demand/zones.hpp"
#include "core/features/feature_source.hpp"
#include "core/features/finding.hpp"

namespace yiquan::intake {

struct ZoneOptions {
    std::string code;  ///< column names; empty: a known name
    std::string name;
    std::string parent;
    std::string note;
    std::string crs;  ///< overrides the source's own
};

/// Reads zones and makes them a clean tiling: invalid polygons are repaired, and where two overlap by more
/// than a sliver the land stays with the one of the lower code; each with a finding. Rows without a polygon
/// are findings and are left out; rows of one code are joined. Where there is no code, name and parent tell
/// zones apart, and the name becomes the code, with the parent in front where several have it. Rows that are
/// joined by a name alone, or though name or parent differ, are a finding. A sliver is less than 0.01 km^2
/// and less than a millionth of the smaller zone; it stays, and belongs to the zone that comes first.
/// \throws Error{input} for no zones, no polygons, no coordinate reference system, coordinates that it cannot
///         hold, a missing column, or a zone that others cover whole (two levels mixed in one file)
[[nodiscard]] demand::Zones read_zones(features::FeatureSource& source, const ZoneOptions& options,
                                       features::FindingSink& findings, Progress& progress);

}  // namespace yiquan::intake
