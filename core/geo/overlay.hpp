// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/geo/polygon.hpp"

namespace yiquan::geo {

/// Why polygons break the rules of simple features ("Self-intersection at 101.2 36.1"); empty when valid.
[[nodiscard]] std::string invalidity(const MultiPolygon& polygons);

/// The same area as valid polygons (GEOS MakeValid, structure kept); lines and points that remain are
/// dropped.
[[nodiscard]] MultiPolygon made_valid(const MultiPolygon& polygons);

/// Set operations in longitude and latitude; results are valid polygons, shells anticlockwise.
/// \throws Error{internal} when GEOS cannot do it
[[nodiscard]] MultiPolygon union_of(std::span<const MultiPolygon> polygons);
[[nodiscard]] MultiPolygon intersection(const MultiPolygon& a, const MultiPolygon& b);
[[nodiscard]] MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b);

/// A place inside the largest part of a valid area, on a parallel half-way up (GEOS PointOnSurface).
/// \throws Error{internal} for an empty area
[[nodiscard]] LonLat inside_point(const MultiPolygon& polygons);

/// True when the interiors of two valid areas meet.
[[nodiscard]] bool interiors_meet(const MultiPolygon& a, const MultiPolygon& b);

}  // namespace yiquan::geo
