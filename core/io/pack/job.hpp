// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/base/message.hpp"
#include "core/base/progress.hpp"
#include "core/io/files/staging.hpp"

namespace yiquan::io {

/// Draws pages on paper: `yiquan-map`, in a process of its own.
class MapDrawer {
public:
    virtual ~MapDrawer() = default;
    /// \param arguments as of `yiquan-map`, without the program's name
    /// \throws Error with the sentence that it said, Error{cancelled}
    virtual void draw(std::vector<std::string> arguments, Progress& progress) const = 0;
};

/// `yiquan pack`: everything for a meeting, from a run file. What is empty is taken from the run file's
/// [pack].
struct PackJob {
    std::string run_file;
    std::string title;  ///< instead of the run file's
    std::string before;
    std::string siting;
    std::string relocation;
    std::string screening;
    std::vector<std::string> layouts;
    std::string unit;
    std::string approval;
    std::string date;          ///< on the papers; empty: today's
    std::string map_language;  ///< zh, en or both; empty: `language`
    Language language = Language::english;
    std::string output;  ///< folder
    Overwrite overwrite = Overwrite::no;
    unsigned threads = 1;
    std::string version;
};

struct PackOutcome {
    std::vector<std::string> files;  ///< their names
    std::string contents;            ///< of pack.json, schema "yiquan.pack/1"
    bool misses_target = false;
};

/// Audits, writes report and papers, takes in the results of other verbs, and lists it all with checksums.
/// The folder appears when everything is complete, or not at all.
/// \param maps none for a pack without papers
/// \throws Error as the parts do
[[nodiscard]] PackOutcome run_pack(const PackJob& job, const MapDrawer* maps, Progress& progress);

}  // namespace yiquan::io
