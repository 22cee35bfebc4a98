// SPDX-License-Identifier: MIT
#include "core/io/compare/job.hpp"

#include <optional>
#include <utility>

#include "core/io/audit/reader.hpp"
#include "core/io/files/output_file.hpp"

namespace yiquan::io {

CompareOutcome run_compare(const CompareJob& job, Progress& progress) {
    constexpr double before_read = 0.45;
    constexpr double after_read = 0.9;
    std::optional<OutputFile> file;
    if (!job.output.empty()) {
        InputFiles inputs;
        inputs.add_audit(job.before);
        inputs.add_audit(job.after);
        file.emplace(job.output, job.overwrite, inputs);
    }
    progress.stage({"Reading", "读取数据"});
    ProgressSlice reading_before(progress, 0.0, before_read);
    audit::StoredAudit before = read_audit(job.before, reading_before);
    ProgressSlice reading_after(progress, before_read, after_read);
    audit::StoredAudit after = read_audit(job.after, reading_after);
    progress.stage({"Comparing", "比较"});
    CompareOutcome outcome;
    outcome.comparison =
        audit::compare(before.summary, after.summary, std::move(before.demand), std::move(after.demand));
    outcome.before = std::move(before.summary);
    outcome.after = std::move(after.summary);
    outcome.json = audit::comparison_json(outcome.comparison, outcome.before, outcome.after);
    progress.check();
    if (file) {
        write_text_file(file->path(), outcome.json);
        file->commit();
    }
    progress.report(1.0);
    return outcome;
}

}  // namespace yiquan::io
