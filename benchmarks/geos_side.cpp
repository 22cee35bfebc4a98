// SPDX-License-Identifier: MIT
#include "benchmarks/geos_side.hpp"

#include <cmath>

#include "core/geo/ellipsoid.hpp"

namespace yiquan::benchmarks {
namespace {

struct FinishContext {
    void operator()(GEOSContextHandle_HS* context) const noexcept { GEOS_finish_r(context); }
};

GEOSGeometry* ring_of(const geo::Ring& ring) {
    GEOSCoordSequence* points = GEOSCoordSeq_create_r(geos(), static_cast<unsigned>(ring.size()), 2);
    for (unsigned i = 0; i < ring.size(); ++i) {
        GEOSCoordSeq_setXY_r(geos(), points, i, ring[i].lon, ring[i].lat);
    }
    return GEOSGeom_createLinearRing_r(geos(), points);
}

GEOSGeometry* polygon_of(const geo::Polygon& polygon) {
    std::vector<GEOSGeometry*> holes;
    for (std::size_t i = 1; i < polygon.rings.size(); ++i) holes.push_back(ring_of(polygon.rings[i]));
    return GEOSGeom_createPolygon_r(geos(), ring_of(polygon.rings.front()), holes.data(),
                                    static_cast<unsigned>(holes.size()));
}

}  // namespace

GEOSContextHandle_t geos() {
    static const std::unique_ptr<GEOSContextHandle_HS, FinishContext> context(GEOS_init_r());
    return context.get();
}

GeosTree empty_tree() {
    constexpr std::size_t node_size = 10;
    return GeosTree(GEOSSTRtree_create_r(geos(), node_size));
}

void finish(GEOSSTRtree& tree) {
    const GeosGeometry nowhere = rectangle(1e12, 1e12, 1e12 + 1.0, 1e12 + 1.0);
    GEOSSTRtree_query_r(
        geos(), &tree, nowhere.get(), [](void* /*item*/, void* /*unused*/) {}, nullptr);
}

std::vector<geo::RawPosition> on_a_plane(std::span<const geo::LonLat> places) {
    constexpr geo::LonLat origin{101.78, 36.62};
    const double metres_per_degree = geo::wgs84::semi_major * geo::radians_per_degree;
    const double squeeze = std::cos(origin.lat * geo::radians_per_degree);
    std::vector<geo::RawPosition> positions;
    positions.reserve(places.size());
    for (const geo::LonLat p : places) {
        positions.push_back(
            {(p.lon - origin.lon) * metres_per_degree * squeeze, (p.lat - origin.lat) * metres_per_degree});
    }
    return positions;
}

std::vector<GeosGeometry> points_of(std::span<const geo::RawPosition> positions) {
    std::vector<GeosGeometry> points;
    points.reserve(positions.size());
    for (const geo::RawPosition p : positions) {
        points.emplace_back(GEOSGeom_createPointFromXY_r(geos(), p.x, p.y));
    }
    return points;
}

GeosGeometry rectangle(double west, double south, double east, double north) {
    return GeosGeometry(GEOSGeom_createRectangle_r(geos(), west, south, east, north));
}

GeosGeometry geometry_of(const geo::MultiPolygon& polygons) {
    std::vector<GEOSGeometry*> parts;
    for (const geo::Polygon& polygon : polygons.parts) parts.push_back(polygon_of(polygon));
    return GeosGeometry(GEOSGeom_createCollection_r(geos(), GEOS_MULTIPOLYGON, parts.data(),
                                                    static_cast<unsigned>(parts.size())));
}

}  // namespace yiquan::benchmarks
