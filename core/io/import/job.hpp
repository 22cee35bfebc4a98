// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/base/progress.hpp"
#include "core/io/files/output_directory.hpp"
#include "core/io/import/import_list.hpp"

namespace yiquan::io {

/// `yiquan import`: a station list to be cleaned.
struct ImportJob {
    std::string list;
    intake::FacilityOptions facilities;
    std::string zones;   ///< empty: nothing is said about counties
    std::string places;  ///< known places; empty: the shipped ones
    std::string output;  ///< GeoPackage; empty: nothing is written
    Overwrite overwrite = Overwrite::no;
};

struct ImportOutcome {
    ImportedList list;
    std::vector<std::string> files;  ///< paths of what was written
};

/// Reads, cleans, and writes OUTPUT with the layers stations and findings, and OUTPUT-findings.csv beside it.
[[nodiscard]] ImportOutcome run_import(const ImportJob& job, Progress& progress);

}  // namespace yiquan::io
