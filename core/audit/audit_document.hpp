// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "core/audit/document_numbers.hpp"
#include "core/base/error.hpp"

namespace yiquan::audit {

/// Hands the document of an audit.json to `read`.
/// \throws Error{input} for anything but "yiquan.audit/1", where `read` misses a key, and what `read` throws,
/// behind the name
template <class Read>
[[nodiscard]] auto read_audit_document(std::string_view text, std::string_view name, Read read) {
    try {
        const auto json = nlohmann::ordered_json::parse(text);
        if (json.is_object() && json.value("schema", "") == "yiquan.audit/1") return read(json);
    } catch (const nlohmann::json::exception&) {
        // Not JSON, or not an audit's: the same sentence for both.
    } catch (const Error& error) {
        throw_behind(name, error);
    }
    throw Error{
        ErrorKind::input,
        {fmt::format("{}: is not an audit of this version (schema yiquan.audit/1); run the audit again.",
                     name),
         fmt::format("{}：不是本版本的审计结果（yiquan.audit/1），请重新运行审计。", name)}};
}

}  // namespace yiquan::audit
