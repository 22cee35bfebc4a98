// SPDX-License-Identifier: MIT
#include "core/io/files/output_directory.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "core/base/error.hpp"

namespace yiquan::io {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& path, const char* en, const char* zh) {
    throw Error{ErrorKind::usage, {path + ": " + en, path + "：" + zh}};
}

/// The folder as the file system finds it: behind a link, ".." is another folder than the text says.
fs::path real_place_of(const std::string& path) {
    std::error_code failure;
    fs::path target = fs::absolute(path);
    if (!target.has_filename()) target = target.parent_path();
    if (fs::is_directory(target, failure)) return fs::canonical(target, failure);
    const fs::path folder = fs::weakly_canonical(target.parent_path(), failure);
    if (failure) throw_write_error(path, failure.value());
    return folder / target.filename();
}

/// What can be known before the work begins to go wrong at its end.
void check_files(const fs::path& target, const InputFiles& inputs, const std::vector<std::string>& files) {
    for (const std::string& name : files) {
        std::error_code ignored;
        inputs.keep_from(target / name);
        if (fs::is_directory(target / name, ignored)) throw_write_error((target / name).string(), EISDIR);
    }
}

fs::path checked_target(const std::string& path, Overwrite overwrite, const InputFiles& inputs,
                        const std::vector<std::string>& files, MadeFolders& parents) {
    if (path.empty()) {
        throw Error{
            ErrorKind::usage,
            {"The name of the output folder is empty; name a folder.", "输出文件夹为空；请给出名称。"}};
    }
    fs::path target = real_place_of(path);
    std::error_code failure;
    const fs::file_status there = fs::status(target, failure);
    if (!fs::status_known(there)) throw_write_error(path, failure.value());
    if (!fs::exists(there)) {
        if (fs::is_symlink(fs::symlink_status(target, failure))) throw_write_error(path, ENOENT);
        parents.make(target.parent_path());
        return target;
    }
    if (!fs::is_directory(there)) {
        refuse(path, "is a file, not a folder; choose another name for the output folder.",
               "是文件而不是文件夹；请为输出文件夹换一个名称。");
    }
    check_files(target, inputs, files);
    const bool empty = fs::is_empty(target, failure);
    if (failure) throw_write_error(path, failure.value());
    if (!empty && overwrite == Overwrite::no) {
        refuse(path, "exists and is not empty; choose another folder or add --overwrite.",
               "已经存在且不是空文件夹；请换一个文件夹，或加上 --overwrite。");
    }
    if (::access(target.c_str(), W_OK | X_OK) != 0) throw_write_error(path, errno);
    return target;
}

/// A rename works only within one file system, so a mount point is staged inside itself.
fs::path staging_place(const fs::path& target, bool is_new) {
    fs::path parent = target.parent_path();
    if (is_new) return parent;
    struct stat above {};
    struct stat here {};
    const bool same_device = ::stat(parent.c_str(), &above) == 0 && ::stat(target.c_str(), &here) == 0 &&
                             above.st_dev == here.st_dev;
    return same_device && target != parent && ::access(parent.c_str(), W_OK | X_OK) == 0 ? parent : target;
}

}  // namespace

OutputDirectory::OutputDirectory(const std::string& path, Overwrite overwrite, InputFiles inputs,
                                 const std::vector<std::string>& files)
    : overwrite_(overwrite),
      inputs_(std::move(inputs)),
      target_(checked_target(path, overwrite, inputs_, files, parents_)),
      is_new_(!fs::exists(target_)),
      staging_(staging_place(target_, is_new_), target_.filename().string()) {}

void OutputDirectory::commit() {
    for (const fs::path& name : staging_.names()) inputs_.keep_from(target_ / name);
    if (is_new_) {
        staging_.become(target_);
    } else {
        staging_.move_into(target_, overwrite_);
    }
    parents_.keep();
}

}  // namespace yiquan::io
