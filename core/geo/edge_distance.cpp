// SPDX-License-Identifier: MIT
#include "core/geo/edge_distance.hpp"

#include <array>

namespace yiquan::geo {
namespace {

constexpr double longest_piece = 0.5;  // degrees; on such a piece there is one nearest place

/// How `to_ecef` moves with longitude and latitude in radians.
struct Tangents {
    Ecef at;
    Ecef by_lon;
    Ecef by_lat;
};

Tangents tangents_at(LonLat p) {
    const double lambda = p.lon * radians_per_degree;
    const double phi = p.lat * radians_per_degree;
    const double sin_phi = std::sin(phi);
    const double cos_phi = std::cos(phi);
    const double sin_lambda = std::sin(lambda);
    const double cos_lambda = std::cos(lambda);
    const double w2 = 1.0 - wgs84::eccentricity2 * sin_phi * sin_phi;
    const double n = wgs84::semi_major / std::sqrt(w2);
    const double m = n * (1.0 - wgs84::eccentricity2) / w2;
    const double axis = n * cos_phi;
    return {{axis * cos_lambda, axis * sin_lambda, n * (1.0 - wgs84::eccentricity2) * sin_phi},
            {-axis * sin_lambda, axis * cos_lambda, 0.0},
            {-m * sin_phi * cos_lambda, -m * sin_phi * sin_lambda, m * cos_phi}};
}

Approach to_place(LonLat p, const Ecef& at, LonLat place) {
    return {p, place, chord2(at, to_ecef(place))};
}

void keep_nearer(Approach& best, const Approach& other) {
    if (other.chord2 < best.chord2) best = other;
}

/// Gauss-Newton along one piece: each step drops a perpendicular on the tangent. It closes in by a factor of
/// (distance / radius of the edge's bend), some 1 % at 100 km.
Approach approach_piece(LonLat p, const Ecef& at, const Edge& piece) {
    constexpr int most_steps = 60;
    constexpr double close_enough = 1e-3;  // metres along the edge
    const double dlon = (piece.b.lon - piece.a.lon) * radians_per_degree;
    const double dlat = (piece.b.lat - piece.a.lat) * radians_per_degree;
    double t = 0.5;
    for (int step = 0; step < most_steps; ++step) {
        const Tangents here = tangents_at(piece.at(t));
        const Ecef along{here.by_lon.x * dlon + here.by_lat.x * dlat,
                         here.by_lon.y * dlon + here.by_lat.y * dlat,
                         here.by_lon.z * dlon + here.by_lat.z * dlat};
        const Ecef off{at.x - here.at.x, at.y - here.at.y, at.z - here.at.z};
        const double length2 = dot(along, along);
        if (length2 == 0.0) break;
        const double next = std::clamp(t + dot(off, along) / length2, 0.0, 1.0);
        const double moved = std::abs(next - t);
        t = next;
        if (moved * moved * length2 < close_enough * close_enough) break;
    }
    Approach best = to_place(p, at, piece.at(t));
    keep_nearer(best, to_place(p, at, piece.a));
    keep_nearer(best, to_place(p, at, piece.b));
    return best;
}

/// Twice the area of a, b, c in degrees: above zero where c lies to the left of a → b.
double turn(LonLat a, LonLat b, LonLat c) {
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

/// The place where two edges that meet do so; of edges that overlap along a line, one end.
LonLat meeting_place(const Edge& a, const Edge& b) {
    const double before = turn(b.a, b.b, a.a);
    const double after = turn(b.a, b.b, a.b);
    if (before != after) return a.at(std::clamp(before / (before - after), 0.0, 1.0));
    return a.box().contains(b.a) ? b.a : b.box().contains(a.a) ? a.a : a.b;
}

/// Degrees of longitude between two intervals, the short way round, 0 to 180.
double longitude_gap(const Box& a, const Box& b) {
    if (a.west <= b.east && b.west <= a.east) return 0.0;
    const auto wrapped = [](double degrees) {
        constexpr double circle = 360.0;
        return degrees - circle * std::floor(degrees / circle);
    };
    constexpr double half_circle = 180.0;
    return std::min({wrapped(b.west - a.east), wrapped(a.west - b.east), half_circle});
}

/// Distance from the Earth's axis of the place in a band of latitudes that is nearest to it.
double least_axis(double south, double north) {
    const double phi = std::max(std::abs(south), std::abs(north)) * radians_per_degree;
    const double sin_phi = std::sin(phi);
    return wgs84::semi_major / std::sqrt(1.0 - wgs84::eccentricity2 * sin_phi * sin_phi) *
           std::max(0.0, std::cos(phi));
}

}  // namespace

Approach approach(LonLat p, const Edge& edge) {
    const Ecef at = to_ecef(p);
    if (edge.a == edge.b) return to_place(p, at, edge.a);
    const double span = std::max(std::abs(edge.b.lon - edge.a.lon), std::abs(edge.b.lat - edge.a.lat));
    const int pieces = std::max(1, static_cast<int>(std::ceil(span / longest_piece)));
    Approach best;
    for (int piece = 0; piece < pieces; ++piece) {
        const double count = pieces;
        const LonLat begin = piece == 0 ? edge.a : edge.at(piece / count);
        const LonLat end = piece + 1 == pieces ? edge.b : edge.at((piece + 1) / count);
        keep_nearer(best, approach_piece(p, at, {begin, end}));
    }
    return best;
}

bool edges_meet(const Edge& a, const Edge& b) {
    if (!a.box().intersects(b.box())) return false;
    const double a1 = turn(b.a, b.b, a.a);
    const double a2 = turn(b.a, b.b, a.b);
    const double b1 = turn(a.a, a.b, b.a);
    const double b2 = turn(a.a, a.b, b.b);
    return (a1 <= 0.0 || a2 <= 0.0) && (a1 >= 0.0 || a2 >= 0.0) && (b1 <= 0.0 || b2 <= 0.0) &&
           (b1 >= 0.0 || b2 >= 0.0);
}

Approach approach(const Edge& from, const Edge& to) {
    if (edges_meet(from, to)) {
        const LonLat place = meeting_place(from, to);
        return {place, place, 0.0};
    }
    // In a plane one of the four ends is where straight edges come nearest. Here that is only nearly so:
    // walking to and fro from there settles the rest.
    Approach best;
    const auto turned = [](Approach a) { return Approach{a.to, a.from, a.chord2}; };
    for (const LonLat end : std::array{from.a, from.b}) keep_nearer(best, approach(end, to));
    for (const LonLat end : std::array{to.a, to.b}) keep_nearer(best, turned(approach(end, from)));
    constexpr int rounds = 2;
    for (int round = 0; round < rounds; ++round) {
        keep_nearer(best, turned(approach(best.to, from)));
        keep_nearer(best, approach(best.from, to));
    }
    return best;
}

double least_chord2(const Box& a, const Box& b) {
    // Along a meridian a degree is nowhere shorter than at the equator; a meridian's half-plane is nearest
    // along its perpendicular. The narrower band of latitudes is the one farther from the equator.
    const double latitude_gap = std::max({0.0, b.south - a.north, a.south - b.north});
    const double by_lat =
        2.0 * wgs84::least_curvature_radius * std::sin(latitude_gap * radians_per_degree / 2.0);
    constexpr double right_angle = 90.0;
    const double gap = std::min(longitude_gap(a, b), right_angle);
    double by_lon = 0.0;
    if (gap > 0.0) {
        const double axis = std::max(least_axis(a.south, a.north), least_axis(b.south, b.north));
        by_lon = axis * std::sin(gap * radians_per_degree);
    }
    constexpr double margin = 1.0 - 1e-12;
    const double least = std::max(by_lat, by_lon) * margin;
    return least * least;
}

}  // namespace yiquan::geo
