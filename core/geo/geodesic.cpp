// SPDX-License-Identifier: MIT
#include "core/geo/geodesic.hpp"

#include <geodesic.h>

#include "core/geo/ellipsoid.hpp"

namespace yiquan::geo {
namespace {

const geod_geodesic& ellipsoid() {
    static const geod_geodesic instance = [] {
        geod_geodesic g{};
        geod_init(&g, wgs84::semi_major, wgs84::flattening);
        return g;
    }();
    return instance;
}

}  // namespace

Metres geodesic_distance(LonLat a, LonLat b) {
    double metres = 0.0;
    geod_inverse(&ellipsoid(), a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
    return Metres{metres};
}

LonLat geodesic_destination(LonLat start, double azimuth, Metres distance) {
    LonLat end;
    geod_direct(&ellipsoid(), start.lat, start.lon, azimuth, distance.value(), &end.lat, &end.lon, nullptr);
    return end;
}

}  // namespace yiquan::geo
