// SPDX-License-Identifier: MIT
#include "core/relocation/distances.hpp"

#include <utility>

#include "core/geo/geodesic.hpp"

namespace yiquan::relocation {
namespace {

std::vector<geo::Ecef> points_of(const std::vector<geo::LonLat>& places) {
    std::vector<geo::Ecef> points;
    points.reserve(places.size());
    for (const geo::LonLat place : places) points.push_back(geo::to_ecef(place));
    return points;
}

}  // namespace

PlaceDistances::PlaceDistances(std::vector<geo::LonLat> households, std::vector<geo::LonLat> sites)
    : households_(std::move(households)),
      sites_(std::move(sites)),
      household_points_(points_of(households_)),
      site_points_(points_of(sites_)) {}

std::optional<Metres> PlaceDistances::between(std::size_t household, std::size_t site) const {
    return geo::geodesic_distance(households_[household], sites_[site]);
}

bool PlaceDistances::may_lie_within(std::size_t household, std::size_t site, Metres limit) const {
    constexpr double rounding = 1.0;  // metre, far above what the coordinates' arithmetic loses
    const double most = limit.value() + rounding;
    return geo::chord2(household_points_[household], site_points_[site]) <= most * most;
}

}  // namespace yiquan::relocation
