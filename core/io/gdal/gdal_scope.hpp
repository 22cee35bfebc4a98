// SPDX-License-Identifier: MIT
#pragma once

#include <cpl_error.h>

namespace yiquan::io {

/// While it lives GDAL is silent in this thread: no handler of the process hears of our mistakes, and what
/// GDAL said before is there again afterwards. Ask for `gdal_reason()` before it ends. 0.1 µs.
class QuietGdal {
public:
    QuietGdal() { CPLErrorReset(); }
    QuietGdal(const QuietGdal&) = delete;
    QuietGdal& operator=(const QuietGdal&) = delete;

private:
    CPLErrorStateBackuper said_before_;
    CPLErrorHandlerPusher quiet_{CPLQuietErrorHandler};
};

/// While it lives GDAL works in this thread by `gdal_settings`: silent, without network, the first row of a
/// spreadsheet always a heading, the date of what is written a fixed one. All of it is this thread's alone
/// and is as it was before when the scope ends: the process may be QGIS, with layers and settings of its own.
/// Threads that GDAL starts by itself see none of it; they only decode. 1 µs, nests.
///
/// Whatever reaches GDAL stands in one of these; what reads row by row may be content with `QuietGdal`.
class GdalScope {
public:
    GdalScope();
    ~GdalScope();
    GdalScope(const GdalScope&) = delete;
    GdalScope& operator=(const GdalScope&) = delete;

private:
    QuietGdal quiet_;
    char** options_before_;  // of this thread, ours to free
};

}  // namespace yiquan::io
