// SPDX-License-Identifier: MIT
#include "core/io/report/source.hpp"

#include <utility>

#include "core/io/audit/reader.hpp"
#include "core/io/audit/record_reader.hpp"

namespace yiquan::io {

ReportSource read_report_source(const std::string& audit, const std::string& before, Progress& progress) {
    constexpr double record_read = 0.2;
    constexpr double before_recorded = 0.4;
    constexpr double before_read = 0.7;
    ReportSource source{read_record(audit), std::nullopt};
    if (before.empty()) {
        progress.step(1.0);
        return source;
    }
    progress.step(record_read);
    report::AuditRecord record = read_record(before);
    progress.step(before_recorded);
    ProgressSlice reading_before(progress, before_recorded, before_read);
    audit::StoredAudit from = read_audit(before, reading_before);
    ProgressSlice reading_after(progress, before_read, 1.0);
    audit::StoredAudit to = read_audit(audit, reading_after);
    source.before = report::Before{
        std::move(record),
        audit::compare(from.summary, to.summary, std::move(from.demand), std::move(to.demand))};
    return source;
}

}  // namespace yiquan::io
