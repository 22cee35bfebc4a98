// SPDX-License-Identifier: MIT
#include "core/geo/overlay.hpp"

#include <fmt/format.h>
#include <geos_c.h>

#include <algorithm>
#include <memory>

#include "core/base/error.hpp"

namespace yiquan::geo {
namespace {

/// One GEOS context per thread; its last message is kept for the exception.
class Context {
public:
    Context() : handle_(GEOS_init_r()) {
        GEOSContext_setErrorMessageHandler_r(handle_, remember, this);
        GEOSContext_setNoticeMessageHandler_r(handle_, ignore, nullptr);
    }
    ~Context() { GEOS_finish_r(handle_); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    [[nodiscard]] GEOSContextHandle_t handle() const { return handle_; }
    [[noreturn]] void fail() const {
        throw Error{ErrorKind::internal,
                    {fmt::format("GEOS could not finish a set operation: {}", last_),
                     fmt::format("GEOS 未能完成图形叠加运算：{}", last_)}};
    }

private:
    static void remember(const char* message, void* self) { static_cast<Context*>(self)->last_ = message; }
    static void ignore(const char* /*message*/, void* /*data*/) {}

    GEOSContextHandle_t handle_;
    std::string last_;
};

Context& context() {
    thread_local Context instance;
    return instance;
}

struct DestroyGeometry {
    void operator()(GEOSGeometry* g) const noexcept { GEOSGeom_destroy_r(context().handle(), g); }
};
using Geometry = std::unique_ptr<GEOSGeometry, DestroyGeometry>;

Geometry owned(GEOSGeometry* geometry) {
    if (geometry == nullptr) context().fail();
    return Geometry{geometry};
}

Geometry to_geos(const Ring& ring) {
    // GEOS wants at least four points; a shorter ring encloses nothing and was dropped before.
    const GEOSContextHandle_t h = context().handle();
    GEOSCoordSequence* points = GEOSCoordSeq_create_r(h, static_cast<unsigned>(ring.size()), 2);
    for (unsigned i = 0; i < ring.size(); ++i) GEOSCoordSeq_setXY_r(h, points, i, ring[i].lon, ring[i].lat);
    return owned(GEOSGeom_createLinearRing_r(h, points));
}

/// Gives up ownership, to a GEOS call that takes it.
std::vector<GEOSGeometry*> released(std::vector<Geometry>& parts) {
    std::vector<GEOSGeometry*> raw;
    raw.reserve(parts.size());
    for (Geometry& part : parts) raw.push_back(part.release());
    return raw;
}

Geometry collection(int type, std::vector<Geometry>& parts) {
    std::vector<GEOSGeometry*> raw = released(parts);
    return owned(
        GEOSGeom_createCollection_r(context().handle(), type, raw.data(), static_cast<unsigned>(raw.size())));
}

Geometry to_geos(const MultiPolygon& polygons) {
    constexpr std::size_t shortest_ring = 4;
    std::vector<Geometry> parts;
    for (const Polygon& polygon : polygons.parts) {
        if (polygon.rings.empty() || polygon.rings.front().size() < shortest_ring) continue;
        Geometry shell = to_geos(polygon.rings.front());
        std::vector<Geometry> holes;
        for (std::size_t i = 1; i < polygon.rings.size(); ++i) {
            if (polygon.rings[i].size() >= shortest_ring) holes.push_back(to_geos(polygon.rings[i]));
        }
        std::vector<GEOSGeometry*> raw = released(holes);
        parts.push_back(owned(GEOSGeom_createPolygon_r(context().handle(), shell.release(), raw.data(),
                                                       static_cast<unsigned>(raw.size()))));
    }
    return collection(GEOS_MULTIPOLYGON, parts);
}

Ring ring_from(const GEOSGeometry* ring, bool anticlockwise) {
    const GEOSContextHandle_t h = context().handle();
    const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(h, ring);
    unsigned count = 0;
    GEOSCoordSeq_getSize_r(h, points, &count);
    Ring out(count);
    for (unsigned i = 0; i < count; ++i) GEOSCoordSeq_getXY_r(h, points, i, &out[i].lon, &out[i].lat);
    char is_anticlockwise = 0;
    GEOSCoordSeq_isCCW_r(h, points, &is_anticlockwise);
    if ((is_anticlockwise != 0) != anticlockwise) std::reverse(out.begin(), out.end());
    return out;
}

void append_polygons(const GEOSGeometry* geometry, MultiPolygon& out) {
    const GEOSContextHandle_t h = context().handle();
    const int type = GEOSGeomTypeId_r(h, geometry);
    if (type == GEOS_POLYGON) {
        if (GEOSisEmpty_r(h, geometry) != 0) return;
        Polygon polygon;
        polygon.rings.push_back(ring_from(GEOSGetExteriorRing_r(h, geometry), true));
        const int holes = GEOSGetNumInteriorRings_r(h, geometry);
        for (int i = 0; i < holes; ++i) {
            polygon.rings.push_back(ring_from(GEOSGetInteriorRingN_r(h, geometry, i), false));
        }
        out.parts.push_back(std::move(polygon));
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int count = GEOSGetNumGeometries_r(h, geometry);
        for (int i = 0; i < count; ++i) append_polygons(GEOSGetGeometryN_r(h, geometry, i), out);
    }
}

MultiPolygon from_geos(const Geometry& geometry) {
    // Normal form makes the order of parts and the start of rings the same for the same area.
    GEOSNormalize_r(context().handle(), geometry.get());
    MultiPolygon out;
    append_polygons(geometry.get(), out);
    return out;
}

}  // namespace

std::string invalidity(const MultiPolygon& polygons) {
    const GEOSContextHandle_t h = context().handle();
    const Geometry geometry = to_geos(polygons);
    if (GEOSisValid_r(h, geometry.get()) == 1) return {};
    char* reason = nullptr;
    GEOSGeometry* at = nullptr;
    GEOSisValidDetail_r(h, geometry.get(), 0, &reason, &at);
    std::string text = reason == nullptr ? "invalid" : reason;
    GEOSFree_r(h, reason);
    if (at != nullptr) {
        const Geometry place = owned(at);
        double x = 0.0;
        double y = 0.0;
        GEOSGeomGetX_r(h, at, &x);
        GEOSGeomGetY_r(h, at, &y);
        text += fmt::format(" at {:.6f} {:.6f}", x, y);
    }
    return text;
}

MultiPolygon made_valid(const MultiPolygon& polygons) {
    const GEOSContextHandle_t h = context().handle();
    GEOSMakeValidParams* params = GEOSMakeValidParams_create_r(h);
    GEOSMakeValidParams_setMethod_r(h, params, GEOS_MAKE_VALID_STRUCTURE);
    GEOSGeometry* repaired = GEOSMakeValidWithParams_r(h, to_geos(polygons).get(), params);
    GEOSMakeValidParams_destroy_r(h, params);
    return from_geos(owned(repaired));
}

MultiPolygon union_of(std::span<const MultiPolygon> polygons) {
    std::vector<Geometry> parts;
    for (const MultiPolygon& polygon : polygons) parts.push_back(to_geos(polygon));
    const Geometry all = collection(GEOS_GEOMETRYCOLLECTION, parts);
    return from_geos(owned(GEOSUnaryUnion_r(context().handle(), all.get())));
}

MultiPolygon intersection(const MultiPolygon& a, const MultiPolygon& b) {
    return from_geos(owned(GEOSIntersection_r(context().handle(), to_geos(a).get(), to_geos(b).get())));
}

MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b) {
    return from_geos(owned(GEOSDifference_r(context().handle(), to_geos(a).get(), to_geos(b).get())));
}

LonLat inside_point(const MultiPolygon& polygons) {
    const GEOSContextHandle_t h = context().handle();
    const Geometry point = owned(GEOSPointOnSurface_r(h, to_geos(polygons).get()));
    LonLat place;
    if (GEOSGeomGetX_r(h, point.get(), &place.lon) != 1 || GEOSGeomGetY_r(h, point.get(), &place.lat) != 1)
        context().fail();
    return place;
}

bool interiors_meet(const MultiPolygon& a, const MultiPolygon& b) {
    const char met = GEOSRelatePattern_r(context().handle(), to_geos(a).get(), to_geos(b).get(), "T********");
    if (met == 2) context().fail();
    return met == 1;
}

}  // namespace yiquan::geo
