// SPDX-License-Identifier: MIT
#include "core/screening/known_area.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace yiquan::screening {

KnownArea::KnownArea(const geo::MultiPolygon& area) : everywhere_(false) {
    const geo::Box box = geo::bounding_box(area);
    if (box.empty() || box.west == box.east || box.south == box.north) return;
    inside_.emplace(std::array{area});
    LayerFeature outline;
    for (const geo::Polygon& part : area.parts) {
        for (const geo::Ring& ring : part.rings) outline.shape.lines.push_back({ring});
    }
    std::vector<LayerFeature> features;
    features.push_back(std::move(outline));
    outline_.emplace(std::move(features));
}

bool KnownArea::holds(const Candidate& candidate, Metres margin) const {
    if (!inside_) return everywhere_;
    const auto is_inside = [&](geo::LonLat place) {
        return inside_->locate(place) != index::PolygonLocator::none;
    };
    if (candidate.shape.empty()) {
        if (!is_inside(candidate.place)) return false;
    } else if (!std::all_of(
                   candidate.shape.parts.begin(), candidate.shape.parts.end(),
                   [&](const geo::Polygon& part) { return is_inside(part.rings.front().front()); })) {
        return false;
    }
    const Metres to_outline = outline_->nearest(candidate).distance;
    const bool beyond = whole_millimetres(to_outline) >= whole_millimetres(margin);
    return beyond && (candidate.shape.empty() || to_outline > Metres{0.0});
}

}  // namespace yiquan::screening
