// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "core/features/feature_source.hpp"
#include "core/features/finding.hpp"
#include "core/geo/datum.hpp"
#include "core/intake/columns.hpp"
#include "core/intake/crs_reader.hpp"

namespace yiquan::intake {

/// How the coordinates of a list are to be read.
struct CoordinateOptions {
    geo::Datum datum = geo::Datum::wgs84;  ///< of degrees; metres have the datum of their grid
    std::string crs;    ///< overrides the source's own; empty: the source's, or degrees for plain tables
    geo::Box expected;  ///< where rows should lie, used to tell swapped coordinates; empty: unknown
};

/// Turns the rows of one source into WGS84 places. Every fault becomes a finding; the ones that have only one
/// possible reading (swapped latitude and longitude, an easting with its zone prefix) are put right.
///
/// Surveyors call the northing X and the easting Y, GIS files the other way round: in metres the order is
/// told by the size of the numbers and is no fault. Nor is an easting with the prefix of the stated zone
/// where that has none, or the reverse. A zero on either axis counts as "not filled in" unless it is expected
/// there.
class RowLocator {
public:
    /// \throws Error{input} where the source has neither geometry nor coordinate columns, or geometry without
    ///         a coordinate reference system; Error{usage} for an unknown system, or a shifted datum in
    ///         metres
    RowLocator(const features::FeatureSource& source, const ColumnNames& columns, CoordinateOptions options);

    /// \return nothing where the row has no usable place; the finding says why
    [[nodiscard]] std::optional<geo::LonLat> locate(const features::FeatureSource& source,
                                                    features::FindingSink& findings);

private:
    struct Row;

    [[nodiscard]] bool read_geometry(Row& row) const;
    [[nodiscard]] bool read_columns(Row& row) const;
    [[nodiscard]] std::optional<geo::LonLat> from_degrees(const Row& row);
    [[nodiscard]] std::optional<geo::LonLat> metres_among_degrees(const Row& row);
    [[nodiscard]] std::optional<geo::LonLat> from_metres(const Row& row);
    [[nodiscard]] std::optional<geo::LonLat> degrees_among_metres(const Row& row) const;
    [[nodiscard]] std::optional<geo::LonLat> from_other_zone(const Row& row, geo::RawPosition p, int prefix);

    [[nodiscard]] std::optional<geo::LonLat> degrees_to_wgs84(geo::RawPosition p) const;
    [[nodiscard]] bool as_expected(std::optional<geo::LonLat> p) const;
    [[nodiscard]] std::string likely_crs(geo::RawPosition p);
    [[nodiscard]] const CrsReader& reader(const std::string& crs);

    CoordinateOptions options_;
    bool by_geometry_ = false;
    std::size_t longitude_ = 0;
    std::size_t latitude_ = 0;
    std::string crs_;     ///< empty for degrees
    std::string fields_;  ///< "lon, lat", for messages
    std::map<std::string, CrsReader> readers_;
    const CrsReader* own_ = nullptr;  ///< of `crs_`, in `readers_`
};

}  // namespace yiquan::intake
