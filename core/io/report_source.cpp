// SPDX-License-Identifier: MIT
#include "core/io/report_source.hpp"

#include <utility>

#include "core/io/audit_reader.hpp"
#include "core/io/record_reader.hpp"

namespace yiquan::io {

ReportSource read_report_source(const std::string& audit, const std::string& before) {
    return read_report_source(audit, before, Progress{});
}

ReportSource read_report_source(const std::string& audit, const std::string& before,
                                const Progress& progress) {
    ReportSource source{read_record(audit), std::nullopt};
    progress.check();
    if (before.empty()) return source;
    report::AuditRecord record = read_record(before);
    audit::StoredAudit from = read_audit(before, progress);
    audit::StoredAudit to = read_audit(audit, progress);
    source.before = report::Before{
        std::move(record),
        audit::compare(from.summary, to.summary, std::move(from.demand), std::move(to.demand))};
    return source;
}

}  // namespace yiquan::io
