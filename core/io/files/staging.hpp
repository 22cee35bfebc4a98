// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace yiquan::io {

enum class Overwrite { no, yes };

/// Folders made on the way to a result; removed again, if still empty, unless kept.
class MadeFolders {
public:
    MadeFolders() = default;
    ~MadeFolders();
    MadeFolders(const MadeFolders&) = delete;
    MadeFolders& operator=(const MadeFolders&) = delete;

    /// Like `mkdir -p`.
    /// \throws Error{output}
    void make(const std::filesystem::path& folder);
    void keep() { made_.clear(); }

private:
    std::vector<std::filesystem::path> made_;
};

/// A hidden folder that results are written into until they are complete; removed with all it holds when the
/// object goes.
class Staging {
public:
    /// Makes `.STEM.yiquan-PROCESS-NUMBER` in a folder that must lie on the file system of the target.
    /// \throws Error{output} where the folder cannot be written
    Staging(const std::filesystem::path& folder, const std::string& stem);
    ~Staging();
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Names of what was written so far.
    /// \throws Error{output}
    [[nodiscard]] std::vector<std::filesystem::path> names() const;

    /// Renames the whole folder to `target`, which must not be there or be empty.
    /// \throws Error{output}
    void become(const std::filesystem::path& target);
    /// Moves every file into the folder `target`; what SQLite keeps beside a file that is replaced goes with
    /// that, for it would be taken for a part of the new one. Where one file cannot be moved, those moved
    /// before go back and the files they had replaced return.
    /// \throws Error{output}, also for a file that is there already and must not be overwritten
    void move_into(const std::filesystem::path& target, Overwrite overwrite);

private:
    std::filesystem::path path_;
};

}  // namespace yiquan::io
