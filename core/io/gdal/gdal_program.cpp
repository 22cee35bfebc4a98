// SPDX-License-Identifier: MIT
#include "core/io/gdal/gdal_program.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogr_srs_api.h>

#include <string>

#include "core/io/gdal/gdal_settings.hpp"

namespace yiquan::io {
namespace {

/// Holds a row of large blocks of a wide raster; where it did not, each block would be read once per strip.
constexpr GIntBig block_cache_bytes = GIntBig{256} << 20;

}  // namespace

void prepare_gdal_for_a_program() {
    CPLSetErrorHandler(CPLQuietErrorHandler);
    for (const auto& [name, value] : gdal_settings) CPLSetConfigOption(name, value);
    std::string skipped;
    for (const char* driver : refused_drivers) skipped += std::string{driver} + ' ';
    CPLSetConfigOption("GDAL_SKIP", skipped.c_str());
    CPLHTTPSetFetchCallback(refuse_to_fetch, nullptr);
    OSRSetPROJEnableNetwork(FALSE);
    GDALSetCacheMax64(block_cache_bytes);
    if (GDALGetDriverCount() > 0) GetGDALDriverManager()->AutoSkipDrivers();
}

}  // namespace yiquan::io
