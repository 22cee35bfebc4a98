// SPDX-License-Identifier: MIT
#include "core/io/files/staging.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <ranges>
#include <string_view>
#include <system_error>

#include "core/io/files/system_error.hpp"

namespace yiquan::io {
namespace {

namespace fs = std::filesystem;

/// Permissions are what the user's umask leaves of these.
constexpr mode_t folder_mode = 0777;
constexpr const char* replaced_folder = ".replaced";

/// \return 0 or `errno`
int move(const fs::path& from, const fs::path& to) {
    std::error_code failure;
    fs::rename(from, to, failure);
    return failure.value();
}

/// One step of a move.
struct Moved {
    enum class Step { stepped_aside, placed };

    fs::path name;
    Step step;
};

/// Undoes as much as can be undone; a failure here has no better answer than to go on with the next file.
void move_back(const std::vector<Moved>& moved, const fs::path& staging, const fs::path& target) {
    for (auto file = moved.rbegin(); file != moved.rend(); ++file) {
        switch (file->step) {
            case Moved::Step::placed:
                move(target / file->name, staging / file->name);
                break;
            case Moved::Step::stepped_aside:
                move(staging / replaced_folder / file->name, target / file->name);
                break;
        }
    }
}

/// What SQLite may have left beside a database.
constexpr std::array<std::string_view, 3> database_companions{"-wal", "-shm", "-journal"};

std::vector<fs::path> names_in(const fs::path& folder) {
    std::vector<fs::path> names;
    std::error_code failure;
    for (fs::directory_iterator entry{folder, failure}, end; !failure && entry != end;
         entry.increment(failure)) {
        if (entry->path().filename() != replaced_folder) names.push_back(entry->path().filename());
    }
    if (failure) throw_write_error(folder.string(), failure.value());
    std::ranges::sort(names);
    return names;
}

}  // namespace

MadeFolders::~MadeFolders() {
    std::error_code ignored;
    for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) fs::remove(*folder, ignored);
}

void MadeFolders::make(const fs::path& folder) {
    std::error_code failure;
    if (fs::is_directory(folder, failure)) return;
    if (folder.has_relative_path()) make(folder.parent_path());
    if (::mkdir(folder.c_str(), folder_mode) == 0) {
        made_.push_back(folder);
    } else if (const int error = errno; error != EEXIST || !fs::is_directory(folder, failure)) {
        throw_write_error(folder.string(), error == EEXIST ? ENOTDIR : error);
    }
}

Staging::Staging(const fs::path& folder, const std::string& stem) {
    static std::atomic<unsigned> number{0};
    int error = EEXIST;
    while (error == EEXIST) {
        path_ = folder / fmt::format(".{}.yiquan-{}-{}", stem, ::getpid(), ++number);
        error = ::mkdir(path_.c_str(), folder_mode) == 0 ? 0 : errno;
    }
    if (error != 0) throw_write_error(folder.string(), error);
}

Staging::~Staging() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

void Staging::become(const fs::path& target) {
    if (const int error = move(path_, target); error != 0) throw_write_error(target.string(), error);
    path_.clear();
}

std::vector<fs::path> Staging::names() const {
    return names_in(path_);
}

void Staging::move_into(const fs::path& target, Overwrite overwrite) {
    const fs::path replaced = path_ / replaced_folder;
    if (::mkdir(replaced.c_str(), folder_mode) != 0) throw_write_error(target.string(), errno);
    std::vector<Moved> moved;
    const auto step_aside = [&](const fs::path& name) {
        const int error = move(target / name, replaced / name);
        if (error == 0) moved.push_back({name, Moved::Step::stepped_aside});
        return error;
    };
    const auto put = [&](const fs::path& name) {
        std::error_code ignored;
        const fs::file_status there = fs::symlink_status(target / name, ignored);
        if (fs::is_directory(there)) return EISDIR;
        if (fs::exists(there)) {
            if (overwrite == Overwrite::no) return EEXIST;
            if (const int error = step_aside(name); error != 0) return error;
            for (const std::string_view suffix : database_companions) {
                fs::path companion = name;
                companion += suffix;
                if (!fs::is_regular_file(target / companion, ignored)) continue;
                if (const int error = step_aside(companion); error != 0) return error;
            }
        }
        const int error = move(path_ / name, target / name);
        if (error == 0) moved.push_back({name, Moved::Step::placed});
        return error;
    };
    for (const fs::path& name : names_in(path_)) {
        if (const int error = put(name); error != 0) {
            move_back(moved, path_, target);
            throw_write_error((target / name).string(), error);
        }
    }
}

}  // namespace yiquan::io
