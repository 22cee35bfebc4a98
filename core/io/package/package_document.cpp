// SPDX-License-Identifier: MIT
#include "core/io/package/package_document.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "core/base/error.hpp"
#include "core/io/package/geopackage_rows.hpp"

namespace yiquan::io {
namespace {

[[noreturn]] void refuse(const std::string& package, const PackageKind& kind) {
    throw Error{
        ErrorKind::input,
        {fmt::format("{}: is not the {} of this version of Yiquan; {}.", package, kind.file, kind.again_en),
         fmt::format("{}：不是本版本驿圈的 {}，{}。", package, kind.file, kind.again_zh)}};
}

}  // namespace

std::string read_package_document(const std::string& package, const PackageKind& kind) {
    std::error_code failure;
    if (!std::filesystem::is_regular_file(package, failure)) {
        throw Error{
            ErrorKind::input,
            {fmt::format("{}: there is no such file; give the {} {}.", package, kind.file, kind.made_by_en),
             fmt::format("{}：文件不存在；请给出{}{}。", package, kind.made_by_zh, kind.file)}};
    }
    sqlite3* opened = nullptr;
    const int status = sqlite3_open_v2(package.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const SqliteHandle database{opened};
    if (status != SQLITE_OK) refuse(package, kind);
    sqlite3_stmt* prepared = nullptr;
    constexpr const char* query = "SELECT metadata FROM gpkg_metadata WHERE md_standard_uri = ?1";
    if (sqlite3_prepare_v2(database.get(), query, -1, &prepared, nullptr) != SQLITE_OK) refuse(package, kind);
    const StatementHandle statement{prepared};
    if (sqlite3_bind_text64(statement.get(), 1, kind.standard.data(), kind.standard.size(), SQLITE_STATIC,
                            SQLITE_UTF8) != SQLITE_OK) {
        refuse(package, kind);
    }
    if (sqlite3_step(statement.get()) != SQLITE_ROW) refuse(package, kind);
    const void* text = sqlite3_column_blob(statement.get(), 0);
    if (text == nullptr) refuse(package, kind);
    return {static_cast<const char*>(text),
            static_cast<std::size_t>(sqlite3_column_bytes(statement.get(), 0))};
}

}  // namespace yiquan::io
