// SPDX-License-Identifier: MIT
#include "core/io/files/system_error.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

#include "core/base/error.hpp"

namespace yiquan::io {
namespace {

struct Reason {
    int error;
    std::string_view en;
    std::string_view zh;
};

constexpr std::array reasons{
    Reason{EACCES, "permission denied", "没有权限"},
    Reason{EPERM, "operation not permitted", "操作不被允许"},
    Reason{EROFS, "read-only file system", "文件系统只读"},
    Reason{ENOSPC, "the disk is full", "磁盘已满"},
    Reason{EDQUOT, "the disk quota is used up", "磁盘配额已用完"},
    Reason{EFBIG, "the file is too large for this file system", "文件超过了文件系统的大小限制"},
    Reason{ENOENT, "no such file or folder", "文件或文件夹不存在"},
    Reason{ENOTDIR, "a part of the path is a file, not a folder", "路径中有一段是文件而不是文件夹"},
    Reason{EISDIR, "it is a folder", "它是一个文件夹"},
    Reason{EEXIST, "it exists already", "它已经存在"},
    Reason{ENOTEMPTY, "the folder is not empty", "文件夹不是空的"},
    Reason{ENAMETOOLONG, "the name is too long", "名称过长"},
    Reason{ELOOP, "symbolic links point at each other", "符号链接互相指向"},
    Reason{EXDEV, "it lies on another file system", "位于另一个文件系统"},
    Reason{EBUSY, "it is in use", "正被占用"},
    Reason{EMFILE, "too many files are open", "打开的文件过多"},
    Reason{EIO, "input/output error of the disk", "磁盘读写错误"},
};

}  // namespace

Message system_reason(int error) {
    for (const Reason& reason : reasons) {
        if (reason.error == error) return {std::string{reason.en}, std::string{reason.zh}};
    }
    const std::string text = std::generic_category().message(error);
    return {text, text};
}

void throw_write_error(const std::string& path, int error) {
    const Message why = system_reason(error);
    if (error == ENOSPC || error == EDQUOT) {
        throw Error{
            ErrorKind::output,
            {fmt::format("{}: {}; free some space or choose another place, then run again.", path, why.en),
             fmt::format("{}：{}；请清理出空间或换一个位置，再重新运行。", path, why.zh)}};
    }
    throw Error{ErrorKind::output,
                {fmt::format("{}: cannot be written: {}; choose another place or correct it.", path, why.en),
                 fmt::format("{}：无法写入：{}；请换一个位置或先排除原因。", path, why.zh)}};
}

}  // namespace yiquan::io
