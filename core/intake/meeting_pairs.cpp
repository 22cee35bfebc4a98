// SPDX-License-Identifier: MIT
#include "core/intake/meeting_pairs.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/index/packed_rtree.hpp"

namespace yiquan::intake {
namespace {

using geo::LonLat;

/// A straight piece of an outline in its lexical direction; `forward` tells whether the polygon lies on its
/// left.
struct Edge {
    LonLat from;
    LonLat to;
    std::uint32_t polygon;
    bool forward;
};

/// A vertex that an outline passes.
struct Corner {
    LonLat at;
    std::uint32_t polygon;
};

struct Outlines {
    std::vector<Edge> edges;      // sorted by ends, then polygon
    std::vector<Corner> corners;  // sorted by place, then polygon
};

template <class Visit>
void for_each_ring(std::span<const geo::MultiPolygon> polygons, Visit visit) {
    for (std::uint32_t i = 0; i < polygons.size(); ++i) {
        for (const geo::Polygon& part : polygons[i].parts) {
            for (std::size_t r = 0; r < part.rings.size(); ++r) visit(i, part.rings[r], r == 0);
        }
    }
}

Edge edge_between(LonLat a, LonLat b, std::uint32_t polygon, bool interior_left) {
    return a < b ? Edge{a, b, polygon, interior_left} : Edge{b, a, polygon, !interior_left};
}

bool same_ends(const Edge& a, const Edge& b) {
    return a.from == b.from && a.to == b.to;
}

/// Twice the planar area of a ring, positive anticlockwise.
double turning(const geo::Ring& ring) {
    double sum = 0.0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        sum += (ring[i - 1].lon - ring.front().lon) * (ring[i].lat - ring.front().lat) -
               (ring[i].lon - ring.front().lon) * (ring[i - 1].lat - ring.front().lat);
    }
    return sum;
}

Outlines trace(std::span<const geo::MultiPolygon> polygons) {
    Outlines out;
    for_each_ring(polygons, [&](std::uint32_t polygon, const geo::Ring& ring, bool shell) {
        const bool interior_left = (turning(ring) > 0.0) == shell;
        for (std::size_t i = 1; i < ring.size(); ++i) {
            if (ring[i - 1] == ring[i]) continue;
            out.edges.push_back(edge_between(ring[i - 1], ring[i], polygon, interior_left));
            out.corners.push_back({ring[i], polygon});
        }
    });
    const auto by_ends = [](const Edge& a, const Edge& b) {
        if (a.from != b.from) return a.from < b.from;
        return a.to != b.to ? a.to < b.to : a.polygon < b.polygon;
    };
    std::sort(out.edges.begin(), out.edges.end(), by_ends);
    std::sort(out.corners.begin(), out.corners.end(), [](const Corner& a, const Corner& b) {
        return a.at != b.at ? a.at < b.at : a.polygon < b.polygon;
    });
    return out;
}

/// Where c lies seen along a to b: 1 left, -1 right, 0 too close to the line to say.
int side(LonLat a, LonLat b, LonLat c) {
    constexpr double rounding = 1e-15;
    const double left = (b.lon - a.lon) * (c.lat - a.lat);
    const double right = (b.lat - a.lat) * (c.lon - a.lon);
    const double doubt = rounding * (std::abs(left) + std::abs(right));
    const double turn = left - right;
    return turn > doubt ? 1 : turn < -doubt ? -1 : 0;
}

/// True unless the two edges certainly keep apart but for one common end.
bool may_touch(const Edge& e, const Edge& f) {
    const auto beside = [](LonLat shared, LonLat p, LonLat q) {  // two edges that leave one vertex
        const double along =
            (p.lon - shared.lon) * (q.lon - shared.lon) + (p.lat - shared.lat) * (q.lat - shared.lat);
        return along > 0.0 && side(shared, p, q) == 0;
    };
    if (e.from == f.from) return beside(e.from, e.to, f.to);
    if (e.from == f.to) return beside(e.from, e.to, f.from);
    if (e.to == f.from) return beside(e.to, e.from, f.to);
    if (e.to == f.to) return beside(e.to, e.from, f.from);
    const int f_from = side(e.from, e.to, f.from);
    const int f_to = side(e.from, e.to, f.to);
    if (f_from * f_to > 0) return false;
    const int e_from = side(f.from, f.to, e.from);
    const int e_to = side(f.from, f.to, e.to);
    return e_from * e_to <= 0;
}

/// Even-odd rule over all rings.
bool holds(const geo::MultiPolygon& polygon, LonLat p) {
    bool inside = false;
    for (const geo::Polygon& part : polygon.parts) {
        for (const geo::Ring& ring : part.rings) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const LonLat a = ring[i - 1];
                const LonLat b = ring[i];
                if ((a.lat > p.lat) == (b.lat > p.lat)) continue;
                const double lon = a.lon + (p.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon);
                if (lon > p.lon) inside = !inside;
            }
        }
    }
    return inside;
}

class MeetingPairs {
public:
    explicit MeetingPairs(std::span<const geo::MultiPolygon> polygons)
        : polygons_(polygons), outlines_(trace(polygons)) {}

    std::vector<std::pair<std::uint32_t, std::uint32_t>> find() {
        group_edges();
        touch_edges();
        follow_chains();
        std::sort(pairs_.begin(), pairs_.end());
        pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
        return std::move(pairs_);
    }

private:
    void list(std::uint32_t a, std::uint32_t b) {
        if (a != b) pairs_.emplace_back(std::min(a, b), std::max(a, b));
    }

    /// Edges of the same ends: two polygons may share one only from opposite sides.
    void group_edges() {
        const std::vector<Edge>& edges = outlines_.edges;
        for (std::size_t first = 0; first < edges.size();) {
            std::size_t last = first;
            while (last < edges.size() && same_ends(edges[first], edges[last])) ++last;
            groups_.push_back(first);
            for (std::size_t i = first; i < last; ++i) {
                for (std::size_t j = i + 1; j < last; ++j) {
                    if (edges[i].forward == edges[j].forward) list(edges[i].polygon, edges[j].polygon);
                }
            }
            first = last;
        }
        groups_.push_back(edges.size());
    }

    [[nodiscard]] std::span<const Edge> group(std::size_t g) const {
        return std::span{outlines_.edges}.subspan(groups_[g], groups_[g + 1] - groups_[g]);
    }

    void touch_edges() {
        const std::size_t count = groups_.size() - 1;
        std::vector<geo::Box> boxes(count);
        for (std::size_t g = 0; g < count; ++g) {
            boxes[g].include(group(g).front().from);
            boxes[g].include(group(g).front().to);
        }
        const index::PackedRTree tree(boxes);
        for (std::size_t g = 0; g < count; ++g) {
            tree.search(boxes[g], [&](std::uint32_t other) {
                if (other <= g) return;
                const std::span<const Edge> mine = group(g);
                const std::span<const Edge> theirs = group(other);
                const bool one_polygon =
                    mine.size() == 1 && theirs.size() == 1 && mine.front().polygon == theirs.front().polygon;
                if (one_polygon || !may_touch(mine.front(), theirs.front())) return;
                for (const Edge& a : mine) {
                    for (const Edge& b : theirs) list(a.polygon, b.polygon);
                }
            });
        }
    }

    /// Tests one point of each chain: its first edge after a common vertex, or any edge of a ring that has
    /// none.
    void follow_chains() {
        std::vector<geo::Box> boxes;
        for (const geo::MultiPolygon& polygon : polygons_) boxes.push_back(geo::bounding_box(polygon));
        const index::PackedRTree tree(boxes);
        for_each_ring(polygons_, [&](std::uint32_t polygon, const geo::Ring& ring, bool /*shell*/) {
            bool begun = false;
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const LonLat a = ring[i - 1];
                const LonLat b = ring[i];
                if (a == b) continue;
                const LonLat middle{a.lon + (b.lon - a.lon) / 2.0, a.lat + (b.lat - a.lat) / 2.0};
                const auto test = [&](std::uint32_t other) {
                    if (other == polygon || !boxes[other].contains(middle) || shares(a, b, other)) return;
                    if (holds(polygons_[other], middle)) list(polygon, other);
                };
                if (!begun) tree.search({middle.lon, middle.lat, middle.lon, middle.lat}, test);
                begun = true;
                for (auto corner = first_corner(a); corner != outlines_.corners.end() && corner->at == a;
                     ++corner) {
                    test(corner->polygon);
                }
            }
        });
    }

    [[nodiscard]] std::vector<Corner>::const_iterator first_corner(LonLat at) const {
        return std::lower_bound(outlines_.corners.begin(), outlines_.corners.end(), at,
                                [](const Corner& corner, LonLat p) { return corner.at < p; });
    }

    /// True where the edge is one of the other polygon's too.
    [[nodiscard]] bool shares(LonLat a, LonLat b, std::uint32_t other) const {
        const Edge wanted = edge_between(a, b, other, true);
        const auto at = std::lower_bound(outlines_.edges.begin(), outlines_.edges.end(), wanted,
                                         [](const Edge& e, const Edge& w) {
                                             if (e.from != w.from) return e.from < w.from;
                                             return e.to != w.to ? e.to < w.to : e.polygon < w.polygon;
                                         });
        return at != outlines_.edges.end() && same_ends(*at, wanted) && at->polygon == other;
    }

    std::span<const geo::MultiPolygon> polygons_;
    Outlines outlines_;
    std::vector<std::size_t> groups_;  // first edge of each group of the same ends, then the end
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
};

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> meeting_pairs(
    std::span<const geo::MultiPolygon> polygons) {
    return MeetingPairs{polygons}.find();
}

}  // namespace yiquan::intake
