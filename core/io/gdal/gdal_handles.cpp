// SPDX-License-Identifier: MIT
#include "core/io/gdal/gdal_handles.hpp"

#include <array>
#include <string_view>

namespace yiquan::io {
namespace {

struct FreeText {
    void operator()(char* text) const noexcept { CPLFree(text); }
};

}  // namespace

std::string gdal_reason() {
    const std::string_view said = CPLGetLastErrorMsg();
    // "not recognized as a supported file format" adds nothing to our own sentence.
    if (said.empty() || said.find("not recognized as") != std::string_view::npos) return {};
    std::string reason = " (GDAL: ";
    for (const char c : said.substr(0, 300)) reason += c == '\n' || c == '\r' ? ' ' : c;
    return reason += ')';
}

std::string crs_text(const OGRSpatialReference* reference) {
    if (reference == nullptr || reference->IsEmpty() || reference->IsLocal() != 0) return {};
    if (const char* name = reference->GetName();
        name != nullptr && std::string_view{name}.starts_with("Undefined ")) {
        return {};
    }
    const char* authority = reference->GetAuthorityName(nullptr);
    const char* code = reference->GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr) return std::string{authority} + ':' + code;
    constexpr std::array options{"FORMAT=WKT2_2019", "MULTILINE=NO", static_cast<const char*>(nullptr)};
    char* made = nullptr;
    reference->exportToWkt(&made, options.data());
    const std::unique_ptr<char, FreeText> text{made};
    return text ? std::string{text.get()} : std::string{};
}

}  // namespace yiquan::io
