// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/features/feature_source.hpp"
#include "core/features/finding.hpp"
#include "core/geo/crs.hpp"
#include "core/geo/datum.hpp"
#include "core/intake/columns.hpp"

namespace yiquan::intake {

/// How the coordinates of a list are to be read.
struct CoordinateOptions {
    geo::Datum datum = geo::Datum::wgs84;
    std::string crs;       ///< overrides the source's own; empty: the source's, or degrees for plain tables
    geo::Box expected;     ///< where rows should lie, used to tell swapped coordinates; empty: unknown
};

/// Turns the rows of one source into WGS84 places. Every fault becomes a finding; the ones that have only one
/// possible reading (swapped latitude and longitude, an easting with its zone prefix) are put right.
class RowLocator {
public:
    /// \throws Error{input} where the source has neither geometry nor coordinate columns, or geometry without
    ///         a coordinate reference system
    RowLocator(const features::FeatureSource& source, const ColumnNames& columns, CoordinateOptions options);

    /// \return nothing where the row has no usable place; the finding says why
    [[nodiscard]] std::optional<geo::LonLat> locate(const features::FeatureSource& source,
                                                    features::FindingSink& findings);

private:
    [[nodiscard]] const geo::Projection& projection(const std::string& crs);

    CoordinateOptions options_;
    bool by_geometry_ = false;
    std::optional<std::size_t> longitude_;
    std::optional<std::size_t> latitude_;
    std::string crs_;  ///< empty for degrees
    std::map<std::string, geo::Projection> projections_;
};

}  // namespace yiquan::intake
