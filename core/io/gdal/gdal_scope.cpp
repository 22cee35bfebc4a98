// SPDX-License-Identifier: MIT
#include "core/io/gdal/gdal_scope.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>

#include "core/io/gdal/gdal_settings.hpp"

namespace yiquan::io {

GdalScope::GdalScope() : options_before_(CPLGetThreadLocalConfigOptions()) {
    for (const auto& [name, value] : gdal_settings) CPLSetThreadLocalConfigOption(name, value);
    CPLHTTPPushFetchCallback(refuse_to_fetch, nullptr);
}

GdalScope::~GdalScope() {
    CPLHTTPPopFetchCallback();
    CPLSetThreadLocalConfigOptions(options_before_);
    CSLDestroy(options_before_);
}

}  // namespace yiquan::io
