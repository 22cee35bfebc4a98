// SPDX-License-Identifier: MIT
#include "core/io/gdal_handles.hpp"

#include <cpl_http.h>
#include <ogr_srs_api.h>

#include <array>
#include <string_view>
#include <utility>

namespace yiquan::io {
namespace {

constexpr GIntBig block_cache_bytes = GIntBig{64} << 20;

/// Drivers that only reach the network or start other programs.
constexpr const char* refused_drivers =
    "HTTP,WFS,OAPIF,CSW,Elasticsearch,Carto,AmigoCloud,NGW,PLSCENES,EEDA,EEDAI,OGCAPI,WCS,WMS,WMTS,DAAS,"
    "PLMOSAIC,STACTA,STACIT,GPSBabel,MySQL,MSSQLSpatial,ODBC,PGeo";

constexpr std::array<std::pair<const char*, const char*>, 6> settings{{
    {"GDAL_SKIP", refused_drivers},
    {"CPL_VSIL_CURL_ALLOWED_FILENAME", "none"},
    {"GDAL_VRT_ENABLE_PYTHON", "NO"},
    {"OGR_XLSX_HEADERS", "FORCE"},
    {"OGR_ODS_HEADERS", "FORCE"},
    {"OGR_XLS_HEADERS", "FORCE"},
}};

struct FreeText {
    void operator()(char* text) const noexcept { CPLFree(text); }
};

CPLHTTPResult* refuse_to_fetch(const char* /*url*/, CSLConstList /*options*/, GDALProgressFunc /*progress*/,
                               void* /*progress_data*/, CPLHTTPFetchWriteFunc /*write*/, void* /*write_data*/,
                               void* /*user_data*/) {
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("Yiquan works offline");
    return result;
}

bool set_up() {
    CPLSetErrorHandler(CPLQuietErrorHandler);
    for (const auto& [name, value] : settings) CPLSetConfigOption(name, value);
    CPLHTTPSetFetchCallback(refuse_to_fetch, nullptr);
    OSRSetPROJEnableNetwork(FALSE);
    GDALSetCacheMax64(block_cache_bytes);
    GDALAllRegister();
    return true;
}

}  // namespace

void prepare_gdal() {
    [[maybe_unused]] static const bool done = set_up();
}

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
