// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "core/base/progress.hpp"
#include "core/features/finding.hpp"
#include "core/geo/datum.hpp"
#include "core/relocation/problem.hpp"

namespace yiquan::io {

struct RelocationLists {
    std::string households;
    std::string sites;
    std::string matrix;                     ///< of distances; empty: geodesic ones
    std::string within;                     ///< column in which household and site must agree; empty: none
    std::string together;                   ///< column whose rows stay together; empty: none
    geo::Datum datum = geo::Datum::wgs84;   ///< of the households' degrees
    std::optional<geo::Datum> sites_datum;  ///< of the sites' degrees; empty: the same
    bool allow_unknown = false;             ///< also use sites that screening could not judge
};

/// Reads both lists and what lies between them. Columns are found by Chinese and English names. Rows without
/// a usable place are findings and are left out, with their people named, unless a matrix tells distances; so
/// is a row without a head count, which counts as one.
/// \throws Error{input} for missing columns, heads and capacities that are no whole numbers, repeated ids, an
///         unknown verdict, and in the matrix unknown ids, missing pairs, repeated pairs and negative
///         distances; each naming the row
[[nodiscard]] relocation::Problem read_relocation(const RelocationLists& lists,
                                                  features::FindingSink& findings, Progress& progress);

}  // namespace yiquan::io
