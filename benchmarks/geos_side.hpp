// SPDX-License-Identifier: MIT
#pragma once

#include <geos_c.h>

#include <memory>
#include <span>
#include <vector>

#include "core/geo/lonlat.hpp"
#include "core/geo/polygon.hpp"

/// What GEOS needs to do the same work: the yardstick beside our own figures.
namespace yiquan::benchmarks {

/// The GEOS context of this program; one thread uses it.
[[nodiscard]] GEOSContextHandle_t geos();

struct DestroyGeometry {
    void operator()(GEOSGeometry* geometry) const noexcept { GEOSGeom_destroy_r(geos(), geometry); }
};
using GeosGeometry = std::unique_ptr<GEOSGeometry, DestroyGeometry>;

struct DestroyPrepared {
    void operator()(const GEOSPreparedGeometry* geometry) const noexcept {
        GEOSPreparedGeom_destroy_r(geos(), geometry);
    }
};
using GeosPrepared = std::unique_ptr<const GEOSPreparedGeometry, DestroyPrepared>;

struct DestroyTree {
    void operator()(GEOSSTRtree* tree) const noexcept { GEOSSTRtree_destroy_r(geos(), tree); }
};
using GeosTree = std::unique_ptr<GEOSSTRtree, DestroyTree>;

/// A tree with GEOS's usual node size.
[[nodiscard]] GeosTree empty_tree();

/// GEOS builds its tree at the first question; this asks one.
void finish(GEOSSTRtree& tree);

/// Metres on a plane that touches Earth near Xining: good enough for GEOS, which knows no ellipsoid.
[[nodiscard]] std::vector<geo::RawPosition> on_a_plane(std::span<const geo::LonLat> places);

[[nodiscard]] std::vector<GeosGeometry> points_of(std::span<const geo::RawPosition> positions);

/// A rectangle, for its envelope.
[[nodiscard]] GeosGeometry rectangle(double west, double south, double east, double north);

[[nodiscard]] GeosGeometry geometry_of(const geo::MultiPolygon& polygons);

}  // namespace yiquan::benchmarks
