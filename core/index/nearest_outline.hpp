// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "core/geo/lonlat.hpp"
#include "core/index/packed_rtree.hpp"

namespace yiquan::index {

/// Tells which of several outlines runs nearest to a place, by degrees whose longitudes are squeezed to the
/// parallel of the place: good for telling neighbours apart, not for lengths. Ties go to the lower number.
class NearestOutline {
public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    struct Edge {
        geo::LonLat a;
        geo::LonLat b;
        std::uint32_t outline = none;  ///< its number
    };

    explicit NearestOutline(std::vector<Edge> edges);

    /// \return number of the outline, `none` where there are no edges.   O(log n) mostly
    [[nodiscard]] std::uint32_t nearest(geo::LonLat place) const;

private:
    std::vector<Edge> edges_;
    PackedRTree tree_;
};

}  // namespace yiquan::index
