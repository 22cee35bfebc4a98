// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "core/io/files/output_files.hpp"

namespace yiquan::io {

/// A single result such as `-o out.gpkg`, with its companion files.
class OutputFile {
public:
    /// As for several files; so are the errors.
    OutputFile(const std::string& path, Overwrite overwrite, const InputFiles& inputs)
        : files_({path}, overwrite, inputs) {}

    /// Where to write until `commit`; no such file exists yet.
    [[nodiscard]] std::string path() const { return files_.path(0); }
    /// \throws Error{output}; the target is then as it was
    void commit() { files_.commit(); }

private:
    OutputFiles files_;
};

/// Replaces the content of a file; writing and closing are both checked.
/// \throws Error{output}, which names a full disk as such
void write_text_file(const std::string& path, std::string_view text);

}  // namespace yiquan::io
