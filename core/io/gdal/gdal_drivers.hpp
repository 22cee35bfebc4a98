// SPDX-License-Identifier: MIT
#pragma once

#include <cpl_string.h>
#include <gdal_priv.h>

namespace yiquan::io {

/// The names of all drivers that the process has, without those that reach the network, for GDAL's lists of
/// allowed drivers. No driver is taken away from the process, which may have layers open through it; drivers
/// are registered only where there is none at all, which takes about 40 ms once.
[[nodiscard]] CPLStringList offline_drivers();

/// \return null where the process has no such driver
[[nodiscard]] GDALDriver* driver_named(const char* name);

}  // namespace yiquan::io
