// SPDX-License-Identifier: MIT
#include "core/geo/circle.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/error.hpp"

namespace yiquan::geo {

GeodesicCircle::GeodesicCircle(LonLat centre, Metres radius)
    : centre_(centre),
      radius_(radius),
      ecef_(to_ecef(centre)),
      axis_(std::hypot(ecef_.x, ecef_.y)),
      bounds_(chord_bounds(radius)) {
    if (!(radius > Metres{0.0}) || radius > largest_radius) {
        throw Error{ErrorKind::usage,
                    {fmt::format("A radius of {} m cannot be used; it must be above 0 m and at most {}.",
                                 radius.value(), to_text(largest_radius)),
                     fmt::format("半径 {} 米无法使用；必须大于 0，且不超过 {}。", radius.value(),
                                 to_text(largest_radius))}};
    }
    constexpr double centimetre = 1e-7;  // degrees
    // A meridian bends at least as fast as a circle of the least radius of curvature.
    const double reach = radius.value() / wgs84::least_curvature_radius / radians_per_degree + centimetre;
    south_ = std::max(-90.0, centre.lat - reach);
    north_ = std::min(90.0, centre.lat + reach);
    // On a sphere the widest parallel is asin(sin(lat) / cos(r)); twice the difference covers the ellipsoid.
    const double sine_at_widest = std::clamp(
        std::sin(centre.lat * radians_per_degree) / std::cos(reach * radians_per_degree), -1.0, 1.0);
    const double beyond = std::asin(sine_at_widest) / radians_per_degree - centre.lat;
    widest_latitude_ = centre.lat + 2.0 * beyond + std::copysign(centimetre, centre.lat);
    if (south_ <= -90.0 || north_ >= 90.0) {
        greatest_half_width_ = 180.0;
        return;
    }
    // On any sphere the tangent meridians lie asin(sin(r)/cos(lat)) away; the smallest sphere gives the
    // widest.
    const double sine = std::sin(reach * radians_per_degree) / std::cos(centre.lat * radians_per_degree);
    greatest_half_width_ = sine >= 1.0 ? 180.0 : 1.01 * std::asin(sine) / radians_per_degree + centimetre;
}

Parallel parallel_at(double latitude) {
    const double phi = latitude * radians_per_degree;
    const double sin_phi = std::sin(phi);
    const double n = wgs84::semi_major / std::sqrt(1.0 - wgs84::eccentricity2 * sin_phi * sin_phi);
    return {n * std::cos(phi), n * (1.0 - wgs84::eccentricity2) * sin_phi};
}

double GeodesicCircle::half_width(const Parallel& parallel, bool outer) const {
    const double dz = parallel.z - ecef_.z;
    const double daxis = parallel.axis - axis_;
    const double c2 = outer ? bounds_.possible2 : bounds_.certain2;
    // chord^2 = daxis^2 + dz^2 + 4 axis axis_ sin^2(dlon / 2)
    const double rest = c2 - dz * dz - daxis * daxis;
    if (rest < 0.0) return -1.0;
    const double sine2 = rest / (4.0 * parallel.axis * axis_);
    if (!(sine2 < 1.0)) return 180.0;
    return 2.0 * std::asin(std::sqrt(sine2)) / radians_per_degree;
}

}  // namespace yiquan::geo
