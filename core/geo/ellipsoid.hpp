// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/quantity.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::geo {

/// WGS84, defining constants of NIMA TR8350.2; the only ellipsoid in Yiquan.
namespace wgs84 {
inline constexpr double semi_major = 6378137.0;
inline constexpr double flattening = 1.0 / 298.257223563;
inline constexpr double eccentricity2 = flattening * (2.0 - flattening);
inline constexpr double semi_minor = semi_major * (1.0 - flattening);
/// Smallest and largest radius of curvature of any normal section anywhere: along the meridian at the
/// equator, and at the poles.
inline constexpr double least_curvature_radius = semi_major * (1.0 - eccentricity2);
inline constexpr double greatest_curvature_radius = semi_major * semi_major / semi_minor;
}  // namespace wgs84

inline constexpr double radians_per_degree = std::numbers::pi / 180.0;

/// Earth-centred, Earth-fixed coordinates of a place on the ellipsoid's surface, metres.
struct Ecef {
    double x = 0.0;
    double y = 0.0;
    double z = 0.0;
};

[[nodiscard]] inline double dot(const Ecef& a, const Ecef& b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

[[nodiscard]] inline Ecef to_ecef(LonLat p) {
    const double lambda = p.lon * radians_per_degree;
    const double phi = p.lat * radians_per_degree;
    const double sin_phi = std::sin(phi);
    const double n = wgs84::semi_major / std::sqrt(1.0 - wgs84::eccentricity2 * sin_phi * sin_phi);
    const double axis = n * std::cos(phi);
    return {axis * std::cos(lambda), axis * std::sin(lambda), n * (1.0 - wgs84::eccentricity2) * sin_phi};
}

/// Inverse of `to_ecef` for a point on the surface.
[[nodiscard]] inline LonLat to_lonlat(Ecef p) {
    return {std::atan2(p.y, p.x) / radians_per_degree,
            std::atan2(p.z, (1.0 - wgs84::eccentricity2) * std::hypot(p.x, p.y)) / radians_per_degree};
}

/// Square of the straight line through the Earth between two places, m^2.
[[nodiscard]] constexpr double chord2(Ecef a, Ecef b) {
    const double dx = a.x - b.x;
    const double dy = a.y - b.y;
    const double dz = a.z - b.z;
    return dx * dx + dy * dy + dz * dz;
}

/// Bounds on the squared chord of a geodesic of a given length, m^2.
///
/// A geodesic is bent by the normal curvature along it, which lies between those of `wgs84`; by Schur's
/// comparison theorem its chord lies between those of two circular arcs of the same length. A margin of
/// 1e-11 covers the geodesic's torsion, one of 20 nm the rounding of coordinates (5 nm) and of Karney's
/// geodesic (15 nm). At 15 km the bounds are 0.1 mm apart.
struct ChordBounds {
    double certain2 = 0.0;   ///< a chord no longer than this is certainly within the length
    double possible2 = 0.0;  ///< a chord longer than this is certainly beyond the length
};
[[nodiscard]] inline ChordBounds chord_bounds(Metres length) {
    const auto arc_chord = [&](double radius) {
        return 2.0 * radius * std::sin(length.value() / (2.0 * radius));
    };
    constexpr double margin = 1e-11;
    constexpr double rounding = 2e-8;  // metres
    const double shortest =
        std::max(0.0, arc_chord(wgs84::least_curvature_radius) * (1.0 - margin) - rounding);
    const double longest = arc_chord(wgs84::greatest_curvature_radius) * (1.0 + margin) + rounding;
    return {shortest * shortest, longest * longest};
}

/// Area of the ellipsoid between the equator and a latitude, per radian of longitude, m^2.
/// Formula: Snyder, Map Projections: A Working Manual (USGS 1987), eq. 3-12, times a^2/2.
[[nodiscard]] inline double area_below(double latitude_degrees) {
    const double e = std::sqrt(wgs84::eccentricity2);
    const double s = std::sin(latitude_degrees * radians_per_degree);
    const double es = e * s;
    return 0.5 * wgs84::semi_major * wgs84::semi_major * (1.0 - wgs84::eccentricity2) *
           (s / (1.0 - es * es) + std::atanh(es) / e);
}

}  // namespace yiquan::geo
