// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/audit/comparison.hpp"
#include "core/base/progress.hpp"
#include "core/io/files/staging.hpp"

namespace yiquan::io {

/// `yiquan compare`: two finished audits, as `read_audit` takes them.
struct CompareJob {
    std::string before;
    std::string after;
    std::string output;  ///< of the document; empty: nothing is written
    Overwrite overwrite = Overwrite::no;
};

struct CompareOutcome {
    audit::AuditSummary before;
    audit::AuditSummary after;
    audit::Comparison comparison;
    std::string json;  ///< schema "yiquan.compare/1"
};

/// Reads both audits, compares them, and writes the document where one is asked for: complete, or not at all.
/// \throws Error as the parts do
[[nodiscard]] CompareOutcome run_compare(const CompareJob& job, Progress& progress);

}  // namespace yiquan::io
