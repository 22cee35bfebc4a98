// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "core/geo/polygon.hpp"
#include "tests/unit/base/dice.hpp"

namespace yiquan::test {

/// A box cut by straight lines again and again: convex pieces without gaps, with edges as long as the box.
/// Where a line ends at an older one, only the pieces on its side have a corner.
inline std::vector<geo::MultiPolygon> random_partition(const geo::Box& box, std::size_t cuts, Dice& dice) {
    std::vector<geo::Ring> pieces{
        {{box.west, box.south}, {box.east, box.south}, {box.east, box.north}, {box.west, box.north}}};
    for (std::size_t cut = 0; cut < cuts; ++cut) {
        const std::size_t chosen = dice.below(pieces.size());
        const geo::Ring piece = pieces[chosen];
        geo::LonLat through;  // somewhere inside
        double weights = 0.0;
        for (const geo::LonLat corner : piece) {
            const double weight = dice.between(0.1, 1.0);
            through.lon += weight * corner.lon;
            through.lat += weight * corner.lat;
            weights += weight;
        }
        through = {through.lon / weights, through.lat / weights};
        // Every third cut runs along a parallel, every third along a meridian.
        const std::size_t way = dice.below(3);
        const double angle =
            way < 2 ? static_cast<double>(way) * std::numbers::pi / 2.0 : dice.between(0.0, std::numbers::pi);
        const auto side = [&](geo::LonLat p) {
            if (way == 0) return p.lat - through.lat;
            if (way == 1) return through.lon - p.lon;
            return std::cos(angle) * (p.lat - through.lat) - std::sin(angle) * (p.lon - through.lon);
        };
        std::pair<geo::Ring, geo::Ring> halves;
        for (std::size_t i = 0; i < piece.size(); ++i) {
            const geo::LonLat a = piece[i];
            const geo::LonLat b = piece[(i + 1) % piece.size()];
            const double at_a = side(a);
            const double at_b = side(b);
            if (at_a >= 0.0) halves.first.push_back(a);
            if (at_a <= 0.0) halves.second.push_back(a);
            if ((at_a > 0.0 && at_b < 0.0) || (at_a < 0.0 && at_b > 0.0)) {
                const double t = at_a / (at_a - at_b);
                geo::LonLat crossing{a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)};
                if (way == 0) crossing.lat = through.lat;
                if (way == 1) crossing.lon = through.lon;
                halves.first.push_back(crossing);
                halves.second.push_back(crossing);
            }
        }
        if (halves.first.size() < 3 || halves.second.size() < 3) continue;
        pieces[chosen] = std::move(halves.first);
        pieces.push_back(std::move(halves.second));
    }
    std::vector<geo::MultiPolygon> out;
    for (geo::Ring& piece : pieces) {
        piece.push_back(piece.front());
        out.push_back({{geo::Polygon{{std::move(piece)}}}});
    }
    return out;
}

}  // namespace yiquan::test
