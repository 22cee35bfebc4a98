// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/geo/lonlat.hpp"
#include "core/siting/cost_source.hpp"

namespace yiquan::siting {

/// Geodesic distances between places, metres.
///
/// Within a radius, a pair is found as everywhere in Yiquan: a point exactly on the circle is inside. The
/// distances themselves are measured only where there is no limit; inside a radius they are left at zero,
/// since the models that know a radius ask nothing but who is covered.
class PointCosts final : public CostSource {
public:
    PointCosts(std::vector<geo::LonLat> demand, std::vector<geo::LonLat> sites)
        : demand_(std::move(demand)), sites_(std::move(sites)) {}

    [[nodiscard]] std::uint32_t sites() const override { return static_cast<std::uint32_t>(sites_.size()); }
    [[nodiscard]] std::uint32_t demands() const override {
        return static_cast<std::uint32_t>(demand_.size());
    }
    [[nodiscard]] Links within(double limit, unsigned threads, Progress& progress) const override;

private:
    [[nodiscard]] Links covered(double radius, unsigned threads, Progress& progress) const;
    [[nodiscard]] Links measured(unsigned threads, Progress& progress) const;

    std::vector<geo::LonLat> demand_;
    std::vector<geo::LonLat> sites_;
};

}  // namespace yiquan::siting
