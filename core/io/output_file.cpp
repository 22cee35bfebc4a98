// SPDX-License-Identifier: MIT
#include "core/io/output_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "core/base/error.hpp"
#include "core/io/source_path.hpp"
#include "core/io/system_error.hpp"

namespace yiquan::io {
namespace {

namespace fs = std::filesystem;

constexpr mode_t file_mode = 0666;

class OpenFile {
public:
    explicit OpenFile(const std::string& path)
        : descriptor_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, file_mode)) {}
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    [[nodiscard]] int get() const { return descriptor_; }
    [[nodiscard]] bool close() { return ::close(std::exchange(descriptor_, -1)) == 0; }

private:
    int descriptor_;
};

[[noreturn]] void refuse(const std::string& path, const char* en, const char* zh) {
    throw Error{ErrorKind::usage, {path + ": " + en, path + "：" + zh}};
}

fs::path checked_target(const std::string& path, Overwrite overwrite, MadeFolders& parents) {
    if (path.empty())
        throw Error{ErrorKind::usage,
                    {"The output path is empty; name a file.", "输出路径为空；请给出文件名。"}};
    std::error_code failure;
    fs::path target = fs::absolute(path).lexically_normal();
    const fs::file_status there = fs::status(target, failure);
    if (!fs::status_known(there)) throw_write_error(path, failure.value());
    if (!target.has_filename() || fs::is_directory(there)) {
        refuse(path, "is a folder; name a file in it.", "是文件夹；请写出其中的文件名。");
    }
    if (fs::exists(there) && !fs::is_regular_file(there)) {
        refuse(path, "is a pipe or a device; name a file.", "是管道或设备；请给出文件名。");
    }
    if (fs::exists(there) && overwrite == Overwrite::no) {
        refuse(path, "exists already; choose another name or add --overwrite.",
               "已经存在；请换一个名称，或加上 --overwrite。");
    }
    parents.make(target.parent_path());
    return target;
}

}  // namespace

OutputFile::OutputFile(const std::string& path, Overwrite overwrite)
    : overwrite_(overwrite),
      target_(checked_target(path, overwrite, parents_)),
      staging_(target_.parent_path(), target_.filename().string()) {}

void OutputFile::commit() {
    staging_.move_into(target_.parent_path(), overwrite_);
    parents_.keep();
}

void refuse_to_replace(const std::string& input, const std::string& output) {
    std::error_code ignored;  // what is not there cannot be replaced
    const std::string file = file_part(input);
    if (file.empty() || !fs::equivalent(file, output, ignored)) return;
    refuse(output, "is an input of this run and would be replaced; choose another place for the result.",
           "是本次运行的输入，会被覆盖；请为结果另选位置。");
}

void write_text_file(const std::string& path, std::string_view text) {
    OpenFile file{path};
    if (file.get() < 0) throw_write_error(path, errno);
    while (!text.empty()) {
        const ssize_t written = ::write(file.get(), text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw_write_error(path, errno);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (!file.close()) throw_write_error(path, errno);
}

}  // namespace yiquan::io
