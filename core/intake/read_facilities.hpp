// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "core/base/progress.hpp"
#include "core/coverage/facility.hpp"
#include "core/demand/zones.hpp"
#include "core/intake/known_place.hpp"
#include "core/intake/locate_row.hpp"

namespace yiquan::intake {

struct FacilityOptions {
    ColumnNames columns;
    CoordinateOptions coordinates;
    bool keep_duplicates = false;  ///< false: of facilities listed twice only the first is used
};

/// Reads a station list and cleans it, with a finding for every fault.
///
/// Left out: rows without a usable place; exact duplicates (same name, same place) and near ones (same name
/// within 50 m) unless kept. Reported and kept: outside every zone, another county than the list says, hours
/// that cannot be read, a list that looks like GCJ-02 (only where it was declared WGS84 or CGCS2000).
///
/// Of rows that share an id the first keeps it; a later one has "#" and its row number added. A row without
/// an id has its row number for one, a row without a name its id. Rows without a name are compared by id
/// instead, and only for the same place.
/// \param zones may be empty; then nothing is said about counties
/// \return in row order
/// \throws Error{input} for a list without rows or coordinate columns, or where every row is unusable
[[nodiscard]] std::vector<coverage::Facility> read_facilities(
    features::FeatureSource& source, const FacilityOptions& options, const demand::Zones& zones,
    std::span<const KnownPlace> known, features::FindingSink& findings, Progress& progress);

}  // namespace yiquan::intake
