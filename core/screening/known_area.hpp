// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "core/base/quantity.hpp"
#include "core/geo/polygon.hpp"
#include "core/index/polygon_locator.hpp"
#include "core/screening/candidate.hpp"
#include "core/screening/layer_index.hpp"

namespace yiquan::screening {

/// Where the data of a layer are known. Beyond it nobody can say what there is, so a rule decides only where
/// nothing beyond could change its answer.
class KnownArea {
public:
    /// Known everywhere: the user says so.
    KnownArea() = default;
    /// \param area valid polygons; those without an interior hold nothing
    explicit KnownArea(const geo::MultiPolygon& area);

    /// True where everything up to `margin` from the candidate is known.
    [[nodiscard]] bool holds(const Candidate& candidate, Metres margin) const;

private:
    bool everywhere_ = true;
    std::optional<index::PolygonLocator> inside_;  ///< none: nowhere
    std::optional<LayerIndex> outline_;
};

}  // namespace yiquan::screening
