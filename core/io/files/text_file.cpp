// SPDX-License-Identifier: MIT
#include "core/io/files/text_file.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>

#include "core/base/error.hpp"
#include "core/io/files/source_path.hpp"

namespace yiquan::io {

std::string read_text_file(const std::string& path) {
    check_readable({path, {}});
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        throw Error{ErrorKind::input,
                    {fmt::format("{}: is a folder; name a file in it.", path),
                     fmt::format("{}：是文件夹；请写出其中的文件名。", path)}};
    }
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file.is_open() || file.bad()) {
        throw Error{ErrorKind::input,
                    {fmt::format("{}: cannot be read.", path), fmt::format("{}：无法读取。", path)}};
    }
    if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
    return text;
}

}  // namespace yiquan::io
