// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/audit/document_numbers.hpp"
#include "core/base/error.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::io {

/// A document that was read; keys keep their order.
using DocumentJson = nlohmann::ordered_json;

/// None where the key is missing or null.
[[nodiscard]] inline std::optional<double> number_at(const DocumentJson& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return std::nullopt;
    return found->get<double>();
}

/// Empty where the key is missing or null.
[[nodiscard]] inline std::string text_at(const DocumentJson& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return {};
    return found->get<std::string>();
}

/// None where the coordinates are missing or null.
[[nodiscard]] inline std::optional<geo::LonLat> place_at(const DocumentJson& object) {
    const auto lon = number_at(object, "lon");
    const auto lat = number_at(object, "lat");
    if (!lon || !lat) return std::nullopt;
    return geo::LonLat{*lon, *lat};
}

/// \param read makes the record from the document
/// \return none for what is not JSON, of another schema, or not as `read` expects it
/// \throws Error{input} of `read`, behind the name: a number that cannot be counted
template <class Record, class Read>
[[nodiscard]] std::optional<Record> parse_document(std::string_view text, std::string_view name,
                                                   std::string_view schema, Read read) {
    try {
        const auto json = DocumentJson::parse(text);
        if (!json.is_object() || json.value("schema", "") != schema) return std::nullopt;
        return read(json);
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::input) audit::throw_behind(name, error);
        return std::nullopt;  // a word that this version does not know
    }
}

}  // namespace yiquan::io
