// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/features/feature_source.hpp"
#include "core/features/finding.hpp"
#include "core/geo/line.hpp"
#include "core/geo/polygon.hpp"
#include "core/intake/columns.hpp"
#include "core/intake/locate_row.hpp"
#include "core/intake/shape_reader.hpp"

namespace yiquan::screening {

/// What a row looks like on the ground, WGS84: any of these.
struct RowShape {
    std::vector<geo::LonLat> points;
    std::vector<geo::LineString> lines;
    geo::MultiPolygon polygons;

    [[nodiscard]] bool empty() const { return points.empty() && lines.empty() && polygons.empty(); }
};

/// Reads the places of a source's rows, whatever they are: points by geometry or by columns with all the care
/// of `intake::RowLocator`, lines and polygons by `intake::ShapeReader`.
class RowShapes {
public:
    /// \param section  of the settings, for messages, such as "[candidates]"
    /// \throws Error as `RowLocator` and `ShapeReader` do
    RowShapes(const features::FeatureSource& source, const intake::ColumnNames& columns,
              const intake::CoordinateOptions& coordinates, const std::string& section);

    /// The shape of the source's row; empty where it has none that can be used, with a finding.
    [[nodiscard]] RowShape read(const features::FeatureSource& source, features::FindingSink& findings);

private:
    intake::RowLocator points_;
    std::unique_ptr<intake::ShapeReader> shapes_;  ///< null for plain tables
};

}  // namespace yiquan::screening
