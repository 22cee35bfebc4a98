// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/features/feature_source.hpp"
#include "core/geo/datum.hpp"
#include "core/geo/line.hpp"
#include "core/geo/polygon.hpp"
#include "core/intake/crs_reader.hpp"

namespace yiquan::intake {

/// Turns lines and polygons of one source into WGS84. Coordinates that cannot lie in the stated system end
/// the reading: an area half in the wrong place helps nobody. Edges are straight in the layer's own system:
/// where that bends them, they gain points, so that they run where the file has them to 5 cm.
class ShapeReader {
public:
    /// \param crs      of the numbers; not empty
    /// \param section  where the user sets crs, such as "[zones]", for messages
    /// \throws Error{usage} for an unknown system, and for a shifted datum in metres
    ShapeReader(const features::FeatureSource& source, std::string crs, geo::Datum datum,
                std::string section);

    /// Rings are closed; those of fewer than three corners are dropped, a polygon with its shell.
    /// \throws Error{input} for degrees in a system of metres and for what lies outside of the system
    [[nodiscard]] geo::MultiPolygon polygons(const features::RawPolygons& raw) const;
    [[nodiscard]] std::vector<geo::LineString> lines(const features::RawLines& raw) const;

private:
    void refuse_degrees(const std::vector<geo::RawPosition>& positions) const;
    [[nodiscard]] std::vector<geo::LonLat> carried(const std::vector<geo::RawPosition>& corners) const;
    [[nodiscard]] std::optional<geo::LonLat> image(geo::RawPosition p) const;
    [[nodiscard]] geo::LonLat to_wgs84(geo::RawPosition p) const;

    const features::FeatureSource& source_;
    std::string crs_;
    geo::Datum datum_;
    std::string section_;
    CrsReader reader_;
    bool bends_ = false;  ///< edges on their way to WGS84
};

}  // namespace yiquan::intake
