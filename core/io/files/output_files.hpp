// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/io/files/input_files.hpp"
#include "core/io/files/staging.hpp"

namespace yiquan::io {

/// Results that belong together, in one folder: written under their own names in a hidden folder beside the
/// targets and moved there, with companion files (.dbf, .prj), by `commit`: all of them, or none. Without it
/// nothing is left behind.
class OutputFiles {
public:
    /// Makes missing parent folders.
    /// \param paths at least one; the first says the folder, and of the others only the names count
    /// \throws Error{usage} where a target is one of the inputs, exists and may not be overwritten, or is no
    /// regular file
    /// \throws Error{output} where the folder cannot be written
    OutputFiles(const std::vector<std::string>& paths, Overwrite overwrite, const InputFiles& inputs);

    /// Where to write the file number `i` until `commit`; no such file exists yet.
    [[nodiscard]] std::string path(std::size_t i) const;
    /// \throws Error{output}; every target is then as it was
    void commit();

private:
    Overwrite overwrite_;
    MadeFolders parents_;
    std::vector<std::filesystem::path> targets_;
    Staging staging_;
};

}  // namespace yiquan::io
