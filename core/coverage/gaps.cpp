// SPDX-License-Identifier: MIT
#include "core/coverage/gaps.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/parallel.hpp"
#include "core/geo/area.hpp"
#include "core/geo/geodesic.hpp"

namespace yiquan::coverage {
namespace {

std::vector<Gap> split_into_gaps(std::vector<DrawnZone>& drawn) {
    std::vector<Gap> gaps;
    for (demand::ZoneIndex zone = 0; zone < drawn.size(); ++zone) {
        for (geo::Polygon& part : drawn[zone].gap.parts) {
            Gap& gap = gaps.emplace_back();
            gap.zone = zone;
            gap.area = geo::area(part);
            gap.shape.parts.push_back(std::move(part));
        }
        drawn[zone].gap.parts.clear();
    }
    return gaps;
}

std::vector<geo::MultiPolygon> shapes_of(const std::vector<Gap>& gaps) {
    std::vector<geo::MultiPolygon> shapes;
    for (const Gap& gap : gaps) shapes.push_back(gap.shape);
    return shapes;
}

/// Squared distance in degrees, longitudes squeezed to the parallel; only for telling neighbours apart.
double distance2_to_edge(geo::LonLat p, geo::LonLat a, geo::LonLat b) {
    const double squeeze = std::cos(p.lat * geo::radians_per_degree);
    const double ax = (a.lon - p.lon) * squeeze;
    const double ay = a.lat - p.lat;
    const double dx = (b.lon - a.lon) * squeeze;
    const double dy = b.lat - a.lat;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 > 0.0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0.0;
    const double x = ax + t * dx;
    const double y = ay + t * dy;
    return x * x + y * y;
}

}  // namespace

Gaps::Gaps(std::vector<DrawnZone>& drawn, const index::NearestTree& tree,
           std::span<const geo::LonLat> facilities, unsigned threads, Progress& progress)
    : gaps_(split_into_gaps(drawn)), shapes_of_gaps_(shapes_of(gaps_)), locator_(shapes_of_gaps_) {
    shapes_of_gaps_.clear();
    parallel_blocks(gaps_.size(), 1, threads, progress, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            Gap& gap = gaps_[i];
            if (facilities.empty()) {
                gap.remotest = gap.shape.parts.front().rings.front().front();
                gap.remotest_distance = Metres{std::numeric_limits<double>::infinity()};
                continue;
            }
            gap.remotest = remotest_place(gap.shape, tree);
            gap.nearest_facility = tree.nearest(geo::to_ecef(gap.remotest)).item;
            gap.remotest_distance = geo::geodesic_distance(gap.remotest, facilities[gap.nearest_facility]);
        }
    });
}

void Gaps::add(geo::LonLat place, demand::ZoneIndex zone, Persons people) {
    if (zone == demand::no_zone) return;
    std::uint32_t number = locator_.locate(place);
    if (number == index::PolygonLocator::none || gaps_[number].zone != zone)
        number = nearest_gap(place, zone);
    gaps_[number].people += people;
}

std::uint32_t Gaps::nearest_gap(geo::LonLat place, demand::ZoneIndex zone) {
    // Gaps drawn from the zones lie in zone order; ones added below stand at the end.
    std::uint32_t best = index::PolygonLocator::none;
    double best_distance2 = std::numeric_limits<double>::infinity();
    for (std::uint32_t number = 0; number < gaps_.size(); ++number) {
        if (gaps_[number].zone != zone) continue;
        if (best == index::PolygonLocator::none) best = number;
        for (const geo::Polygon& polygon : gaps_[number].shape.parts) {
            for (const geo::Ring& ring : polygon.rings) {
                for (std::size_t i = 1; i < ring.size(); ++i) {
                    const double distance2 = distance2_to_edge(place, ring[i - 1], ring[i]);
                    if (distance2 < best_distance2) {
                        best = number;
                        best_distance2 = distance2;
                    }
                }
            }
        }
    }
    if (best != index::PolygonLocator::none) return best;
    Gap& gap = gaps_.emplace_back();
    gap.zone = zone;
    gap.remotest = place;
    gap.remotest_distance = Metres{std::numeric_limits<double>::infinity()};
    return static_cast<std::uint32_t>(gaps_.size() - 1);
}

std::vector<Gap> Gaps::ranked() && {
    std::stable_sort(gaps_.begin(), gaps_.end(), [](const Gap& a, const Gap& b) {
        if (a.people != b.people) return a.people > b.people;
        if (a.zone != b.zone) return a.zone < b.zone;
        return a.area > b.area;
    });
    return std::move(gaps_);
}

}  // namespace yiquan::coverage
