// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/progress.hpp"
#include "core/intake/known_place.hpp"
#include "core/io/audit/job.hpp"
#include "core/io/files/output_directory.hpp"

namespace yiquan::io {

/// Where the outputs of a run go.
struct AuditJobOptions {
    std::string output;  ///< folder; empty: the run file's, relative to it
    Overwrite overwrite = Overwrite::no;
    std::optional<std::string> title;  ///< instead of the run file's
    unsigned threads = 1;
    std::string version;
};

/// A finished audit and where it lies.
struct FinishedAudit {
    std::unique_ptr<AuditOutcome> outcome;
    std::string directory;
    std::vector<std::string> files;  ///< their names
};

/// \throws Error as `read_text_file` and `audit::parse_run_file`
[[nodiscard]] audit::RunFile read_run_file(const std::string& path);
/// The run file itself and what an audit reads for it.
[[nodiscard]] InputFiles input_files(const std::string& run_file, const audit::RunFile& run);

/// `yiquan audit`: reads the run file and its inputs, audits, and writes audit.json, audit.gpkg, zones.csv,
/// audit.xlsx and findings.csv. The folder appears when all of them are complete, or not at all.
/// \throws Error as the parts do
[[nodiscard]] FinishedAudit run_audit_file(const std::string& run_file, const AuditJobOptions& options,
                                           Progress& progress);

/// The seats of Qinghai's counties, shipped with Yiquan, to judge the datum of lists by.
[[nodiscard]] std::vector<intake::KnownPlace> shipped_places();
/// Known places from a list of names and coordinates.
/// \param name_column empty: a known name
[[nodiscard]] std::vector<intake::KnownPlace> read_places(const std::string& path,
                                                          const std::string& name_column);

}  // namespace yiquan::io
