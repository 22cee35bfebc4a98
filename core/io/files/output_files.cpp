// SPDX-License-Identifier: MIT
#include "core/io/files/output_files.hpp"

#include <system_error>

#include "core/base/error.hpp"
#include "core/io/files/system_error.hpp"

namespace yiquan::io {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_target(const std::string& path, const char* en, const char* zh) {
    throw Error{ErrorKind::usage, {path + ": " + en, path + "：" + zh}};
}

/// The folder as the file system finds it: behind a link, ".." is another folder than the text says.
fs::path real_folder_of(const std::string& path) {
    std::error_code failure;
    const fs::path folder = fs::weakly_canonical(fs::absolute(path).parent_path(), failure);
    if (failure) throw_write_error(path, failure.value());
    return folder;
}

void check_target(const std::string& path, const fs::path& target, Overwrite overwrite) {
    std::error_code failure;
    const fs::file_status there = fs::status(target, failure);
    if (!fs::status_known(there)) throw_write_error(path, failure.value());
    if (!target.has_filename() || target.filename() == "." || target.filename() == ".." ||
        fs::is_directory(there)) {
        refuse_target(path, "is a folder; name a file in it.", "是文件夹；请写出其中的文件名。");
    }
    if (fs::exists(there) && !fs::is_regular_file(there)) {
        refuse_target(path, "is a pipe or a device; name a file.", "是管道或设备；请给出文件名。");
    }
    if (fs::exists(there) && overwrite == Overwrite::no) {
        refuse_target(path, "exists already; choose another name or add --overwrite.",
                      "已经存在；请换一个名称，或加上 --overwrite。");
    }
}

std::vector<fs::path> checked_targets(const std::vector<std::string>& paths, Overwrite overwrite,
                                      const InputFiles& inputs, MadeFolders& parents) {
    if (paths.empty() || paths.front().empty())
        throw Error{ErrorKind::usage,
                    {"The output path is empty; name a file.", "输出路径为空；请给出文件名。"}};
    const fs::path folder = real_folder_of(paths.front());
    std::vector<fs::path> targets;
    for (const std::string& path : paths) {
        targets.push_back(folder / fs::path{path}.filename());
        inputs.keep_from(targets.back());
        check_target(path, targets.back(), overwrite);
    }
    parents.make(folder);
    return targets;
}

}  // namespace

OutputFiles::OutputFiles(const std::vector<std::string>& paths, Overwrite overwrite, const InputFiles& inputs)
    : overwrite_(overwrite),
      targets_(checked_targets(paths, overwrite, inputs, parents_)),
      staging_(targets_.front().parent_path(), targets_.front().filename().string()) {}

std::string OutputFiles::path(std::size_t i) const {
    return (staging_.path() / targets_[i].filename()).string();
}

void OutputFiles::commit() {
    staging_.move_into(targets_.front().parent_path(), overwrite_);
    parents_.keep();
}

}  // namespace yiquan::io
