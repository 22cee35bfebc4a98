// SPDX-License-Identifier: MIT
#include "core/geo/area.hpp"

#include <array>
#include <cmath>

#include "core/geo/ellipsoid.hpp"

namespace yiquan::geo {
namespace {

struct Node {
    double at;
    double weight;
};
// Gauss-Legendre, five nodes on [0, 1] (Abramowitz and Stegun, table 25.4).
constexpr std::array<Node, 5> nodes{{{0.046910077030668, 0.118463442528095},
                                     {0.230765344947158, 0.239314335249683},
                                     {0.5, 0.284444444444444},
                                     {0.769234655052842, 0.239314335249683},
                                     {0.953089922969332, 0.118463442528095}}};

double square_metres(const Polygon& polygon) {
    double total = 0.0;
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
        const double ring = std::abs(signed_area(polygon.rings[i]));
        total += i == 0 ? ring : -ring;
    }
    return total;
}

constexpr double square_metres_per_km2 = 1e6;

}  // namespace

double area_term(LonLat a, LonLat b, double base_latitude) {
    constexpr double longest_piece = 1.0;  // degrees
    const double base = area_below(base_latitude);
    const double span = std::max(std::abs(b.lat - a.lat), std::abs(b.lon - a.lon));
    const int pieces = std::max(1, static_cast<int>(std::ceil(span / longest_piece)));
    double mean = 0.0;
    for (int piece = 0; piece < pieces; ++piece) {
        for (const Node& node : nodes) {
            const double t = (piece + node.at) / pieces;
            mean += node.weight * (area_below(a.lat + t * (b.lat - a.lat)) - base);
        }
    }
    return -mean / pieces * (b.lon - a.lon) * radians_per_degree;
}

double signed_area(const Ring& ring) {
    double sum = 0.0;
    for (std::size_t i = 1; i < ring.size(); ++i) sum += area_term(ring[i - 1], ring[i], ring.front().lat);
    return sum;
}

SquareKilometres area(const Polygon& polygon) {
    return SquareKilometres::nearest(square_metres(polygon) / square_metres_per_km2);
}

double square_metres(const MultiPolygon& polygons) {
    double total = 0.0;
    for (const Polygon& part : polygons.parts) total += square_metres(part);
    return total;
}

SquareKilometres area(const MultiPolygon& polygons) {
    return SquareKilometres::nearest(square_metres(polygons) / square_metres_per_km2);
}

}  // namespace yiquan::geo
