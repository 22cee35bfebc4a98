// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/geo/lonlat.hpp"

namespace yiquan::geo {

/// The way from one coordinate reference system to WGS84 longitude and latitude.
/// Axes are taken in map order (east first), whatever the authority says. One object per thread.
class Projection {
public:
    /// \param crs anything PROJ reads: "EPSG:4543", WKT, PROJJSON
    /// \throws Error{usage} when PROJ does not know it
    explicit Projection(const std::string& crs);
    ~Projection();
    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;

    /// \return nothing where the position has no image (outside the projection's domain)
    [[nodiscard]] std::optional<LonLat> to_lonlat(RawPosition p) const;
    [[nodiscard]] std::optional<RawPosition> from_lonlat(LonLat p) const;
    /// True when coordinates are degrees already and pass unchanged.
    [[nodiscard]] bool geographic() const;

private:
    struct Handles;
    std::unique_ptr<Handles> handles_;
};

/// The CGCS2000 Gauss-Kruger zone that an easting with a zone prefix names, as "EPSG:n":
/// 34 501 234 is 3-degree zone 34, 17 498 543 is 6-degree zone 17.
/// \return nothing where the number carries no valid prefix for China
[[nodiscard]] std::optional<std::string> cgcs2000_zone_of(double easting);

/// The 3-degree zone without prefix whose central meridian is given, as "EPSG:n".
[[nodiscard]] std::optional<std::string> cgcs2000_crs_at(double central_meridian);

}  // namespace yiquan::geo
