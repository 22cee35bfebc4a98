// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/cli/map_stand_in.hpp"
#include "tests/cli/small_county.hpp"

namespace yiquan::cli {

/// One way to run a verb on the data of `EveryVerb`.
struct VerbRun {
    std::string name;                  ///< of the verb, or of the way
    std::vector<std::string> words;    ///< without -o
    std::vector<std::string> inputs;   ///< files that it reads
    std::vector<std::string> endings;  ///< that its result may have; empty where that is a folder
    std::vector<std::string> files;    ///< that the folder will hold
};

/// A county with something for every verb to read; two audits and a plan lie there already.
class EveryVerb {
public:
    EveryVerb();

    [[nodiscard]] const SmallCounty& county() const { return county_; }
    [[nodiscard]] const std::vector<VerbRun>& runs() const { return runs_; }
    /// Runs it with -o and more words behind; yiquan-map is a stand-in.
    [[nodiscard]] Outcome run(const VerbRun& verb, const std::string& output,
                              const std::vector<std::string>& more = {}) const;

private:
    SmallCounty county_;
    std::vector<VerbRun> runs_;
};

}  // namespace yiquan::cli
