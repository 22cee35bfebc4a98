// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/audit/audit.hpp"
#include "core/features/finding.hpp"

namespace yiquan::audit {

/// One input of a run, for the record.
struct InputRecord {
    std::string role;    ///< facilities, demand, zones
    std::string path;    ///< as the run file writes it
    std::string sha256;  ///< hexadecimal; empty where there is no file, as for a database
    std::uint64_t rows = 0;
};

/// Everything that a run's outputs tell; a view that owns nothing but the inputs' records.
struct Report {
    const AuditParams& params;
    std::span<const coverage::Facility> facilities;
    const demand::Zones& zones;
    const AuditResult& result;
    const features::FindingList& findings;
    std::vector<InputRecord> inputs;
    std::string version;
};

/// The text of audit.json, schema "yiquan.audit/1": keys in fixed order, numbers in their shortest form that
/// reads back the same, no time stamp.
[[nodiscard]] std::string audit_json(const Report& report);

}  // namespace yiquan::audit
