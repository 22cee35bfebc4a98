// SPDX-License-Identifier: MIT
#include "core/demand/grid_zones.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>

#include "core/geo/carried_edge.hpp"
#include "core/index/packed_rtree.hpp"

namespace yiquan::demand {
namespace {

using GridRing = std::vector<geo::RawPosition>;

constexpr double most_off = 1e-3;  // of a fine cell, between a border and its straight pieces

/// Twice the signed area of a closed ring.
double twice_area(const GridRing& ring) {
    double sum = 0.0;
    for (std::size_t i = 1; i < ring.size(); ++i)
        sum += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) -
               (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
    return sum;
}

/// True where a curve through these places cannot touch the grid: its course then moves nobody.
template <class... Places>
bool beside(const FineGrid& grid, const Places&... places) {
    const double west = std::min({places.x...});
    const double east = std::max({places.x...});
    const double north = std::min({places.y...});
    const double south = std::max({places.y...});
    const double room = east - west + south - north;
    return west - room > grid.columns || east + room < 0.0 || north - room > grid.rows || south + room < 0.0;
}

GridRing carried(const geo::Ring& ring, const FineGrid& grid) {
    const auto image = [&](geo::LonLat p) -> std::optional<geo::RawPosition> {
        const auto at = grid.raster.cell(p);
        if (!at) return std::nullopt;
        return geo::RawPosition{grid.parts * at->x, grid.parts * at->y};
    };
    const auto straight = [&](geo::RawPosition a, geo::RawPosition first, geo::RawPosition half,
                              geo::RawPosition third, geo::RawPosition b) {
        return (geo::off_piece(first, a, b) < most_off && geo::off_piece(half, a, b) < most_off &&
                geo::off_piece(third, a, b) < most_off) ||
               beside(grid, a, first, half, third, b);
    };
    GridRing out;
    std::optional<geo::CarriedPoint<geo::LonLat, geo::RawPosition>> before;
    for (const geo::LonLat corner : ring) {
        const auto at = image(corner);
        if (!at) {
            before.reset();
            continue;
        }
        const geo::CarriedPoint<geo::LonLat, geo::RawPosition> here{corner, *at};
        if (before) {
            const auto between = geo::carried_between(*before, here, image, straight);
            out.insert(out.end(), between.begin(), between.end());
        }
        out.push_back(*at);
        before = here;
    }
    if (!out.empty()) out.push_back(out.front());  // a corner may have had no image
    return out;
}

/// Leads the pieces of rings through every corner that lies on them.
///
/// Where one zone has a corner in the middle of its neighbour's edge, the two were halved at different
/// places, and their pieces part by up to `most_off` twice.
class CommonCorners {
public:
    CommonCorners(std::vector<GridZone>& zones, const FineGrid& grid) : grid_(grid) {
        for (GridZone& zone : zones) {
            for (GridRing& ring : zone.rings) rings_.push_back(&ring);
        }
    }

    void insert() {
        index_pieces();
        for (const GridRing* ring : rings_) {
            for (std::size_t i = 1; i < ring->size(); ++i) find_pieces_under((*ring)[i]);
        }
        std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
            return std::tie(a.piece, a.along, a.corner.x, a.corner.y) <
                   std::tie(b.piece, b.along, b.corner.x, b.corner.y);
        });
        std::uint32_t piece = 0;
        std::size_t next = 0;
        for (GridRing* ring : rings_) lead(*ring, piece, next);
    }

private:
    /// A piece from its lesser end to its greater, so that both owners of it compute the same.
    struct Piece {
        geo::RawPosition low;
        geo::RawPosition high;
    };
    struct Found {
        std::uint32_t piece;
        double along;  ///< from the piece's lesser end
        geo::RawPosition corner;
    };

    /// Boxes count columns and rows. Pieces that nobody lives beside get empty ones.
    void index_pieces() {
        std::vector<geo::Box> boxes;
        for (const GridRing* ring : rings_) {
            for (std::size_t i = 1; i < ring->size(); ++i) {
                const geo::RawPosition a = (*ring)[i - 1];
                const geo::RawPosition b = (*ring)[i];
                pieces_.push_back(b < a ? Piece{b, a} : Piece{a, b});
                geo::Box& box = boxes.emplace_back();
                if (beside(grid_, a, b)) continue;
                box.include(geo::LonLat{a.x, a.y});
                box.include(geo::LonLat{b.x, b.y});
            }
        }
        tree_.emplace(boxes);
    }

    void find_pieces_under(geo::RawPosition corner) {
        constexpr double reach = 2.0 * most_off;
        constexpr double least_length = 100.0;  // of a piece beside its distance: corners close together stay
        const geo::Box around{corner.x - reach, corner.y - reach, corner.x + reach, corner.y + reach};
        tree_->search(around, [&](std::uint32_t number) {
            const Piece& piece = pieces_[number];
            if (corner == piece.low || corner == piece.high) return;
            const double dx = piece.high.x - piece.low.x;
            const double dy = piece.high.y - piece.low.y;
            const double length = std::hypot(dx, dy);
            const double along =
                ((corner.x - piece.low.x) * dx + (corner.y - piece.low.y) * dy) / (length * length);
            const double off = geo::off_piece(corner, piece.low, piece.high);
            if (along > 0.0 && along < 1.0 && off <= std::min(reach, length / least_length))
                found_.push_back({number, along, corner});
        });
    }

    void lead(GridRing& ring, std::uint32_t& piece, std::size_t& next) const {
        GridRing out;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            if (i > 0) {
                const std::size_t first = out.size();
                for (; next < found_.size() && found_[next].piece == piece; ++next) {
                    const geo::RawPosition corner = found_[next].corner;
                    if (out.size() == first || out.back() != corner) out.push_back(corner);
                }
                if (ring[i] < ring[i - 1])
                    std::reverse(out.begin() + static_cast<std::ptrdiff_t>(first), out.end());
                ++piece;
            }
            out.push_back(ring[i]);
        }
        ring = std::move(out);
    }

    const FineGrid& grid_;
    std::vector<GridRing*> rings_;
    std::vector<Piece> pieces_;  // of all rings in turn
    std::optional<index::PackedRTree> tree_;
    std::vector<Found> found_;
};

}  // namespace

std::vector<GridZone> zones_on_grid(const Zones& zones, const FineGrid& grid) {
    constexpr double nowhere = 1e300;
    std::vector<GridZone> out;
    out.reserve(zones.size());
    for (const Zone& zone : zones) {
        GridZone& placed = out.emplace_back(GridZone{{}, nowhere, nowhere, -nowhere, -nowhere});
        for (const geo::Polygon& polygon : zone.shape.parts) {
            for (std::size_t number = 0; number < polygon.rings.size(); ++number) {
                GridRing ring = carried(polygon.rings[number], grid);
                const bool shell = number == 0;
                if ((twice_area(ring) > 0.0) != shell) std::reverse(ring.begin(), ring.end());
                for (const geo::RawPosition p : ring) {
                    placed.west = std::min(placed.west, p.x);
                    placed.east = std::max(placed.east, p.x);
                    placed.north = std::min(placed.north, p.y);
                    placed.south = std::max(placed.south, p.y);
                }
                placed.rings.push_back(std::move(ring));
            }
        }
    }
    CommonCorners{out, grid}.insert();
    return out;
}

}  // namespace yiquan::demand
