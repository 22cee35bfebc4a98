// SPDX-License-Identifier: MIT
#include "core/index/nearest_outline.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/geo/ellipsoid.hpp"

namespace yiquan::index {
namespace {

double distance2(geo::LonLat p, double squeeze, const NearestOutline::Edge& edge) {
    const double ax = (edge.a.lon - p.lon) * squeeze;
    const double ay = edge.a.lat - p.lat;
    const double dx = (edge.b.lon - edge.a.lon) * squeeze;
    const double dy = edge.b.lat - edge.a.lat;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 > 0.0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0.0;
    const double x = ax + t * dx;
    const double y = ay + t * dy;
    return x * x + y * y;
}

/// What no edge in the box falls short of, its rounding included.
double least_distance2(geo::LonLat p, double squeeze, const geo::Box& box) {
    constexpr double rounding = 1e-12;  // degrees, of distances between places on Earth
    const double dx = std::max({0.0, box.west - p.lon, p.lon - box.east}) * squeeze;
    const double dy = std::max({0.0, box.south - p.lat, p.lat - box.north});
    const double least = std::max(0.0, std::hypot(dx, dy) - rounding);
    return least * least;
}

PackedRTree tree_over(const std::vector<NearestOutline::Edge>& edges) {
    std::vector<geo::Box> boxes(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        boxes[i].include(edges[i].a);
        boxes[i].include(edges[i].b);
    }
    return PackedRTree{boxes};
}

}  // namespace

NearestOutline::NearestOutline(std::vector<Edge> edges)
    : edges_(std::move(edges)), tree_(tree_over(edges_)) {}

std::uint32_t NearestOutline::nearest(geo::LonLat place) const {
    const double squeeze = std::cos(place.lat * geo::radians_per_degree);
    std::pair best{std::numeric_limits<double>::infinity(), none};
    tree_.nearest([&](const geo::Box& box) { return least_distance2(place, squeeze, box); },
                  [&](std::uint32_t number) {
                      const Edge& edge = edges_[number];
                      best = std::min(best, std::pair{distance2(place, squeeze, edge), edge.outline});
                      return best.first;
                  });
    return best.second;
}

}  // namespace yiquan::index
