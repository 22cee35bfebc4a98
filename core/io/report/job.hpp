// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/base/message.hpp"
#include "core/io/files/staging.hpp"
#include "core/io/report/source.hpp"

namespace yiquan::io {

/// `yiquan report`: a finished audit as one page, and what stood before it.
struct ReportJob {
    std::string audit;   ///< folder of an audit, or its audit.gpkg
    std::string before;  ///< an earlier one; may be empty
    std::string output;  ///< of the page; empty: nothing is written
    Overwrite overwrite = Overwrite::no;
    Language language = Language::english;  ///< that the page opens in
};

/// Reads both, and writes the page where one is asked for: complete, or not at all.
/// \throws Error as `read_report_source`, and as `OutputFile`
[[nodiscard]] ReportSource run_report(const ReportJob& job, Progress& progress);

}  // namespace yiquan::io
