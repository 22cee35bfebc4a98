// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/ellipsoid.hpp"

namespace yiquan::geo {

/// A piece of a line or outline, straight in longitude and latitude, which is no geodesic: along 36° N the
/// two part by 115 m in the middle of a degree. Both ends may be one point.
struct Edge {
    LonLat a;
    LonLat b;

    [[nodiscard]] Box box() const {
        Box box;
        box.include(a);
        box.include(b);
        return box;
    }
    /// The place at a share of the way, 0 to 1.
    [[nodiscard]] LonLat at(double t) const {
        return {a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)};
    }
};

/// Where two things come nearest to each other.
struct Approach {
    LonLat from;
    LonLat to;
    double chord2 = std::numeric_limits<double>::infinity();  ///< m^2
};

/// The place of an edge nearest to `p` by straight line through the Earth, which orders places as the
/// geodesic does to 1e-6 of the distance. Right to a millimetre along the edge, and so to far less in
/// distance.
[[nodiscard]] Approach approach(LonLat p, const Edge& edge);

/// Where two edges come nearest; `chord2` is zero where they cross or touch.
[[nodiscard]] Approach approach(const Edge& from, const Edge& to);

/// True where two edges have a point in common, in longitude and latitude.
[[nodiscard]] bool edges_meet(const Edge& a, const Edge& b);

/// A length that no point of one box can fall short of on its way to the other, squared chord, m^2. Zero for
/// boxes that meet; else about as long as the way to the nearest side, never longer.
[[nodiscard]] double least_chord2(const Box& a, const Box& b);

}  // namespace yiquan::geo
