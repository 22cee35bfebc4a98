// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "core/geo/crs.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::intake {

/// A strip of the Chinese national grid (Gauss-Kruger, scale 1, false easting 500 km).
struct GridZone {
    double central_meridian = 0.0;
    int prefix = 0;  ///< zone number in millions of the easting; 0 where eastings carry none
};

/// The zone that an easting with a prefix names, and the easting without the prefix.
struct PrefixedEasting {
    GridZone zone;
    double within = 0.0;
};
[[nodiscard]] std::optional<PrefixedEasting> split_easting(double easting);

/// Without prefix: 150 km to 850 km. A northing of China: 1,900 km to 6,100 km from the equator.
[[nodiscard]] bool is_bare_easting(double metres);
[[nodiscard]] bool is_northing(double metres);

/// One coordinate reference system of the user's, on its way to WGS84.
class CrsReader {
public:
    /// \throws Error{usage} for a system that PROJ does not know
    explicit CrsReader(const std::string& crs);

    /// True where its numbers are degrees.
    [[nodiscard]] bool geographic() const { return projection_.geographic(); }
    /// True where they are degrees of WGS84 or CGCS2000, and pass as they are.
    [[nodiscard]] bool unchanged() const { return unchanged_; }
    /// Set where it is a strip of the Chinese grid, whatever its datum.
    [[nodiscard]] const std::optional<GridZone>& grid_zone() const { return zone_; }

    [[nodiscard]] std::optional<geo::LonLat> to_wgs84(geo::RawPosition p) const {
        if (unchanged_) return geo::LonLat{p.x, p.y};
        return projection_.to_lonlat(p);
    }

private:
    [[nodiscard]] std::optional<GridZone> probe_zone() const;

    geo::Projection projection_;
    bool unchanged_ = false;
    std::optional<GridZone> zone_;
};

}  // namespace yiquan::intake
