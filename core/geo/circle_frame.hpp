// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

#include "core/geo/circle.hpp"

namespace yiquan::geo {

/// The edge of a geodesic circle as a closed curve: the points of the ellipsoid at one chord from the centre.
///
/// The chord is the middle of the circle's bounds, so that the curve lies within 2.4e-9 of the radius (at
/// 15 km) of the true edge. Angles run anticlockwise from east, radians.
class CircleFrame {
public:
    explicit CircleFrame(const GeodesicCircle& circle);

    /// A point of the edge and how it moves with the angle.
    struct EdgePoint {
        Ecef at;
        double dlon = 0.0;  ///< d(longitude)/d(angle), radians per radian
    };
    [[nodiscard]] EdgePoint edge_point(double angle) const;
    [[nodiscard]] Ecef at(double angle) const { return solve({std::cos(angle), std::sin(angle)}).at; }
    /// The angle under which a place is seen from the centre.
    [[nodiscard]] double angle_of(const Ecef& p) const;

    /// The part of this edge that another circle holds.
    struct Arc {
        enum class Kind { none, part, all } kind = Kind::none;
        double middle = 0.0;  ///< radians, for `part`
        double before = 0.0;  ///< how far it reaches clockwise of the middle, radians
        double after = 0.0;   ///< and anticlockwise
    };
    [[nodiscard]] Arc held_by(const CircleFrame& other) const;

    [[nodiscard]] const Ecef& centre() const { return centre_; }
    [[nodiscard]] double edge_chord2() const { return edge_chord2_; }

private:
    struct Direction {  // in the tangent plane, of length 1
        double east = 0.0;
        double north = 0.0;
    };
    struct Solution {
        Ecef at;
        double along = 0.0;  ///< distance from the centre in the tangent plane, m
        double down = 0.0;   ///< height over the tangent plane, m, negative
    };
    [[nodiscard]] Solution solve(Direction towards) const;

    Ecef centre_;
    Ecef east_;
    Ecef north_;
    Ecef up_;
    double edge_chord2_;
    int rounds_ = 2;
};

}  // namespace yiquan::geo
