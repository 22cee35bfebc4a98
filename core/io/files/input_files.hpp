// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace yiquan::io {

/// The files that a run reads, so that no result replaces one of them. Two names mean one file where the file
/// system says so: links, other spellings and other cases make no difference.
class InputFiles {
public:
    /// A table, raster, run file or rule file as the user names it, with or without "|layername=". The files
    /// that GDAL reads beside it belong to it (.dbf of .shp, world files, -wal of a database, what a .vrt
    /// names), and so does the archive behind /vsizip/. Of a folder that is a data set, its files. Empty
    /// text, databases on a server and what is not there add nothing.
    void add(const std::string& input);
    /// A finished audit: its audit.json, its audit.gpkg, or the folder that holds both.
    void add_audit(const std::string& path);

    /// \throws Error{usage} where a result written to `output` would replace an input or a file of one,
    /// whatever the user said about overwriting
    void keep_from(const std::filesystem::path& output) const;

private:
    using FileId = std::pair<dev_t, ino_t>;
    using Place = std::pair<FileId, std::string>;  ///< a folder and a name in it, whether it is there or not

    void add_file(const std::filesystem::path& file, const std::string& owner);
    void add_files_read_with(const std::filesystem::path& file, const std::string& owner);
    void add_folder(const std::filesystem::path& folder, const std::string& owner);

    std::map<FileId, std::string> files_;  // with the input that it belongs to
    std::map<Place, std::string> places_;
};

}  // namespace yiquan::io
