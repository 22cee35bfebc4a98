// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/io/pack/job.hpp"

namespace yiquan::cli {

/// `yiquan-map`, which draws maps with QGIS in a process of its own: QGIS's licence and its memory stay
/// there.
class MapProgram final : public io::MapDrawer {
public:
    /// Looks at $YIQUAN_MAP, then beside this program, then along $PATH.
    /// \throws Error{input} where it is not installed; the message says what to install
    [[nodiscard]] static MapProgram find();

    /// Runs it to its end and passes its progress on. Where the user cancels, it is asked to stop and waited
    /// for.
    /// \throws Error of the kind that its exit code tells, with the sentence that it printed; Error{cancelled}
    void draw(std::vector<std::string> arguments, Progress& progress) const override;

private:
    explicit MapProgram(std::string path) : path_(std::move(path)) {}

    std::string path_;
};

}  // namespace yiquan::cli
