// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/audit/document_numbers.hpp"
#include "core/audit/report.hpp"
#include "core/base/error.hpp"

namespace yiquan::report {

using RecordJson = nlohmann::ordered_json;

/// None where the key is missing or null.
[[nodiscard]] inline std::optional<double> number_at(const RecordJson& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return std::nullopt;
    return found->get<double>();
}

/// Empty where the key is missing or null.
[[nodiscard]] inline std::string text_at(const RecordJson& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return {};
    return found->get<std::string>();
}

/// The files that a result was made from.
[[nodiscard]] inline std::vector<features::InputRecord> inputs_from(const RecordJson& object) {
    std::vector<features::InputRecord> inputs;
    const auto listed = object.find("inputs");
    if (listed == object.end()) return inputs;
    for (const RecordJson& input : *listed) {
        inputs.push_back({input.value("role", ""), input.value("path", ""), input.value("sha256", ""),
                          input.contains("rows") ? audit::count_at<std::uint64_t>(input, "rows") : 0});
    }
    return inputs;
}

/// \param read makes the record from the document
/// \return none for what is not JSON, of another schema, or not as `read` expects it
/// \throws Error{input} of `read`, behind the name: a number that cannot be counted
template <class Record, class Read>
[[nodiscard]] std::optional<Record> parse_document(std::string_view text, std::string_view name,
                                                   std::string_view schema, Read read) {
    try {
        const auto json = RecordJson::parse(text);
        if (!json.is_object() || json.value("schema", "") != schema) return std::nullopt;
        return read(json);
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::input) audit::throw_behind(name, error);
        return std::nullopt;  // a word that this version does not know
    }
}

}  // namespace yiquan::report
