// SPDX-License-Identifier: MIT
#pragma once

namespace yiquan::io {

/// Makes GDAL Yiquan's own in the whole process, for programs of ours and never for the plugin: no drivers
/// that reach the network, the settings of `GdalScope` in every thread, silent, and at most 256 MiB of
/// rasters kept in memory. Reading and writing are right and safe without it as well; this bounds what GDAL
/// does on its own. Call it before the first data set is opened. Drivers that are not registered yet stay so
/// until one is wanted.
void prepare_gdal_for_a_program();

}  // namespace yiquan::io
