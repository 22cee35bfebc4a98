// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/audit/report.hpp"
#include "core/features/finding.hpp"
#include "core/io/files/staging.hpp"
#include "core/io/relocate/lists.hpp"
#include "core/relocation/relocate.hpp"

namespace yiquan::io {

struct RelocationJob {
    RelocationLists lists;
    relocation::Request request;
    std::optional<Metres> farthest;
    std::string output;  ///< .gpkg, .json or .csv; empty: nothing is written
    Overwrite overwrite = Overwrite::no;
    std::string version;  ///< of the program, for the document
};

struct RelocationOutcome {
    relocation::Problem problem;
    relocation::Answer answer;
    features::FindingList findings;
    std::vector<features::InputRecord> inputs;
    std::string document;  ///< yiquan.relocation/1
};

/// Reads the lists, finds the plan and writes it.
/// \param solver may be null
/// \throws Error{usage} for an output of another kind, Error{input}, Error{output}, Error{cancelled}; nothing
///         is then written
[[nodiscard]] RelocationOutcome run_relocation(const RelocationJob& job,
                                               const optimize::IntegerSolver* solver, Progress& progress);

}  // namespace yiquan::io
