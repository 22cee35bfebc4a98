// SPDX-License-Identifier: MIT
#include "core/coverage/nearest.hpp"

#include "core/base/parallel.hpp"
#include "core/geo/geodesic.hpp"

namespace yiquan::coverage {

Nearest nearest_facilities(std::span<const geo::LonLat> places, const index::NearestTree& tree,
                           std::span<const geo::LonLat> facilities, unsigned threads, Progress& progress) {
    Nearest out;
    out.facility.assign(places.size(), index::NearestTree::none);
    out.distance.assign(places.size(), Metres{std::numeric_limits<double>::infinity()});
    if (facilities.empty()) return out;
    constexpr std::size_t block = 8192;
    parallel_blocks(places.size(), block, threads, progress, [&](std::size_t begin, std::size_t end) {
        std::uint32_t hint = index::NearestTree::none;
        for (std::size_t i = begin; i < end; ++i) {
            hint = tree.nearest(geo::to_ecef(places[i]), hint).item;
            out.facility[i] = hint;
            out.distance[i] = geo::geodesic_distance(places[i], facilities[hint]);
        }
    });
    return out;
}

}  // namespace yiquan::coverage
