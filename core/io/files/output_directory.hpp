// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/files/input_files.hpp"
#include "core/io/files/output_file.hpp"
#include "core/io/files/staging.hpp"
#include "core/io/files/system_error.hpp"

namespace yiquan::io {

/// A folder of results that appears as a whole or not at all. Files are written into a hidden folder beside
/// the target (inside it where the parent cannot be written or is another file system) and moved by `commit`.
/// Other files in a target that is there already are never touched.
class OutputDirectory {
public:
    /// Makes missing parent folders; without `commit` they go again. An empty folder counts as new.
    /// \param files names of what will be written, as far as known
    /// \throws Error{usage} where the target is a file, holds something and may not be overwritten, or has an
    /// input under one of the names
    /// \throws Error{output} where it cannot be written
    OutputDirectory(const std::string& path, Overwrite overwrite, InputFiles inputs,
                    const std::vector<std::string>& files);

    /// Where to write the file `name` (without folders) until `commit`.
    [[nodiscard]] std::string file(std::string_view name) const { return (staging_.path() / name).string(); }
    /// Called once, after every file was closed.
    /// \throws Error{output}, Error{usage} where a name that was not told before is that of an input; the
    /// target is then as it was
    void commit();

private:
    Overwrite overwrite_;
    InputFiles inputs_;
    MadeFolders parents_;
    std::filesystem::path target_;
    bool is_new_;
    Staging staging_;
};

}  // namespace yiquan::io
