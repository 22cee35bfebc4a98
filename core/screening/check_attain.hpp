// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/base/progress.hpp"
#include "core/features/finding.hpp"
#include "core/screening/screening.hpp"
#include "core/screening/slope.hpp"

namespace yiquan::screening {

/// Evidence of a rule that reads a column of the candidates: a number, or yes and no. An empty cell is
/// unknown; one that cannot be read is unknown and a finding.
/// \throws Error{input} where the column is missing
[[nodiscard]] std::vector<Evidence> check_column(const Rule& rule, const Candidates& candidates,
                                                 features::FindingSink& findings);

/// Evidence of a rule about the area of the candidates' polygons.
/// \throws Error{input} for candidates that are points
[[nodiscard]] std::vector<Evidence> check_area(const Rule& rule, const Candidates& candidates);

/// Evidence of a rule about slope. Where cells under a site have none, its mean and its worst can only be
/// higher than what is known, which decides some cases; the others are unknown.
[[nodiscard]] std::vector<Evidence> check_slope(const Rule& rule, const Candidates& candidates,
                                                SlopeModel& model, Progress& progress);

}  // namespace yiquan::screening
