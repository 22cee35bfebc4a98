// SPDX-License-Identifier: MIT
#include "core/coverage/border_edges.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/geo/area.hpp"

namespace yiquan::coverage {
namespace {

constexpr double longest_edge =
    0.1;  // degrees; along so short an edge the squared chord is all but a parabola

double chord2_at(const BorderEdges::Edge& edge, double t, const geo::CircleFrame& frame) {
    return geo::chord2(geo::to_ecef(edge.at(t)), frame.centre());
}

/// The parameter nearest to the centre: vertex of the parabola through three points, refined once.
double nearest_parameter(const BorderEdges::Edge& edge, double at_a, double at_b,
                         const geo::CircleFrame& frame) {
    const auto vertex = [](double low, double middle, double high) {
        const double bend = low - 2.0 * middle + high;
        return bend > 0.0 ? (low - high) / (2.0 * bend) : 0.0;  // in units of half the width, from the middle
    };
    const double first = std::clamp(0.5 + 0.5 * vertex(at_a, chord2_at(edge, 0.5, frame), at_b), 0.0, 1.0);
    constexpr double step = 0.05;
    const double refined =
        first + step * vertex(chord2_at(edge, first - step, frame), chord2_at(edge, first, frame),
                              chord2_at(edge, first + step, frame));
    return std::clamp(refined, 0.0, 1.0);
}

/// The parameter between `outside` and `inside` where the edge enters the circle (Illinois method; Dowell and
/// Jarratt 1971).
double crossing(const BorderEdges::Edge& edge, const geo::CircleFrame& frame, double outside, double inside) {
    double f_outside = chord2_at(edge, outside, frame) - frame.edge_chord2();
    double f_inside = chord2_at(edge, inside, frame) - frame.edge_chord2();
    constexpr int most_rounds = 60;
    constexpr double close_enough = 1e-13;
    int side = 0;
    double t = inside;
    for (int i = 0; i < most_rounds && std::abs(outside - inside) > close_enough; ++i) {
        t = (outside * f_inside - inside * f_outside) / (f_inside - f_outside);
        const double f = chord2_at(edge, t, frame) - frame.edge_chord2();
        if (std::abs(f) < close_enough * frame.edge_chord2()) break;
        if (f > 0.0) {
            outside = t;
            f_outside = f;
            if (side == 1) f_inside /= 2.0;
            side = 1;
        } else {
            inside = t;
            f_inside = f;
            if (side == -1) f_outside /= 2.0;
            side = -1;
        }
    }
    return t;
}

void add_ring(const geo::Ring& ring, bool anticlockwise, demand::ZoneIndex zone,
              std::vector<BorderEdges::Edge>& edges) {
    const bool backwards = (geo::signed_area(ring) > 0.0) != anticlockwise;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        BorderEdges::Edge whole{ring[i - 1], ring[i], zone};
        if (backwards) std::swap(whole.a, whole.b);
        const double span =
            std::max(std::abs(whole.b.lon - whole.a.lon), std::abs(whole.b.lat - whole.a.lat));
        const int pieces = std::max(1, static_cast<int>(std::ceil(span / longest_edge)));
        for (int piece = 0; piece < pieces; ++piece) {
            const geo::LonLat from = piece == 0 ? whole.a : edges.back().b;
            const geo::LonLat to =
                piece + 1 == pieces ? whole.b : whole.at(static_cast<double>(piece + 1) / pieces);
            edges.push_back({from, to, zone});
        }
    }
}

std::vector<BorderEdges::Edge> edges_of(const demand::Zones& zones) {
    std::vector<BorderEdges::Edge> edges;
    for (demand::ZoneIndex zone = 0; zone < zones.size(); ++zone) {
        for (const geo::Polygon& polygon : zones[zone].shape.parts) {
            for (std::size_t i = 0; i < polygon.rings.size(); ++i)
                add_ring(polygon.rings[i], i == 0, zone, edges);
        }
    }
    return edges;
}

index::PackedRTree tree_over(const std::vector<BorderEdges::Edge>& edges) {
    std::vector<geo::Box> boxes(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        boxes[i].include(edges[i].a);
        boxes[i].include(edges[i].b);
    }
    return index::PackedRTree{boxes};
}

}  // namespace

BorderEdges::BorderEdges(const demand::Zones& zones) : edges_(edges_of(zones)), tree_(tree_over(edges_)) {}

void BorderEdges::cross(const geo::CircleFrame& frame, const geo::Box& box, std::vector<Held>& held,
                        std::vector<double>& cuts) const {
    tree_.search(box, [&](std::uint32_t number) {
        const Edge& edge = edges_[number];
        const double at_a = chord2_at(edge, 0.0, frame);
        const double at_b = chord2_at(edge, 1.0, frame);
        const bool a_inside = at_a <= frame.edge_chord2();
        const bool b_inside = at_b <= frame.edge_chord2();
        if (a_inside && b_inside) {
            held.push_back({number, 0.0, 1.0});
            return;
        }
        double nearest = a_inside ? 0.0 : 1.0;
        if (!a_inside && !b_inside) {
            nearest = nearest_parameter(edge, at_a, at_b, frame);
            if (chord2_at(edge, nearest, frame) >= frame.edge_chord2()) return;
        }
        Held part{number, 0.0, 1.0};
        if (!a_inside) {
            part.from = crossing(edge, frame, 0.0, nearest);
            cuts.push_back(frame.angle_of(geo::to_ecef(edge.at(part.from))));
        }
        if (!b_inside) {
            part.to = crossing(edge, frame, 1.0, nearest);
            cuts.push_back(frame.angle_of(geo::to_ecef(edge.at(part.to))));
        }
        held.push_back(part);
    });
}

}  // namespace yiquan::coverage
