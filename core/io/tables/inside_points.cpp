// SPDX-License-Identifier: MIT
#include "core/io/tables/inside_points.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace yiquan::io {
namespace {

using features::RawPolygon;
using features::RawRing;

/// Twice the signed area.
double area2(const RawRing& ring) {
    double sum = 0.0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        sum += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) -
               (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
    }
    return sum;
}

/// Where the horizontal line halfway up runs longest through the polygon, holes left out.
geo::RawPosition inside(const RawPolygon& polygon) {
    const RawRing& shell = polygon.front();
    const auto [low, high] = std::minmax_element(shell.begin(), shell.end(),
                                                 [](const auto& a, const auto& b) { return a.y < b.y; });
    constexpr double half = 0.5;
    const double y = half * (low->y + high->y);
    std::vector<double> crossings;
    for (const RawRing& ring : polygon) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const auto& a = ring[i - 1];
            const auto& b = ring[i];
            if ((a.y <= y) == (b.y <= y)) continue;
            crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
        }
    }
    std::sort(crossings.begin(), crossings.end());
    geo::RawPosition best{shell.front().x, y};
    double width = -1.0;
    for (std::size_t i = 1; i < crossings.size(); i += 2) {
        if (crossings[i] - crossings[i - 1] <= width) continue;
        width = crossings[i] - crossings[i - 1];
        best.x = half * (crossings[i - 1] + crossings[i]);
    }
    return best;
}

}  // namespace

features::RawGeometry InsidePoints::geometry() const {
    features::RawGeometry geometry = source_.geometry();
    const auto* polygons = std::get_if<features::RawPolygons>(&geometry);
    if (polygons == nullptr) return geometry;
    const RawPolygon* largest = nullptr;
    for (const RawPolygon& polygon : *polygons) {
        if (polygon.empty() || polygon.front().empty()) continue;
        if (largest == nullptr || std::abs(area2(polygon.front())) > std::abs(area2(largest->front()))) {
            largest = &polygon;
        }
    }
    if (largest == nullptr) return std::monostate{};
    return inside(*largest);
}

}  // namespace yiquan::io
