// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <compare>
#include <limits>

namespace yiquan::geo {

/// A place on the WGS84 ellipsoid (EPSG:4326), degrees, longitude east and latitude north.
/// CGCS2000 agrees with it to a few centimetres and is treated as the same.
struct LonLat {
    double lon = 0.0;
    double lat = 0.0;

    friend constexpr auto operator<=>(const LonLat&, const LonLat&) = default;
};

/// A pair of numbers as the user's file gives them, before anyone knows what they mean.
struct RawPosition {
    double x = 0.0;
    double y = 0.0;

    friend constexpr auto operator<=>(const RawPosition&, const RawPosition&) = default;
};

/// Closed box in degrees; `Box{}` is empty and grows by `include`.
struct Box {
    double west = std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();

    [[nodiscard]] constexpr bool empty() const { return west > east || south > north; }
    [[nodiscard]] constexpr bool contains(LonLat p) const {
        return p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north;
    }
    [[nodiscard]] constexpr bool intersects(const Box& other) const {
        return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }
    constexpr void include(LonLat p) {
        west = std::min(west, p.lon);
        south = std::min(south, p.lat);
        east = std::max(east, p.lon);
        north = std::max(north, p.lat);
    }
    constexpr void include(const Box& other) {
        west = std::min(west, other.west);
        south = std::min(south, other.south);
        east = std::max(east, other.east);
        north = std::max(north, other.north);
    }
};

/// True for finite coordinates that can lie on Earth: |lon| <= 180 and |lat| <= 90.
[[nodiscard]] constexpr bool on_earth(LonLat p) {
    return p.lon >= -180.0 && p.lon <= 180.0 && p.lat >= -90.0 && p.lat <= 90.0;
}

}  // namespace yiquan::geo
