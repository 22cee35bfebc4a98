// SPDX-License-Identifier: MIT
#pragma once

#include <cpl_http.h>

#include <array>
#include <utility>

namespace yiquan::io {

/// The date in every GeoPackage that Yiquan writes: the same rows give the same bytes.
inline constexpr const char* no_time = "1970-01-01T00:00:00.000Z";

/// Drivers that only reach the network or start other programs.
inline constexpr std::array refused_drivers{
    "HTTP",     "WFS",    "OAPIF",  "CSW",      "Elasticsearch", "Carto",        "AmigoCloud", "NGW",
    "PLSCENES", "EEDA",   "EEDAI",  "OGCAPI",   "WCS",           "WMS",          "WMTS",       "DAAS",
    "PLMOSAIC", "STACTA", "STACIT", "GPSBabel", "MySQL",         "MSSQLSpatial", "ODBC",       "PGeo"};

/// How GDAL reads and writes for Yiquan. What is no proxy at all stops those drivers that ask the network by
/// a way of their own, such as tiles of a WMS inside a VRT.
inline constexpr std::array<std::pair<const char*, const char*>, 8> gdal_settings{{
    {"CPL_VSIL_CURL_ALLOWED_FILENAME", "none"},
    {"GDAL_HTTP_PROXY", "offline://yiquan"},
    {"GDAL_HTTPS_PROXY", "offline://yiquan"},
    {"GDAL_VRT_ENABLE_PYTHON", "NO"},
    {"OGR_XLSX_HEADERS", "FORCE"},
    {"OGR_ODS_HEADERS", "FORCE"},
    {"OGR_XLS_HEADERS", "FORCE"},
    {"OGR_CURRENT_DATE", no_time},
}};

/// Answers every request for a web address with an error, as `CPLHTTPFetchCallbackFunc` wants it.
CPLHTTPResult* refuse_to_fetch(const char* url, CSLConstList options, GDALProgressFunc progress,
                               void* progress_data, CPLHTTPFetchWriteFunc write, void* write_data,
                               void* user_data);

}  // namespace yiquan::io
