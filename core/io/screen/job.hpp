// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "core/base/progress.hpp"
#include "core/io/files/staging.hpp"
#include "core/screening/screening.hpp"

namespace yiquan::io {

struct ScreeningJob {
    std::string rules;       ///< path of the rule file
    std::string candidates;  ///< instead of the rule file's; empty: those
    std::string output;      ///< .gpkg, .csv or .json; empty: none
    Overwrite overwrite = Overwrite::no;
    unsigned threads = 1;
    std::string version;
};

struct ScreeningOutcome {
    screening::RulesFile rules;
    screening::Screening screening;
    std::string document;  ///< yiquan.screening/1
};

/// `yiquan screen`: reads the rule file and what it names, screens, and writes the result where one is asked
/// for: complete, or not at all.
/// \throws Error as the parts do, and Error{usage} for an output of another ending
[[nodiscard]] ScreeningOutcome run_screening(const ScreeningJob& job, Progress& progress);

}  // namespace yiquan::io
