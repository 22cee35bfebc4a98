// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace yiquan::io {

/// Under which an audit's GeoPackage keeps its audit.json, and the others their documents.
inline constexpr std::string_view audit_in_package = "urn:yiquan:audit:1";
inline constexpr std::string_view siting_in_package = "urn:yiquan:siting:1";
inline constexpr std::string_view relocation_in_package = "urn:yiquan:relocation:1";
inline constexpr std::string_view screening_in_package = "urn:yiquan:screening:1";

/// A GeoPackage of Yiquan's by the document in it, and how it is called and made, for messages.
struct PackageKind {
    std::string_view standard;
    std::string_view file;
    std::string_view made_by_en;
    std::string_view made_by_zh;
    std::string_view again_en;
    std::string_view again_zh;
};
inline constexpr PackageKind audit_package{audit_in_package, "audit.gpkg",          "of an audit",
                                           "审计结果中的",   "run the audit again", "请重新运行审计"};
inline constexpr PackageKind siting_package{siting_in_package,         "plan.gpkg",
                                            "of yiquan locate",        "yiquan locate 生成的 ",
                                            "run yiquan locate again", "请重新运行 yiquan locate"};
inline constexpr PackageKind relocation_package{relocation_in_package,       "result",
                                                "of yiquan relocate",        "yiquan relocate 生成的",
                                                "run yiquan relocate again", "请重新运行 yiquan relocate"};
inline constexpr PackageKind screening_package{screening_in_package,      "result",
                                               "of yiquan screen",        "yiquan screen 生成的",
                                               "run yiquan screen again", "请重新运行 yiquan screen"};

/// The JSON document that a GeoPackage keeps inside.
/// \throws Error{input} where the file is missing, no GeoPackage, or keeps none
[[nodiscard]] std::string read_package_document(const std::string& package,
                                                const PackageKind& kind = audit_package);

}  // namespace yiquan::io
