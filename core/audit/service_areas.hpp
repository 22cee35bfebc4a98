// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "core/audit/audit.hpp"

namespace yiquan::audit {

/// What facilities serve, without zones or demand.
struct ServiceAreas {
    std::vector<Metres> bands;       ///< rising
    std::vector<ServiceArea> areas;  ///< by band, then in the order of the list
    std::vector<double> union_km2;   ///< land inside at least one circle, per band
};

/// \param bands straight-line radii
[[nodiscard]] ServiceAreas draw_service_areas(std::span<const coverage::Facility> facilities,
                                              std::vector<Metres> bands, unsigned threads,
                                              Progress& progress);

}  // namespace yiquan::audit
