// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <vector>

#include "core/coverage/cost_source.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::coverage {

/// Geodesic distances between places, to the millimetre. What is `reached` is found as everywhere in Yiquan:
/// a point exactly on the circle is inside.
class AirCosts final : public CostSource {
public:
    AirCosts(std::vector<geo::LonLat> rows, std::vector<geo::LonLat> columns)
        : rows_(std::move(rows)), columns_(std::move(columns)) {}

    [[nodiscard]] CostUnit unit() const override { return CostUnit::metres; }
    [[nodiscard]] Links reached(const Asked& asked, Cost limit, unsigned threads,
                                Progress& progress) const override;
    [[nodiscard]] Links within(const Asked& asked, Cost limit, unsigned threads,
                               Progress& progress) const override;
    /// By a tree over the columns.
    [[nodiscard]] NearestColumns nearest(const Asked& asked, unsigned threads,
                                         Progress& progress) const override;

private:
    std::vector<geo::LonLat> rows_;
    std::vector<geo::LonLat> columns_;
};

}  // namespace yiquan::coverage
