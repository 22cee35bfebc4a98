// SPDX-License-Identifier: MIT
#include "core/io/files/source_path.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <string_view>

#include "core/base/error.hpp"
#include "core/io/files/system_error.hpp"
#include "core/io/gdal/gdal_scope.hpp"

namespace yiquan::io {
namespace {

constexpr std::string_view layer_key = "layername=";

constexpr std::array<std::string_view, 17> network_marks{
    "http://",  "https://", "ftp://",    "s3://",    "gs://",       "/vsicurl",  "/vsis3", "/vsigs", "/vsiaz",
    "/vsiadls", "/vsioss",  "/vsiswift", "/vsihdfs", "/vsiwebhdfs", "/vsistdin", "wfs:",   "oapif:"};

std::string small_letters(std::string_view text) {
    std::string small{text};
    std::ranges::transform(small, small.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return small;
}

/// Marks that are driver names count only at the start, the others anywhere (/vsizip//vsicurl/…).
void refuse_network(const std::string& path) {
    const std::string small = small_letters(path);
    for (const std::string_view mark : network_marks) {
        const std::size_t at = small.find(mark);
        if (at == std::string::npos || (mark.ends_with(':') && at != 0)) continue;
        throw Error{
            ErrorKind::usage,
            {fmt::format("{}: Yiquan works offline and reads no web addresses; download the file and give "
                         "its path.",
                         path),
             fmt::format("{}：驿圈离线工作，不读取网络地址；请先下载文件，再给出本机路径。", path)}};
    }
}

bool exists(const std::string& path) {
    struct stat found {};
    return ::stat(path.c_str(), &found) == 0;
}

[[noreturn]] void refuse_source(const std::string& shown, const Message& why) {
    throw Error{ErrorKind::input, {shown + ": " + why.en, shown + "：" + why.zh}};
}

}  // namespace

bool SourcePath::database() const {
    return small_letters(path.substr(0, 3)) == "pg:";
}

std::string SourcePath::shown() const {
    if (!database()) return path;
    std::string text = path;
    const std::size_t key = small_letters(text).find("password=");
    if (key == std::string::npos) return text;
    const std::size_t begin = key + std::string_view{"password="}.size();
    const bool quoted = begin < text.size() && text[begin] == '\'';
    std::size_t end = quoted ? begin + 1 : begin;
    while (end < text.size() && (quoted ? text[end] != '\'' : text[end] != ' ')) {
        end += text[end] == '\\' ? 2U : 1U;
    }
    end = std::min(end + (quoted ? 1U : 0U), text.size());
    return text.replace(begin, end - begin, "***");
}

std::string SourcePath::short_name() const {
    if (database()) return shown();
    const std::filesystem::path file{path};
    return file.has_filename() ? file.filename().string() : file.parent_path().filename().string();
}

std::string SourcePath::extension() const {
    return database() ? std::string{} : small_letters(std::filesystem::path{path}.extension().string());
}

SourcePath parse_source_path(const std::string& text) {
    if (text.empty()) {
        throw Error{ErrorKind::usage,
                    {"The path of an input is empty; name a file.", "输入路径为空；请给出文件。"}};
    }
    SourcePath source{text, {}};
    if (const std::size_t bar = text.find('|'); bar != std::string::npos && !exists(text)) {
        const std::string_view part = std::string_view{text}.substr(bar + 1);
        if (!part.starts_with(layer_key) || part.size() == layer_key.size()) {
            throw Error{
                ErrorKind::usage,
                {fmt::format(
                     "\"|{}\" after {} is not understood; only \"|layername=NAME\" may follow a path.", part,
                     SourcePath{text.substr(0, bar), {}}.shown()),
                 fmt::format("{} 后面的“|{}”无法识别；路径之后只能写“|layername=图层名”。",
                             SourcePath{text.substr(0, bar), {}}.shown(), part)}};
        }
        source.path = text.substr(0, bar);
        source.layer = part.substr(layer_key.size());
    }
    if (!source.database()) refuse_network(source.path);
    return source;
}

std::string file_part(const std::string& text) {
    SourcePath source = parse_source_path(text);
    return source.database() ? std::string{} : std::move(source.path);
}

std::string resolved(const std::string& path, const std::filesystem::path& folder) {
    if (path.empty() || parse_source_path(path).database() || std::filesystem::path(path).is_absolute())
        return path;
    return (folder / path).string();
}

void check_readable(const SourcePath& source) {
    if (source.database()) return;
    if (source.path.starts_with("/vsi")) {
        const GdalScope gdal;
        VSIStatBufL found{};
        if (VSIStatL(source.path.c_str(), &found) == 0) return;
        refuse_source(source.path, {"no such file; check the path.", "找不到该文件；请检查路径。"});
    }
    struct stat found {};
    if (::stat(source.path.c_str(), &found) != 0) {
        if (errno == ENOENT)
            refuse_source(source.path, {"no such file; check the path.", "找不到该文件；请检查路径。"});
        const Message why = system_reason(errno);
        refuse_source(source.path,
                      {fmt::format("cannot be read: {}.", why.en), fmt::format("无法读取：{}。", why.zh)});
    }
    if (!S_ISREG(found.st_mode) && !S_ISDIR(found.st_mode)) {
        refuse_source(source.path,
                      {"is a pipe or a device; save it as a file first.", "是管道或设备；请先另存为文件。"});
    }
    if (::access(source.path.c_str(), R_OK) != 0) {
        const Message why = system_reason(errno);
        refuse_source(source.path,
                      {fmt::format("cannot be read: {}; ask its owner for read permission.", why.en),
                       fmt::format("无法读取：{}；请向文件所有者申请读取权限。", why.zh)});
    }
    if (S_ISREG(found.st_mode) && found.st_size == 0) {
        refuse_source(source.path, {"is empty; give a file with content.", "是空文件；请给出有内容的文件。"});
    }
}

}  // namespace yiquan::io
