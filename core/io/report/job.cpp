// SPDX-License-Identifier: MIT
#include "core/io/report/job.hpp"

#include <optional>

#include "core/io/files/output_file.hpp"
#include "core/report/report_page.hpp"

namespace yiquan::io {

ReportSource run_report(const ReportJob& job, Progress& progress) {
    constexpr double read = 0.8;
    std::optional<OutputFile> file;
    if (!job.output.empty()) {
        InputFiles inputs;
        inputs.add_audit(job.audit);
        inputs.add_audit(job.before);
        file.emplace(job.output, job.overwrite, inputs);
    }
    progress.stage({"Reading", "读取数据"});
    ProgressSlice reading(progress, 0.0, read);
    ReportSource source = read_report_source(job.audit, job.before, reading);
    progress.stage({"Writing the report", "生成报告"});
    if (file) {
        write_text_file(file->path(), report::report_page(source.record, source.earlier(), job.language));
        progress.check();
        file->commit();
    }
    progress.report(1.0);
    return source;
}

}  // namespace yiquan::io
