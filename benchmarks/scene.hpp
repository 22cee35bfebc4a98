// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/exact.hpp"
#include "core/demand/zones.hpp"
#include "core/geo/circle.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::benchmarks {

/// How the places of a made-up scene lie. The same seed makes the same places.
enum class Layout {
    square,   ///< evenly in 100 km x 100 km around Xining
    qinghai,  ///< nine in ten around the inhabited places of the demo data, as thick as a town; the rest
              ///< anywhere
};

[[nodiscard]] std::vector<geo::LonLat> made_up_places(Layout layout, std::size_t count, std::uint64_t seed);

/// Whole numbers of people, 1 to 10 each.
[[nodiscard]] std::vector<Persons> made_up_people(std::size_t count, std::uint64_t seed);

[[nodiscard]] std::vector<geo::GeodesicCircle> circles_around(const std::vector<geo::LonLat>& centres,
                                                              Metres radius);

/// Boxes with sides from 100 m to 30 km, small ones the most frequent, all over the province.
[[nodiscard]] std::vector<geo::Box> made_up_boxes(std::size_t count, std::uint64_t seed);

/// The 45 units of data/qinghai/counties.geojson.
[[nodiscard]] demand::Zones county_zones();

}  // namespace yiquan::benchmarks
