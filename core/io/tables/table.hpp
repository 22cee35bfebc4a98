// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "core/features/feature_source.hpp"

namespace yiquan::io {

struct TableOptions {
    std::string layer;  ///< layer or sheet; `|layername=` in the path goes before it
};

/// Opens a table: `PATH`, `PATH|layername=NAME` or `PG:dbname=…`. Text tables (.csv, .tsv, .txt, .psv, also
/// inside /vsizip/ and /vsigzip/) are read by `CsvSource`, everything else by GDAL.
///
/// Where several layers hold rows and none is named, that is an error; layers that QGIS keeps for itself and
/// empty sheets do not count. Rows of spreadsheets are numbered as the sheet shows them, blank ones passed
/// over; rows of GIS layers go by feature id.
/// \throws Error{usage} for a layer that is not there or not named, and for web addresses
/// \throws Error{input} for what is missing, unreadable, empty or no table
[[nodiscard]] std::unique_ptr<features::FeatureSource> open_table(const std::string& path,
                                                                  const TableOptions& options = {});

}  // namespace yiquan::io
