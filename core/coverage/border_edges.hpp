// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/demand/zones.hpp"
#include "core/geo/circle_frame.hpp"
#include "core/index/packed_rtree.hpp"

namespace yiquan::coverage {

/// The borders of zones as short edges, indexed, each running with its zone on the left.
class BorderEdges {
public:
    struct Edge {
        geo::LonLat a;
        geo::LonLat b;
        demand::ZoneIndex zone = demand::no_zone;

        /// The point at parameter t, 0 at `a` to 1 at `b`, straight in longitude and latitude.
        [[nodiscard]] geo::LonLat at(double t) const {
            return {a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)};
        }
    };
    /// The part of an edge inside one circle.
    struct Held {
        std::uint32_t edge;
        double from;
        double to;
    };

    explicit BorderEdges(const demand::Zones& zones);

    [[nodiscard]] const Edge& edge(std::uint32_t number) const { return edges_[number]; }

    /// Finds where a circle's edge crosses borders.
    /// \param held  gains the parts of borders inside the circle
    /// \param cuts  gains the angles of the crossings, see `CircleFrame`
    void cross(const geo::CircleFrame& frame, const geo::Box& box, std::vector<Held>& held,
               std::vector<double>& cuts) const;

private:
    std::vector<Edge> edges_;
    index::PackedRTree tree_;
};

}  // namespace yiquan::coverage
