// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/geo/lonlat.hpp"
#include "core/siting/cost_source.hpp"

namespace yiquan::siting {

/// Geodesic distances between places: metres, to the millimetre.
///
/// Within a radius, a pair is found as everywhere in Yiquan: a point exactly on the circle is inside. What
/// such a pair costs is at most the radius.
class PointCosts final : public CostSource {
public:
    PointCosts(std::vector<geo::LonLat> demand, std::vector<geo::LonLat> sites)
        : demand_(std::move(demand)), sites_(std::move(sites)) {}

    [[nodiscard]] std::uint32_t sites() const override { return static_cast<std::uint32_t>(sites_.size()); }
    [[nodiscard]] std::uint32_t demands() const override {
        return static_cast<std::uint32_t>(demand_.size());
    }
    [[nodiscard]] Links reached(Cost limit, unsigned threads, Progress& progress) const override;
    [[nodiscard]] Links within(Cost limit, unsigned threads, Progress& progress) const override;

private:
    [[nodiscard]] Cost distance(std::size_t demand, std::uint32_t site) const;
    [[nodiscard]] Links every_pair() const;

    std::vector<geo::LonLat> demand_;
    std::vector<geo::LonLat> sites_;
};

}  // namespace yiquan::siting
