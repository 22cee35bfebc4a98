// SPDX-License-Identifier: MIT
#include "core/io/gdal/gdal_settings.hpp"

#include <cpl_conv.h>

namespace yiquan::io {

CPLHTTPResult* refuse_to_fetch(const char* /*url*/, CSLConstList /*options*/, GDALProgressFunc /*progress*/,
                               void* /*progress_data*/, CPLHTTPFetchWriteFunc /*write*/, void* /*write_data*/,
                               void* /*user_data*/) {
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("Yiquan works offline");
    return result;
}

}  // namespace yiquan::io
