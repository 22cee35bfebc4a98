// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace yiquan::io {

/// An input as the user names it: `PATH`, `PATH|layername=NAME` or `PG:dbname=…`.
struct SourcePath {
    std::string path;   ///< what GDAL opens
    std::string layer;  ///< empty where none is named

    [[nodiscard]] bool database() const;
    /// As messages may show it: a database without its password.
    [[nodiscard]] std::string shown() const;
    /// Last part of the path, such as "stations.csv".
    [[nodiscard]] std::string short_name() const;
    /// Ending of the file name in small letters with its dot, such as ".csv".
    [[nodiscard]] std::string extension() const;
};

/// Touches no file except to see whether one has "|" in its name.
/// \throws Error{usage} for an unknown part after "|" and for web addresses, since Yiquan works offline
[[nodiscard]] SourcePath parse_source_path(const std::string& text);

/// The file behind an input, without `|layername=…`; empty for a database.
[[nodiscard]] std::string file_part(const std::string& text);

/// A path that a run file or rule file writes, taken relative to its folder; databases and absolute paths
/// stay as they are.
[[nodiscard]] std::string resolved(const std::string& path, const std::filesystem::path& folder);

/// Passes readable files with content, readable folders and anything inside /vsizip/ and the like that is
/// there. Refuses pipes and devices, which cannot be read twice.
/// \throws Error{input} that says which of these it is not
void check_readable(const SourcePath& source);

}  // namespace yiquan::io
