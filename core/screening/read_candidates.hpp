// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.hpp"
#include "core/features/feature_source.hpp"
#include "core/features/finding.hpp"
#include "core/intake/columns.hpp"
#include "core/intake/locate_row.hpp"
#include "core/screening/candidate.hpp"

namespace yiquan::screening {

struct CandidateOptions {
    intake::ColumnNames columns;
    intake::CoordinateOptions coordinates;
};

/// Reads points, by geometry or by columns, or polygons. Rows without a usable place are findings and are
/// left out; polygons that are not valid are repaired with a finding; an id used twice gains its row number.
/// \throws Error{input} for a list without rows, one without a usable place, one of points and polygons
/// mixed,
///         and for a missing coordinate reference system
[[nodiscard]] Candidates read_candidates(features::FeatureSource& source, const CandidateOptions& options,
                                         features::FindingSink& findings, Progress& progress);

}  // namespace yiquan::screening
