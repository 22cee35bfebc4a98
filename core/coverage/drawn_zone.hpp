// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/polygon.hpp"

namespace yiquan::coverage {

/// The drawn land of a zone inside and outside all service areas. Together the two make the zone.
struct DrawnZone {
    geo::MultiPolygon covered;
    geo::MultiPolygon gap;
};

}  // namespace yiquan::coverage
