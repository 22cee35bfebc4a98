// SPDX-License-Identifier: MIT
#include "core/geo/overlay.hpp"

#include <fmt/format.h>
#include <geos_c.h>

#include <algorithm>
#include <memory>
#include <new>
#include <utility>

#include "core/base/error.hpp"

namespace yiquan::geo {
namespace {

/// One GEOS context per thread; its last message is kept for the exception.
class Context {
public:
    Context() : handle_(GEOS_init_r()) {
        if (handle_ == nullptr) throw std::bad_alloc{};
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

/// For the answers by which GEOS says that it met an exception.
void check(bool good) {
    if (!good) context().fail();
}

/// A count or a type, which is negative where GEOS met an exception.
int checked(int count) {
    check(count >= 0);
    return count;
}

/// A yes or no, which is neither where GEOS met an exception.
bool checked(char answer) {
    check(answer == 0 || answer == 1);
    return answer == 1;
}

struct DestroyPoints {
    void operator()(GEOSCoordSequence* points) const noexcept {
        GEOSCoordSeq_destroy_r(context().handle(), points);
    }
};

Geometry to_geos(const Ring& ring) {
    // GEOS wants at least four points; a shorter ring encloses nothing and was dropped before.
    const GEOSContextHandle_t h = context().handle();
    check(std::in_range<unsigned>(ring.size()));
    const auto count = static_cast<unsigned>(ring.size());
    std::unique_ptr<GEOSCoordSequence, DestroyPoints> points{GEOSCoordSeq_create_r(h, count, 2)};
    check(points != nullptr);
    for (unsigned i = 0; i < count; ++i) {
        check(GEOSCoordSeq_setXY_r(h, points.get(), i, ring[i].lon, ring[i].lat) == 1);
    }
    return owned(GEOSGeom_createLinearRing_r(h, points.release()));
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
    check(points != nullptr);
    unsigned count = 0;
    check(GEOSCoordSeq_getSize_r(h, points, &count) == 1);
    Ring out(count);
    for (unsigned i = 0; i < count; ++i) {
        check(GEOSCoordSeq_getXY_r(h, points, i, &out[i].lon, &out[i].lat) == 1);
    }
    char is_anticlockwise = 0;
    check(GEOSCoordSeq_isCCW_r(h, points, &is_anticlockwise) == 1);
    if ((is_anticlockwise != 0) != anticlockwise) std::reverse(out.begin(), out.end());
    return out;
}

void append_polygons(const GEOSGeometry* geometry, MultiPolygon& out) {
    const GEOSContextHandle_t h = context().handle();
    const int type = checked(GEOSGeomTypeId_r(h, geometry));
    if (type == GEOS_POLYGON) {
        if (checked(GEOSisEmpty_r(h, geometry))) return;
        Polygon polygon;
        polygon.rings.push_back(ring_from(GEOSGetExteriorRing_r(h, geometry), true));
        const int holes = checked(GEOSGetNumInteriorRings_r(h, geometry));
        for (int i = 0; i < holes; ++i) {
            polygon.rings.push_back(ring_from(GEOSGetInteriorRingN_r(h, geometry, i), false));
        }
        out.parts.push_back(std::move(polygon));
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int count = checked(GEOSGetNumGeometries_r(h, geometry));
        for (int i = 0; i < count; ++i) append_polygons(GEOSGetGeometryN_r(h, geometry, i), out);
    }
}

MultiPolygon from_geos(const Geometry& geometry) {
    // Normal form makes the order of parts and the start of rings the same for the same area.
    check(GEOSNormalize_r(context().handle(), geometry.get()) == 0);
    MultiPolygon out;
    append_polygons(geometry.get(), out);
    return out;
}

struct DestroyParams {
    void operator()(GEOSMakeValidParams* params) const noexcept {
        GEOSMakeValidParams_destroy_r(context().handle(), params);
    }
};

}  // namespace

std::string invalidity(const MultiPolygon& polygons) {
    const GEOSContextHandle_t h = context().handle();
    const Geometry geometry = to_geos(polygons);
    if (checked(GEOSisValid_r(h, geometry.get()))) return {};
    char* reason = nullptr;
    GEOSGeometry* at = nullptr;
    const bool valid = checked(GEOSisValidDetail_r(h, geometry.get(), 0, &reason, &at));
    std::string text = reason == nullptr ? "invalid" : reason;
    GEOSFree_r(h, reason);
    const Geometry place{at};
    if (valid) return {};
    if (place) {
        double x = 0.0;
        double y = 0.0;
        check(GEOSGeomGetX_r(h, at, &x) == 1 && GEOSGeomGetY_r(h, at, &y) == 1);
        text += fmt::format(" at {:.6f} {:.6f}", x, y);
    }
    return text;
}

MultiPolygon made_valid(const MultiPolygon& polygons) {
    const GEOSContextHandle_t h = context().handle();
    const std::unique_ptr<GEOSMakeValidParams, DestroyParams> params{GEOSMakeValidParams_create_r(h)};
    check(params && GEOSMakeValidParams_setMethod_r(h, params.get(), GEOS_MAKE_VALID_STRUCTURE) == 1);
    return from_geos(owned(GEOSMakeValidWithParams_r(h, to_geos(polygons).get(), params.get())));
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
    check(GEOSGeomGetX_r(h, point.get(), &place.lon) == 1 && GEOSGeomGetY_r(h, point.get(), &place.lat) == 1);
    return place;
}

bool interiors_meet(const MultiPolygon& a, const MultiPolygon& b) {
    return checked(GEOSRelatePattern_r(context().handle(), to_geos(a).get(), to_geos(b).get(), "T********"));
}

}  // namespace yiquan::geo
