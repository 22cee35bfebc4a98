// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/io/staging.hpp"

namespace yiquan::io {

/// A single result such as `-o out.gpkg`: written under its own name in a hidden folder beside the target and
/// moved there, with companion files (.dbf, .prj), by `commit`. Without it nothing is left behind.
class OutputFile {
public:
    /// Makes missing parent folders.
    /// \throws Error{usage} where the target exists and may not be overwritten, or is no regular file
    /// \throws Error{output} where the folder cannot be written
    OutputFile(const std::string& path, Overwrite overwrite);

    /// Where to write until `commit`; no such file exists yet.
    [[nodiscard]] std::string path() const { return (staging_.path() / target_.filename()).string(); }
    /// \throws Error{output}; the target is then as it was
    void commit();

private:
    Overwrite overwrite_;
    MadeFolders parents_;
    std::filesystem::path target_;
    Staging staging_;
};

/// \param input a path, with or without "|layername="; of a database nothing is replaced
/// \throws Error{usage} where writing to `output` would replace it
void refuse_to_replace(const std::string& input, const std::string& output);

/// Replaces the content of a file; writing and closing are both checked.
/// \throws Error{output}, which names a full disk as such
void write_text_file(const std::string& path, std::string_view text);

}  // namespace yiquan::io
