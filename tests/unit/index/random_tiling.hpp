// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <numbers>
#include <vector>

#include "core/geo/polygon.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan::test {

/// A box cut into crooked cells that share corners and borders exactly: a lattice whose inner nodes are
/// shifted by up to 0.4 of a cell and whose borders have a bend in the middle. Some cells are cut in two
/// triangles-with-bends along a diagonal. Neighbouring tiles run through shared corners in opposite order.
inline std::vector<geo::MultiPolygon> random_tiling(const geo::Box& box, std::size_t columns,
                                                    std::size_t rows, Dice& dice) {
    const double width = (box.east - box.west) / static_cast<double>(columns);
    const double height = (box.north - box.south) / static_cast<double>(rows);
    const auto at = [&](std::size_t x, std::size_t y) { return y * (columns + 1) + x; };
    std::vector<geo::LonLat> nodes((columns + 1) * (rows + 1));
    for (std::size_t y = 0; y <= rows; ++y) {
        for (std::size_t x = 0; x <= columns; ++x) {
            geo::LonLat& p = nodes[at(x, y)];
            p = {x == columns ? box.east : box.west + static_cast<double>(x) * width,
                 y == rows ? box.north : box.south + static_cast<double>(y) * height};
            if (x > 0 && x < columns) p.lon += dice.between(-0.2, 0.2) * width;
            if (y > 0 && y < rows) p.lat += dice.between(-0.2, 0.2) * height;
        }
    }
    // The bend of the border that leaves a node eastwards or northwards; none on the rim.
    const auto bends = [&](bool rim_of_latitude) {
        std::vector<geo::LonLat> out(nodes.size());
        for (geo::LonLat& bend : out)
            bend = {dice.between(-0.1, 0.1) * width, dice.between(-0.1, 0.1) * height};
        for (std::size_t i = 0; i < out.size(); ++i) {
            const std::size_t x = i % (columns + 1);
            const std::size_t y = i / (columns + 1);
            if (rim_of_latitude && (y == 0 || y == rows)) out[i].lat = 0.0;
            if (!rim_of_latitude && (x == 0 || x == columns)) out[i].lon = 0.0;
        }
        return out;
    };
    const std::vector<geo::LonLat> east_bend = bends(true);
    const std::vector<geo::LonLat> north_bend = bends(false);
    const auto middle = [&](std::size_t a, std::size_t b, geo::LonLat bend) {
        return geo::LonLat{(nodes[a].lon + nodes[b].lon) / 2.0 + bend.lon,
                           (nodes[a].lat + nodes[b].lat) / 2.0 + bend.lat};
    };
    std::vector<geo::MultiPolygon> tiles;
    for (std::size_t y = 0; y < rows; ++y) {
        for (std::size_t x = 0; x < columns; ++x) {
            const std::size_t sw = at(x, y);
            const std::size_t se = at(x + 1, y);
            const std::size_t ne = at(x + 1, y + 1);
            const std::size_t nw = at(x, y + 1);
            const geo::LonLat south = middle(sw, se, east_bend[sw]);
            const geo::LonLat east = middle(se, ne, north_bend[se]);
            const geo::LonLat north = middle(nw, ne, east_bend[nw]);
            const geo::LonLat west = middle(sw, nw, north_bend[sw]);
            if (dice.below(3) == 0) {
                tiles.push_back(
                    {{geo::Polygon{{{nodes[sw], south, nodes[se], east, nodes[ne], nodes[sw]}}}}});
                tiles.push_back(
                    {{geo::Polygon{{{nodes[sw], nodes[ne], north, nodes[nw], west, nodes[sw]}}}}});
            } else {
                tiles.push_back({{geo::Polygon{
                    {{nodes[sw], south, nodes[se], east, nodes[ne], north, nodes[nw], west, nodes[sw]}}}}});
            }
        }
    }
    return tiles;
}

/// A closed anticlockwise ring around a centre, its corners at random distances in degrees.
inline geo::Ring random_star(geo::LonLat centre, double least, double most, std::size_t corners, Dice& dice) {
    geo::Ring ring;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
        const double radius = dice.between(least, most);
        ring.push_back({centre.lon + radius * std::cos(angle), centre.lat + radius * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

}  // namespace yiquan::test
