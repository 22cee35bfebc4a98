// SPDX-License-Identifier: MIT
#pragma once

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <string>

namespace yiquan::io {

using DatasetHandle = GDALDatasetUniquePtr;
using FeatureHandle = OGRFeatureUniquePtr;
using GeometryHandle = std::unique_ptr<OGRGeometry>;

struct CloseFile {
    void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
};
/// A file read through GDAL, so that /vsizip/ and /vsigzip/ work as well.
using FileHandle = std::unique_ptr<VSILFILE, CloseFile>;

/// What GDAL last complained about in this thread, in its own English and in brackets, such as
/// " (GDAL: not a TIFF file)"; empty where it did not. `CPLErrorReset()` starts afresh.
[[nodiscard]] std::string gdal_reason();

/// The reference system as PROJ reads it: authority and code where there are any, else WKT2.
/// \return empty for none, and for the local and "undefined" systems of which PROJ can make nothing
[[nodiscard]] std::string crs_text(const OGRSpatialReference* reference);

}  // namespace yiquan::io
