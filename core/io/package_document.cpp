// SPDX-License-Identifier: MIT
#include "core/io/package_document.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "core/base/error.hpp"
#include "core/io/geopackage_rows.hpp"

namespace yiquan::io {
namespace {

[[noreturn]] void refuse(const std::string& package) {
    throw Error{
        ErrorKind::input,
        {fmt::format("{}: is not the audit.gpkg of this version of Yiquan; run the audit again.", package),
         fmt::format("{}：不是本版本驿圈的 audit.gpkg，请重新运行审计。", package)}};
}

}  // namespace

std::string read_package_document(const std::string& package) {
    std::error_code failure;
    if (!std::filesystem::is_regular_file(package, failure)) {
        throw Error{ErrorKind::input,
                    {fmt::format("{}: there is no such file; give the audit.gpkg of an audit.", package),
                     fmt::format("{}：文件不存在；请给出审计结果中的 audit.gpkg。", package)}};
    }
    sqlite3* opened = nullptr;
    const int status = sqlite3_open_v2(package.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const SqliteHandle database{opened};
    if (status != SQLITE_OK) refuse(package);
    sqlite3_stmt* prepared = nullptr;
    constexpr const char* query = "SELECT metadata FROM gpkg_metadata WHERE md_standard_uri = ?1";
    if (sqlite3_prepare_v2(database.get(), query, -1, &prepared, nullptr) != SQLITE_OK) refuse(package);
    const StatementHandle statement{prepared};
    sqlite3_bind_text64(statement.get(), 1, audit_in_package.data(), audit_in_package.size(), SQLITE_STATIC,
                        SQLITE_UTF8);
    if (sqlite3_step(statement.get()) != SQLITE_ROW) refuse(package);
    const void* text = sqlite3_column_blob(statement.get(), 0);
    if (text == nullptr) refuse(package);
    return {static_cast<const char*>(text),
            static_cast<std::size_t>(sqlite3_column_bytes(statement.get(), 0))};
}

}  // namespace yiquan::io
