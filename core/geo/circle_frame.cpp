// SPDX-License-Identifier: MIT
#include "core/geo/circle_frame.hpp"

#include <algorithm>

namespace yiquan::geo {
namespace {

Ecef minus(const Ecef& a, const Ecef& b) {
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}
Ecef cross(const Ecef& a, const Ecef& b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
/// Stretches the ellipsoid to the unit sphere.
Ecef unit_sphere(const Ecef& p) {
    return {p.x / wgs84::semi_major, p.y / wgs84::semi_major, p.z / wgs84::semi_minor};
}

}  // namespace

CircleFrame::CircleFrame(const GeodesicCircle& circle)
    : centre_(circle.centre_ecef()),
      edge_chord2_((circle.bounds().certain2 + circle.bounds().possible2) / 2.0) {
    const double lambda = circle.centre().lon * radians_per_degree;
    const double phi = circle.centre().lat * radians_per_degree;
    east_ = {-std::sin(lambda), std::cos(lambda), 0.0};
    north_ = {-std::sin(phi) * std::cos(lambda), -std::sin(phi) * std::sin(lambda), std::cos(phi)};
    up_ = {std::cos(phi) * std::cos(lambda), std::cos(phi) * std::sin(lambda), std::sin(phi)};
    // The edge drops below the tangent plane by (chord / 2R) of the chord; each round wins twice the digits
    // of that: twelve at 15 km, five at 300 km.
    constexpr Metres wide = kilometres(50);
    rounds_ = circle.radius() <= wide ? 2 : 4;
}

CircleFrame::Solution CircleFrame::solve(Direction towards) const {
    const Ecef up = unit_sphere(up_);
    const double up2 = dot(up, up);
    Solution s;
    s.along = std::sqrt(edge_chord2_);
    for (int i = 0; i < rounds_; ++i) {
        s.at = {centre_.x + s.along * (towards.east * east_.x + towards.north * north_.x),
                centre_.y + s.along * (towards.east * east_.y + towards.north * north_.y),
                centre_.z + s.along * (towards.east * east_.z + towards.north * north_.z)};
        const Ecef q = unit_sphere(s.at);
        const double q_up = dot(q, up);
        const double beyond = dot(q, q) - 1.0;
        s.down = -beyond / (q_up + std::sqrt(std::max(0.0, q_up * q_up - up2 * beyond)));
        s.along = std::sqrt(std::max(0.0, edge_chord2_ - s.down * s.down));
    }
    s.at = {s.at.x + s.down * up_.x, s.at.y + s.down * up_.y, s.at.z + s.down * up_.z};
    return s;
}

CircleFrame::EdgePoint CircleFrame::edge_point(double angle) const {
    const Solution s = solve({std::cos(angle), std::sin(angle)});
    // The edge lies on the ellipsoid and on a sphere around the centre: its tangent is normal to both.
    const Ecef outward{s.at.x / (wgs84::semi_major * wgs84::semi_major),
                       s.at.y / (wgs84::semi_major * wgs84::semi_major),
                       s.at.z / (wgs84::semi_minor * wgs84::semi_minor)};
    const Ecef arm = minus(s.at, centre_);
    const Ecef tangent = cross(outward, arm);
    const double e = dot(arm, east_);
    const double n = dot(arm, north_);
    const double turned = (e * dot(tangent, north_) - n * dot(tangent, east_)) / (e * e + n * n);
    const double axis2 = s.at.x * s.at.x + s.at.y * s.at.y;
    return {s.at, (s.at.x * tangent.y - s.at.y * tangent.x) / axis2 / turned};
}

double CircleFrame::angle_of(const Ecef& p) const {
    const Ecef arm = minus(p, centre_);
    return std::atan2(dot(arm, north_), dot(arm, east_));
}

CircleFrame::Arc CircleFrame::held_by(const CircleFrame& other) const {
    const Ecef to = minus(other.centre_, centre_);
    const double e = dot(to, east_);
    const double n = dot(to, north_);
    const double up = dot(to, up_);
    const double flat = std::hypot(e, n);
    // |P - other|^2 <= other's chord^2  <=>  (P - centre) . to >= level
    const double level = (dot(to, to) + edge_chord2_ - other.edge_chord2_) / 2.0;
    if (flat == 0.0) return {level <= 0.0 ? Arc::Kind::all : Arc::Kind::none, 0.0, 0.0, 0.0};
    const Direction middle{e / flat, n / flat};
    // Along the edge, (P - centre) . to = along * flat * cos(turn) + down * up, with along and down all but
    // constant; the turn at each end is found by iteration.
    const auto cosine_of_turn = [&](double side) {
        const double chord = std::sqrt(edge_chord2_);
        double cosine = (level + edge_chord2_ / (2.0 * wgs84::semi_major) * up) / (chord * flat);
        for (int i = 0; i < rounds_; ++i) {
            const double clamped = std::clamp(cosine, -1.0, 1.0);
            const double sine = side * std::sqrt(1.0 - clamped * clamped);
            const Solution s = solve(
                {middle.east * clamped - middle.north * sine, middle.north * clamped + middle.east * sine});
            cosine = (level - s.down * up) / (s.along * flat);
        }
        return cosine;
    };
    const double before = cosine_of_turn(-1.0);
    const double after = cosine_of_turn(1.0);
    if (before >= 1.0 || after >= 1.0) return {};
    if (before <= -1.0 || after <= -1.0) return {Arc::Kind::all, 0.0, 0.0, 0.0};
    return {Arc::Kind::part, std::atan2(n, e), std::acos(before), std::acos(after)};
}

}  // namespace yiquan::geo
