// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/coverage/access.hpp"
#include "core/coverage/facility.hpp"
#include "core/geo/circle.hpp"
#include "core/index/nearest_tree.hpp"

namespace yiquan::coverage {

/// Access by the straight line on the ellipsoid: a facility serves the circle around it, and every place can
/// be reached.
class AirAccess final : public Access {
public:
    /// \param facilities the list
    /// \param serving    numbers of those that serve; land is summed in this order, and of facilities equally
    ///                   near the first is the nearest
    /// \param radii      whole or broken metres, rising
    /// \throws Error{usage} for a radius that is none, as `geo::GeodesicCircle`
    AirAccess(std::span<const Facility> facilities, std::vector<std::uint32_t> serving,
              std::vector<Cost> radii, unsigned threads);

    [[nodiscard]] CostUnit unit() const override { return CostUnit::metres; }
    [[nodiscard]] std::span<const Cost> bands() const override { return radii_; }

    [[nodiscard]] Served serve(const demand::DemandBatch& batch, Progress& progress) const override;
    [[nodiscard]] std::vector<SquareKilometres> covered_land(std::size_t band, const demand::Zones& zones,
                                                             const index::PolygonLocator& locator,
                                                             Progress& progress) const override;
    [[nodiscard]] double covered_km2(std::size_t band, Progress& progress) const override;
    [[nodiscard]] std::vector<DrawnArea> draw_areas(std::size_t band, Progress& progress) const override;
    [[nodiscard]] std::vector<DrawnZone> draw_zones(std::size_t band, const demand::Zones& zones,
                                                    Progress& progress) const override;
    [[nodiscard]] std::optional<RemotestPlace> remotest(const geo::MultiPolygon& shape) const override;

private:
    std::size_t listed_;
    std::vector<std::uint32_t> serving_;
    std::vector<Cost> radii_;
    unsigned threads_;
    std::vector<geo::LonLat> places_;                        // of those that serve
    std::vector<std::vector<geo::GeodesicCircle>> circles_;  // per radius, per place
    index::NearestTree tree_;
};

}  // namespace yiquan::coverage
