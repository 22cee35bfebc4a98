// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace yiquan::io {

/// Under which an audit's GeoPackage keeps its audit.json.
inline constexpr std::string_view audit_in_package = "urn:yiquan:audit:1";

/// Under which the GeoPackage of a siting keeps its document.
inline constexpr std::string_view siting_in_package = "urn:yiquan:siting:1";

/// The audit.json that a GeoPackage keeps inside.
/// \throws Error{input} where the file is missing, no GeoPackage, or keeps none
[[nodiscard]] std::string read_package_document(const std::string& package);

}  // namespace yiquan::io
