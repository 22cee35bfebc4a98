// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/audit/audit.hpp"
#include "core/features/finding.hpp"
#include "core/features/input_record.hpp"

namespace yiquan::audit {

/// Everything that a run's outputs tell; a view that owns nothing but the inputs' records.
struct Report {
    const AuditParams& params;
    std::span<const coverage::Facility> facilities;
    const demand::Zones& zones;
    const AuditResult& result;
    const features::FindingList& findings;
    std::vector<features::InputRecord> inputs;
    std::string version;
};

/// The text of audit.json, schema "yiquan.audit/1": keys in fixed order, numbers in their shortest form that
/// reads back the same, no time stamp.
[[nodiscard]] std::string audit_json(const Report& report);

}  // namespace yiquan::audit
