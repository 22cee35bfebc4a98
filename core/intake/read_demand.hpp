// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.hpp"
#include "core/demand/demand_points.hpp"
#include "core/intake/locate_row.hpp"

namespace yiquan::intake {

struct DemandOptions {
    ColumnNames columns;  ///< `weight` empty: a known name; without such a column every point counts as one
    CoordinateOptions coordinates;
};

/// Reads weighted demand points. Rows without a usable place are findings and are left out; their weight is
/// named in the finding, so that nobody is lost silently. Exact duplicates (same id, name, place and weight)
/// are findings and are kept; a row without a weight is a finding and counts as zero.
/// \throws Error{input} for a table without rows or without a usable one, a weight that is negative, not a
///         number or not finite (naming row and value), or a total above `Persons::largest`
[[nodiscard]] demand::DemandPoints read_demand(features::FeatureSource& source, const DemandOptions& options,
                                               features::FindingSink& findings, Progress& progress);

}  // namespace yiquan::intake
