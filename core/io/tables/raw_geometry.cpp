// SPDX-License-Identifier: MIT
#include "core/io/tables/raw_geometry.hpp"

#include <utility>

namespace yiquan::io {
namespace {

struct RawParts {
    std::vector<geo::RawPosition> points;
    features::RawLines lines;
    features::RawPolygons polygons;
};

std::vector<geo::RawPosition> positions_of(const OGRSimpleCurve& curve) {
    std::vector<geo::RawPosition> positions;
    const int count = curve.getNumPoints();
    positions.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) positions.push_back({curve.getX(i), curve.getY(i)});
    return positions;
}

void collect(const OGRPolygon& polygon, RawParts& parts) {
    features::RawPolygon rings;
    for (const OGRLinearRing* ring : polygon) rings.push_back(positions_of(*ring));
    if (!rings.empty()) parts.polygons.push_back(std::move(rings));
}

void collect(const OGRGeometry& geometry, RawParts& parts) {
    if (geometry.IsEmpty()) return;
    if (geometry.hasCurveGeometry() != 0) {
        const GeometryHandle straight{geometry.getLinearGeometry()};
        if (straight) collect(*straight, parts);
        return;
    }
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    if (type == wkbPoint) {
        const OGRPoint& point = *geometry.toPoint();
        parts.points.push_back({point.getX(), point.getY()});
    } else if (type == wkbLineString) {
        parts.lines.push_back(positions_of(*geometry.toLineString()));
    } else if (OGR_GT_IsSubClassOf(type, wkbPolygon) != 0) {
        collect(*geometry.toPolygon(), parts);
    } else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection) != 0) {
        for (const OGRGeometry* part : *geometry.toGeometryCollection()) collect(*part, parts);
    } else if (OGR_GT_IsSubClassOf(type, wkbPolyhedralSurface) != 0) {
        for (const OGRPolygon* part : *geometry.toPolyhedralSurface()) collect(*part, parts);
    }
}

}  // namespace

features::RawGeometry to_raw_geometry(const OGRGeometry& geometry) {
    RawParts parts;
    collect(geometry, parts);
    if (!parts.polygons.empty()) return std::move(parts.polygons);
    if (parts.lines.empty() && parts.points.size() == 1) return parts.points.front();
    for (const geo::RawPosition point : parts.points) parts.lines.push_back({point});
    if (!parts.lines.empty()) return std::move(parts.lines);
    return {};
}

}  // namespace yiquan::io
