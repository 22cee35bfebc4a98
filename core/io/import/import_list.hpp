// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/coverage/facility.hpp"
#include "core/features/finding.hpp"
#include "core/intake/read_facilities.hpp"
#include "core/io/audit/job.hpp"

namespace yiquan::io {

/// A cleaned station list.
struct ImportedList {
    std::vector<coverage::Facility> facilities;
    features::FindingList findings;
};

/// Reads and cleans the list of the role "facilities". Where the role "zones" is given, stations are checked
/// against the county that the list names.
[[nodiscard]] ImportedList import_list(intake::FacilityOptions options,
                                       const intake::ZoneOptions& zone_options, AuditInputs& inputs,
                                       Progress& progress);

/// Schema "yiquan.import/1": counts, and every finding.
[[nodiscard]] std::string import_json(const ImportedList& list);

}  // namespace yiquan::io
