// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "core/geo/lonlat.hpp"
#include "core/report/audit_record.hpp"

namespace yiquan::report {

/// \param places box around everything that a result has places for
/// \param name   of the result's file, for messages
/// \throws Error{input} where there is no place at all, or where the audit's zones lie elsewhere: there would
/// be nothing to see on a map
void check_same_land(const geo::Box& places, const AuditRecord& audit, std::string_view name);

}  // namespace yiquan::report
