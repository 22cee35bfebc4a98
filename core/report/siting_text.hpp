// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/base/message.hpp"
#include "core/report/audit_record.hpp"
#include "core/report/siting_record.hpp"
#include "core/siting/model.hpp"

namespace yiquan::report {

/// What the objective of a plan counts.
[[nodiscard]] siting::Measure measure_of(const SitingRecord& plan);

/// "Where next: 20 proposed places".
[[nodiscard]] Message siting_title(const SitingRecord& plan);
/// Whether the plan is proved to be best and what that means, or how far from best it may be.
[[nodiscard]] Message proof_sentence(const SitingRecord& plan);
/// What the plan changes for people.
[[nodiscard]] Message effect_sentence(const SitingRecord& plan);
/// How it was computed: model, limit, sites, time, version; and who stays beyond every candidate's reach.
/// Says so where the audit's radius is another one.
[[nodiscard]] Message method_line(const SitingRecord& plan, const AuditRecord& audit);

/// A value of the objective in the reader's unit: "74.3 %", "12.3 km", "12.3 min", "5".
[[nodiscard]] std::string objective_figure(const SitingRecord& plan, double objective);

}  // namespace yiquan::report
