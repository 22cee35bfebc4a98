// SPDX-License-Identifier: MIT
#include "core/coverage/gaps.hpp"

#include <algorithm>
#include <utility>

#include "core/base/parallel.hpp"
#include "core/geo/area.hpp"

namespace yiquan::coverage {
namespace {

std::vector<Gap> split_into_gaps(std::vector<DrawnZone> drawn) {
    std::vector<Gap> gaps;
    for (demand::ZoneIndex zone = 0; zone < drawn.size(); ++zone) {
        for (geo::Polygon& part : drawn[zone].gap.parts) {
            Gap& gap = gaps.emplace_back();
            gap.zone = zone;
            gap.area = geo::area(part);
            gap.shape.parts.push_back(std::move(part));
        }
    }
    return gaps;
}

std::vector<geo::MultiPolygon> shapes_of(const std::vector<Gap>& gaps) {
    std::vector<geo::MultiPolygon> shapes;
    for (const Gap& gap : gaps) shapes.push_back(gap.shape);
    return shapes;
}

void add_edges(const geo::MultiPolygon& shape, std::uint32_t number,
               std::vector<index::NearestOutline::Edge>& edges) {
    for (const geo::Polygon& polygon : shape.parts) {
        for (const geo::Ring& ring : polygon.rings) {
            for (std::size_t i = 1; i < ring.size(); ++i) edges.push_back({ring[i - 1], ring[i], number});
        }
    }
}

}  // namespace

Gaps::Gaps(std::vector<DrawnZone> drawn, const Access& access, unsigned threads, Progress& progress)
    : gaps_(split_into_gaps(std::move(drawn))),
      drawn_(gaps_.size()),
      shapes_of_gaps_(shapes_of(gaps_)),
      locator_(shapes_of_gaps_) {
    shapes_of_gaps_.clear();
    parallel_blocks(gaps_.size(), 1, threads, progress, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            Gap& gap = gaps_[i];
            const auto remotest = access.remotest(gap.shape);
            gap.remotest =
                remotest ? *remotest : RemotestPlace{gap.shape.parts.front().rings.front().front()};
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
    const auto drawn = std::span(gaps_).first(drawn_);
    const auto first =
        std::partition_point(drawn.begin(), drawn.end(), [&](const Gap& gap) { return gap.zone < zone; });
    if (first == drawn.end() || first->zone != zone) {
        const auto [at, is_new] = undrawn_.try_emplace(zone, static_cast<std::uint32_t>(gaps_.size()));
        if (is_new) {
            Gap& gap = gaps_.emplace_back();
            gap.zone = zone;
            gap.remotest.place = place;
        }
        return at->second;
    }
    auto outlines = outlines_.find(zone);
    if (outlines == outlines_.end()) {
        std::vector<index::NearestOutline::Edge> edges;
        for (auto gap = first; gap != drawn.end() && gap->zone == zone; ++gap)
            add_edges(gap->shape, static_cast<std::uint32_t>(gap - drawn.begin()), edges);
        outlines = outlines_.try_emplace(zone, std::move(edges)).first;
    }
    return outlines->second.nearest(place);
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
