// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/audit/service_areas.hpp"
#include "core/base/progress.hpp"
#include "core/coverage/facility.hpp"
#include "core/features/finding.hpp"
#include "core/intake/read_facilities.hpp"
#include "core/io/files/staging.hpp"

namespace yiquan::io {

/// `yiquan service-area`: a station list and what counts as served.
struct ServiceAreaJob {
    std::string list;
    intake::FacilityOptions facilities;
    std::vector<Cost> bands;  ///< straight-line radii, metres
    std::string output;       ///< GeoPackage; empty: nothing is written
    Overwrite overwrite = Overwrite::no;
    unsigned threads = 1;
};

struct ServiceAreaOutcome {
    std::vector<coverage::Facility> facilities;
    audit::ServiceAreas areas;
    features::FindingList findings;
};

/// Reads the list, draws, and writes the layer where it is asked for: complete, or not at all.
/// \throws Error as the parts do
[[nodiscard]] ServiceAreaOutcome run_service_areas(const ServiceAreaJob& job, Progress& progress);

}  // namespace yiquan::io
