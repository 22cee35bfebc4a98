// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "core/geo/ellipsoid.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::geo {

/// A corner of a border in the system that it is drawn in, and where another system has it.
template <class From, class To>
struct CarriedPoint {
    From at;
    To image;
};

[[nodiscard]] constexpr RawPosition middle(RawPosition a, RawPosition b) {
    return {(a.x + b.x) / 2.0, (a.y + b.y) / 2.0};
}
[[nodiscard]] constexpr LonLat middle(LonLat a, LonLat b) {
    return {(a.lon + b.lon) / 2.0, (a.lat + b.lat) / 2.0};
}

/// Distance of a place from a straight piece.
[[nodiscard]] inline double off_piece(RawPosition p, RawPosition a, RawPosition b) {
    const RawPosition along{b.x - a.x, b.y - a.y};
    const RawPosition off{p.x - a.x, p.y - a.y};
    const double length2 = along.x * along.x + along.y * along.y;
    const double t =
        length2 > 0.0 ? std::clamp((off.x * along.x + off.y * along.y) / length2, 0.0, 1.0) : 0.0;
    return std::hypot(off.x - t * along.x, off.y - t * along.y);
}

/// The same for degrees, in metres; for pieces so short that the Earth is flat beside them to a thousandth.
[[nodiscard]] inline Metres off_piece(LonLat p, LonLat a, LonLat b) {
    const double per_lat = wgs84::semi_major * radians_per_degree;
    const double per_lon = per_lat * std::cos(p.lat * radians_per_degree);
    const auto from_p = [&](LonLat q) {
        return RawPosition{(q.lon - p.lon) * per_lon, (q.lat - p.lat) * per_lat};
    };
    return Metres{off_piece(RawPosition{}, from_p(a), from_p(b))};
}

/// An edge that is straight in one reference system is bent in another: a parallel of two degrees leaves the
/// straight line in a Gauss-Krueger strip by 700 m. This is the curve as short straight pieces.
///
/// The edge is halved until every piece keeps to the curve. The same points come out from either end, so
/// that two areas which share an edge share its image.
/// \param image     of a position: its place in the other system, or nothing; where there is none between
///                  the ends, that part stays one piece
/// \param straight  of a piece's begin, of three places on the curve and of the piece's end: whether the
///                  curve may pass for straight there
/// \return what is to be put between the images of `a` and `b`, in this order
template <class From, class To, class Image, class Straight>
[[nodiscard]] std::vector<To> carried_between(CarriedPoint<From, To> a, CarriedPoint<From, To> b, Image image,
                                              Straight straight) {
    constexpr int most_halvings = 16;
    using Point = CarriedPoint<From, To>;
    const auto carried_middle = [&](const Point& from, const Point& to) -> std::optional<Point> {
        const From at = middle(from.at, to.at);
        const std::optional<To> there = image(at);
        if (!there) return std::nullopt;
        return Point{at, *there};
    };
    std::vector<To> between;
    const auto follow = [&](const auto& self, const Point& begin, const Point& half, const Point& end,
                            int halvings) -> void {
        const std::optional<Point> first = carried_middle(begin, half);
        const std::optional<Point> third = carried_middle(half, end);
        if (!first || !third) return;
        if (halvings == 0 || straight(begin.image, first->image, half.image, third->image, end.image)) return;
        self(self, begin, *first, half, halvings - 1);
        between.push_back(half.image);
        self(self, half, *third, end, halvings - 1);
    };
    const bool turned = b.at < a.at;
    if (turned) std::swap(a, b);
    if (const std::optional<Point> half = carried_middle(a, b)) follow(follow, a, *half, b, most_halvings);
    if (turned) std::reverse(between.begin(), between.end());
    return between;
}

}  // namespace yiquan::geo
