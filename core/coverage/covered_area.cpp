// SPDX-License-Identifier: MIT
#include "core/coverage/covered_area.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include "core/base/parallel.hpp"
#include "core/coverage/border_edges.hpp"
#include "core/geo/area.hpp"
#include "core/geo/circle_frame.hpp"
#include "core/index/packed_rtree.hpp"

namespace yiquan::coverage {
namespace {

constexpr double two_pi = 2.0 * std::numbers::pi;
constexpr double square_metres_per_km2 = 1e6;
constexpr std::size_t circles_per_block = 64;

/// A range of an angle or of a line's parameter.
struct Range {
    double from;
    double to;
};

void sort_and_merge(std::vector<Range>& ranges) {
    std::sort(ranges.begin(), ranges.end(), [](Range a, Range b) { return a.from < b.from; });
    std::size_t kept = 0;
    for (const Range& range : ranges) {
        if (kept > 0 && range.from <= ranges[kept - 1].to) {
            ranges[kept - 1].to = std::max(ranges[kept - 1].to, range.to);
        } else {
            ranges[kept++] = range;
        }
    }
    ranges.resize(kept);
}

double turned_into_circle(double angle) {
    angle = std::fmod(angle, two_pi);
    return angle < 0.0 ? angle + two_pi : angle;
}

/// Adds an arc that may pass angle zero.
void add_arc(std::vector<Range>& ranges, double from, double length) {
    from = turned_into_circle(from);
    ranges.push_back({from, std::min(two_pi, from + length)});
    if (from + length > two_pi) ranges.push_back({0.0, from + length - two_pi});
}

/// What the arc adds to the area on its left, m^2; see `geo::area_term`.
double arc_term(const geo::CircleFrame& frame, Range arc, double base_area) {
    // Gauss-Legendre with five nodes on [-1, 1] (Abramowitz and Stegun, table 25.4), per sixth of a turn.
    constexpr std::array<double, 5> nodes{-0.906179845938664, -0.538469310105683, 0.0, 0.538469310105683,
                                          0.906179845938664};
    constexpr std::array<double, 5> weights{0.236926885056189, 0.478628670499366, 0.568888888888889,
                                            0.478628670499366, 0.236926885056189};
    const int pieces = 1 + static_cast<int>((arc.to - arc.from) / (std::numbers::pi / 3.0));
    const double half = (arc.to - arc.from) / (2.0 * pieces);
    double sum = 0.0;
    for (int piece = 0; piece < pieces; ++piece) {
        const double middle = arc.from + (2 * piece + 1) * half;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const geo::CircleFrame::EdgePoint p = frame.edge_point(middle + nodes[i] * half);
            const double z = p.at.z / ((1.0 - geo::wgs84::eccentricity2) * std::hypot(p.at.x, p.at.y));
            const double latitude = std::atan(z) / geo::radians_per_degree;
            sum -= weights[i] * half * (geo::area_below(latitude) - base_area) * p.dlon;
        }
    }
    return sum;
}

class Circles {
public:
    explicit Circles(std::span<const geo::GeodesicCircle> circles)
        : boxes_(boxes_of(circles)), tree_(boxes_) {
        frames_.reserve(circles.size());
        for (const geo::GeodesicCircle& circle : circles) {
            frames_.emplace_back(circle);
        }
    }

    [[nodiscard]] std::size_t size() const { return frames_.size(); }
    [[nodiscard]] const geo::CircleFrame& frame(std::size_t number) const { return frames_[number]; }
    [[nodiscard]] const geo::Box& box(std::size_t number) const { return boxes_[number]; }

    /// The arcs of a circle's edge that no other circle holds, in rising order.
    void free_arcs(std::size_t number, std::vector<Range>& held, std::vector<Range>& free) const {
        held.clear();
        free.clear();
        const geo::CircleFrame& frame = frames_[number];
        bool hidden = false;
        tree_.search(boxes_[number], [&](std::uint32_t other) {
            if (other == number || hidden) return;
            const geo::CircleFrame::Arc arc = frame.held_by(frames_[other]);
            switch (arc.kind) {
                case geo::CircleFrame::Arc::Kind::none:
                    break;
                case geo::CircleFrame::Arc::Kind::part:
                    add_arc(held, arc.middle - arc.before, arc.before + arc.after);
                    break;
                case geo::CircleFrame::Arc::Kind::all: {
                    // Of two circles that hold each other, that is equal ones, the first stays.
                    const bool equal = frames_[other].held_by(frame).kind == geo::CircleFrame::Arc::Kind::all;
                    hidden = !equal || other < number;
                    break;
                }
            }
        });
        if (hidden) return;
        sort_and_merge(held);
        double from = 0.0;
        for (const Range& range : held) {
            if (range.from > from) free.push_back({from, range.from});
            from = std::max(from, range.to);
        }
        if (from < two_pi) free.push_back({from, two_pi});
    }

private:
    static std::vector<geo::Box> boxes_of(std::span<const geo::GeodesicCircle> circles) {
        std::vector<geo::Box> boxes;
        boxes.reserve(circles.size());
        for (const geo::GeodesicCircle& circle : circles) boxes.push_back(circle.box());
        return boxes;
    }

    std::vector<geo::CircleFrame> frames_;
    std::vector<geo::Box> boxes_;
    index::PackedRTree tree_;
};

/// Sums of one block of circles; added up in block order so that threads do not change the last digit.
struct BlockSums {
    std::vector<double> zone_area;        // m^2
    std::vector<BorderEdges::Held> held;  // pieces of borders inside circles
};

}  // namespace

double union_area_km2(std::span<const geo::GeodesicCircle> circles, unsigned threads, Progress& progress) {
    if (circles.empty()) return 0.0;
    const Circles all(circles);
    const double base_area = geo::area_below(circles.front().centre().lat);
    std::vector<double> sums((circles.size() + circles_per_block - 1) / circles_per_block);
    parallel_blocks(circles.size(), circles_per_block, threads, progress,
                    [&](std::size_t begin, std::size_t end) {
                        std::vector<Range> held;
                        std::vector<Range> free;
                        double sum = 0.0;
                        for (std::size_t i = begin; i < end; ++i) {
                            all.free_arcs(i, held, free);
                            for (const Range& arc : free) sum += arc_term(all.frame(i), arc, base_area);
                        }
                        sums[begin / circles_per_block] = sum;
                    });
    double total = 0.0;
    for (const double sum : sums) total += sum;
    return total / square_metres_per_km2;
}

std::vector<SquareKilometres> covered_areas(std::span<const geo::GeodesicCircle> circles,
                                            const demand::Zones& zones, const index::PolygonLocator& locator,
                                            unsigned threads, Progress& progress) {
    std::vector<SquareKilometres> out(zones.size());
    if (circles.empty() || zones.empty()) return out;
    const Circles all(circles);
    const BorderEdges borders(zones);
    std::vector<double> base_latitude(zones.size());
    std::vector<double> base_area(zones.size());
    for (std::size_t z = 0; z < zones.size(); ++z) {
        const geo::Box box = geo::bounding_box(zones[z].shape);
        base_latitude[z] = (box.south + box.north) / 2.0;
        base_area[z] = geo::area_below(base_latitude[z]);
    }

    std::vector<BlockSums> blocks((circles.size() + circles_per_block - 1) / circles_per_block);
    parallel_blocks(circles.size(), circles_per_block, threads, progress,
                    [&](std::size_t begin, std::size_t end) {
                        BlockSums& sums = blocks[begin / circles_per_block];
                        sums.zone_area.assign(zones.size(), 0.0);
                        std::vector<Range> held;
                        std::vector<Range> free;
                        std::vector<double> cuts;
                        for (std::size_t i = begin; i < end; ++i) {
                            const geo::CircleFrame& frame = all.frame(i);
                            cuts.clear();
                            borders.cross(frame, all.box(i), sums.held, cuts);
                            for (double& cut : cuts) cut = turned_into_circle(cut);
                            std::sort(cuts.begin(), cuts.end());
                            all.free_arcs(i, held, free);
                            for (const Range& arc : free) {
                                auto cut = std::upper_bound(cuts.begin(), cuts.end(), arc.from);
                                for (double from = arc.from; from < arc.to;) {
                                    const double to = cut != cuts.end() && *cut < arc.to ? *cut++ : arc.to;
                                    const demand::ZoneIndex zone =
                                        locator.locate(geo::to_lonlat(frame.at((from + to) / 2.0)));
                                    if (zone != demand::no_zone && to > from) {
                                        sums.zone_area[zone] += arc_term(frame, {from, to}, base_area[zone]);
                                    }
                                    from = to;
                                }
                            }
                        }
                    });

    std::vector<double> area(zones.size());
    std::vector<BorderEdges::Held> held;
    for (const BlockSums& block : blocks) {
        for (std::size_t z = 0; z < zones.size(); ++z) area[z] += block.zone_area[z];
        held.insert(held.end(), block.held.begin(), block.held.end());
    }
    std::sort(held.begin(), held.end(), [](const BorderEdges::Held& a, const BorderEdges::Held& b) {
        return a.edge != b.edge ? a.edge < b.edge : a.from != b.from ? a.from < b.from : a.to < b.to;
    });
    for (std::size_t i = 0; i < held.size();) {
        const BorderEdges::Edge& edge = borders.edge(held[i].edge);
        double reached = 0.0;
        for (const std::uint32_t number = held[i].edge; i < held.size() && held[i].edge == number; ++i) {
            const double from = std::max(reached, held[i].from);
            if (held[i].to <= from) continue;
            area[edge.zone] += geo::area_term(edge.at(from), edge.at(held[i].to), base_latitude[edge.zone]);
            reached = held[i].to;
        }
    }
    for (std::size_t z = 0; z < zones.size(); ++z) {
        out[z] = std::clamp(SquareKilometres::nearest(area[z] / square_metres_per_km2), SquareKilometres{},
                            zones[z].area);
    }
    return out;
}

}  // namespace yiquan::coverage
