// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/io/files/staging.hpp"
#include "core/io/locate/inputs.hpp"
#include "core/siting/locate.hpp"

namespace yiquan::io {

/// `yiquan locate`.
struct LocateJob {
    SitingInputs inputs;
    siting::Request request;                   ///< but for the count, which is the last of `counts`
    std::optional<siting::CountRange> counts;  ///< none: what the graph of the OR-Library asks for, if any
    bool greedy = false;                       ///< whether the document tells what choosing one by one gives
    std::string output;                        ///< .gpkg, .json or .csv; empty: nothing is written
    Overwrite overwrite = Overwrite::no;
    std::string version;  ///< of the program, for the document
};

struct LocateOutcome {
    SitingData data;
    siting::Request request;              ///< as it was answered last
    std::vector<siting::Answer> answers;  ///< one, or one for each number of sites from `first_count` on
    std::uint32_t first_count = 0;
    siting::Plan plan;     ///< of the last answer
    std::string document;  ///< yiquan.siting/1
};

/// Reads the lists, finds the sites and writes the plan. An answer that the user asked to come early is
/// written all the same.
/// \param solver may be null
/// \throws Error{usage} for an output of another kind, and as `read_siting_inputs`, `siting::locate` and
/// `ResultFile`; nothing is then written
[[nodiscard]] LocateOutcome run_locate(const LocateJob& job, const optimize::IntegerSolver* solver,
                                       Progress& progress);

}  // namespace yiquan::io
