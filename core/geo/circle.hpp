// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/ellipsoid.hpp"
#include "core/geo/geodesic.hpp"

namespace yiquan::geo {

/// A circle of latitude, prepared for many questions.
struct Parallel {
    double axis = 0.0;  ///< distance from the Earth's axis, m
    double z = 0.0;     ///< height above the equator's plane, m
};
[[nodiscard]] Parallel parallel_at(double latitude);

/// Everything within a geodesic distance of a centre. A point exactly on the radius is inside.
///
/// Membership is decided by the chord through the Earth, which brackets the geodesic; the few points between
/// the brackets (some 1e-8 of all) are measured with the geodesic itself, so that the answer is exact.
class GeodesicCircle {
public:
    /// Above this, a radius is no service area but a slip of the unit.
    static constexpr Metres largest_radius{1'000'000.0};

    /// \throws Error{usage} for a radius that is not in (0, largest_radius]
    GeodesicCircle(LonLat centre, Metres radius);

    [[nodiscard]] LonLat centre() const { return centre_; }
    [[nodiscard]] Metres radius() const { return radius_; }
    [[nodiscard]] const Ecef& centre_ecef() const { return ecef_; }
    [[nodiscard]] const ChordBounds& bounds() const { return bounds_; }

    /// \param p   the place
    /// \param at  `to_ecef(p)`
    [[nodiscard]] bool contains(LonLat p, const Ecef& at) const {
        const double c2 = chord2(ecef_, at);
        return c2 <= bounds_.certain2 || (c2 <= bounds_.possible2 && contains_exactly(p));
    }
    [[nodiscard]] bool contains(LonLat p) const { return contains(p, to_ecef(p)); }

    /// Membership by the geodesic alone; slow.
    [[nodiscard]] bool contains_exactly(LonLat p) const { return geodesic_distance(centre_, p) <= radius_; }

    /// Latitudes that the circle may touch, degrees, widened by a centimetre.
    [[nodiscard]] double south() const { return south_; }
    [[nodiscard]] double north() const { return north_; }

    /// Half the width of the circle along a parallel, degrees of longitude.
    /// \param outer  true: never too narrow; false: never too wide
    /// \return negative where the parallel misses the circle, 180 where it lies inside all round
    [[nodiscard]] double half_width(const Parallel& parallel, bool outer) const;
    [[nodiscard]] double half_width(double latitude, bool outer) const {
        return half_width(parallel_at(latitude), outer);
    }

    /// Half the width of the narrowest band of meridians that holds the circle, degrees; 180 around a pole.
    [[nodiscard]] double greatest_half_width() const { return greatest_half_width_; }

    /// A parallel that lies beyond the circle's widest place, seen from the centre's parallel.
    [[nodiscard]] double widest_latitude() const { return widest_latitude_; }

    /// A box that holds the circle. It may reach beyond 180 degrees of longitude.
    [[nodiscard]] Box box() const {
        return {centre_.lon - greatest_half_width_, south_, centre_.lon + greatest_half_width_, north_};
    }

private:
    LonLat centre_;
    Metres radius_;
    Ecef ecef_;
    double axis_;  // of the centre's parallel
    ChordBounds bounds_;
    double south_ = 0.0;
    double north_ = 0.0;
    double greatest_half_width_ = 0.0;
    double widest_latitude_ = 0.0;
};

}  // namespace yiquan::geo
