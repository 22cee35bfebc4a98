// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/quantity.hpp"
#include "core/geo/edge_distance.hpp"
#include "core/index/packed_rtree.hpp"
#include "core/index/polygon_locator.hpp"
#include "core/screening/candidate.hpp"
#include "core/screening/row_shapes.hpp"

namespace yiquan::screening {

/// A feature of a layer: a fault, a road, a school, a flood zone.
struct LayerFeature {
    std::string label;  ///< name, else id, else row number
    RowShape shape;
};

/// The nearest feature of a layer, whatever its kind.
struct Nearest {
    Metres distance;  ///< geodesic; zero where candidate and feature have a point in common
    std::string label;
};

/// Finds the nearest of a layer's features to a candidate: points, lines and polygons by their edges, which
/// are straight in longitude and latitude. The distance is right to a millionth; ties go to the smaller
/// label. An R-tree over edges answers within microseconds for a million of them. Safe to ask from many
/// threads.
class LayerIndex {
public:
    /// \param features at least one with a shape
    explicit LayerIndex(std::vector<LayerFeature> features);

    [[nodiscard]] Nearest nearest(const Candidate& candidate) const;
    /// The box around all features.
    [[nodiscard]] const geo::Box& extent() const { return extent_; }

private:
    struct Best {
        geo::Approach approach;
        std::uint32_t feature = 0;
        void offer(const geo::Approach& other, std::uint32_t of);
    };

    void add_edges(const std::vector<geo::LonLat>& points, std::uint32_t feature);
    void search(const geo::Edge& from, Best& best) const;
    void search_inside(const Candidate& candidate, Best& best) const;
    void search_around(geo::LonLat place, Best& best) const;

    std::vector<std::string> labels_;  ///< rising
    std::vector<geo::Edge> edges_;     ///< points too, as edges without length
    std::vector<std::uint32_t> feature_of_;
    std::optional<index::PackedRTree> tree_;
    std::optional<index::PolygonLocator> areas_;
    geo::Box extent_;
};

}  // namespace yiquan::screening
