// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "core/base/progress.hpp"
#include "core/report/report_json.hpp"

namespace yiquan::io {

/// What a report tells: one audit, and what stood before it.
struct ReportSource {
    report::AuditRecord record;
    std::optional<report::Before> before;

    /// For the functions of `report`.
    [[nodiscard]] const report::Before* earlier() const { return before ? &*before : nullptr; }
};

/// \param audit,before  folder of an audit, or its audit.gpkg; `before` may be empty
/// \throws Error{input} as `read_record`, Error{cancelled}
[[nodiscard]] ReportSource read_report_source(const std::string& audit, const std::string& before,
                                              Progress& progress);

}  // namespace yiquan::io
