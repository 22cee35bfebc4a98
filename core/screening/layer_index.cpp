// SPDX-License-Identifier: MIT
#include "core/screening/layer_index.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/geo/geodesic.hpp"

namespace yiquan::screening {
namespace {

/// Closer than this is touching: coordinates are rounded to some nanometres.
constexpr double touching = 1e-6;  // metres

geo::Approach meeting_at(geo::LonLat place) {
    return {place, place, 0.0};
}

}  // namespace

void LayerIndex::Best::offer(const geo::Approach& other, std::uint32_t of) {
    if (other.chord2 > approach.chord2 || (other.chord2 == approach.chord2 && of >= feature)) return;
    approach = other;
    feature = of;
}

LayerIndex::LayerIndex(std::vector<LayerFeature> features) {
    std::stable_sort(features.begin(), features.end(),
                     [](const LayerFeature& a, const LayerFeature& b) { return a.label < b.label; });
    std::vector<geo::MultiPolygon> areas;
    bool any_area = false;
    for (std::uint32_t f = 0; f < features.size(); ++f) {
        RowShape& shape = features[f].shape;
        labels_.push_back(std::move(features[f].label));
        for (const geo::LonLat point : shape.points) add_edges({point}, f);
        for (const geo::LineString& line : shape.lines) add_edges(line.points, f);
        for (const geo::Polygon& part : shape.polygons.parts) {
            for (const geo::Ring& ring : part.rings) add_edges(ring, f);
        }
        any_area = any_area || !shape.polygons.empty();
        areas.push_back(std::move(shape.polygons));
    }
    std::vector<geo::Box> boxes;
    boxes.reserve(edges_.size());
    for (const geo::Edge& edge : edges_) {
        boxes.push_back(edge.box());
        extent_.include(boxes.back());
    }
    tree_.emplace(boxes);
    if (any_area) areas_.emplace(areas);
}

void LayerIndex::add_edges(const std::vector<geo::LonLat>& points, std::uint32_t feature) {
    if (points.size() == 1) {
        edges_.push_back({points.front(), points.front()});
        feature_of_.push_back(feature);
    }
    for (std::size_t i = 1; i < points.size(); ++i) {
        edges_.push_back({points[i - 1], points[i]});
        feature_of_.push_back(feature);
    }
}

void LayerIndex::search(const geo::Edge& from, Best& best) const {
    const geo::Box box = from.box();
    const bool is_point = from.a == from.b;
    tree_->nearest([&](const geo::Box& other) { return geo::least_chord2(box, other); },
                   [&](std::uint32_t item) {
                       const geo::Edge& edge = edges_[item];
                       best.offer(is_point ? geo::approach(from.a, edge) : geo::approach(from, edge),
                                  feature_of_[item]);
                       return best.approach.chord2;
                   },
                   best.approach.chord2);
}

void LayerIndex::search_around(geo::LonLat place, Best& best) const {
    if (!areas_) return;
    const std::uint32_t area = areas_->locate(place);
    if (area != index::PolygonLocator::none) best.offer(meeting_at(place), area);
}

void LayerIndex::search_inside(const Candidate& candidate, Best& best) const {
    const index::PolygonLocator inside(std::array{candidate.shape});
    tree_->search(geo::bounding_box(candidate.shape), [&](std::uint32_t item) {
        const geo::LonLat start = edges_[item].a;
        if (inside.locate(start) != index::PolygonLocator::none)
            best.offer(meeting_at(start), feature_of_[item]);
    });
}

Nearest LayerIndex::nearest(const Candidate& candidate) const {
    Best best;
    if (candidate.shape.empty()) {
        search_around(candidate.place, best);
        search({candidate.place, candidate.place}, best);
    } else {
        search_inside(candidate, best);
        for (const geo::Polygon& part : candidate.shape.parts) {
            search_around(part.rings.front().front(), best);
            for (const geo::Ring& ring : part.rings) {
                for (std::size_t i = 1; i < ring.size(); ++i) search({ring[i - 1], ring[i]}, best);
            }
        }
    }
    Metres distance = geo::geodesic_distance(best.approach.from, best.approach.to);
    if (best.approach.chord2 < touching * touching) distance = Metres{0.0};
    return {distance, labels_[best.feature]};
}

}  // namespace yiquan::screening
