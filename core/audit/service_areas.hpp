// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/audit/audit.hpp"

namespace yiquan::audit {

/// What facilities serve, without zones or demand.
struct ServiceAreas {
    std::vector<Cost> bands;  ///< rising
    CostUnit unit = CostUnit::metres;
    std::vector<ServiceArea> areas;  ///< by band, then in the order of the list
    std::vector<double> union_km2;   ///< land inside at least one area, per band
};

/// \param access over the facilities that serve
[[nodiscard]] ServiceAreas draw_service_areas(const coverage::Access& access, Progress& progress);

/// \param radii straight-line
[[nodiscard]] ServiceAreas draw_service_areas(std::span<const coverage::Facility> facilities,
                                              std::vector<Cost> radii, unsigned threads, Progress& progress);

/// Schema "yiquan.service_area/1": radius and covered land per band.
[[nodiscard]] std::string service_areas_json(const ServiceAreas& areas, std::size_t facilities,
                                             std::uint64_t findings);

}  // namespace yiquan::audit
