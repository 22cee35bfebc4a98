// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.hpp"
#include "core/demand/demand_source.hpp"
#include "core/features/finding.hpp"
#include "core/index/polygon_locator.hpp"

namespace yiquan::demand {

/// Demand points in batches, in the order of the list, each in the zone that its position lies in.
class PointDemand final : public DemandSource {
public:
    /// Points outside every zone are findings and stay in the demand.
    /// \param source what findings call the list
    PointDemand(DemandPoints points, const index::PolygonLocator& zones, std::string_view source,
                unsigned threads, features::FindingSink& findings, Progress& progress);

    const DemandBatch* next() override;
    [[nodiscard]] double fraction() const override;

private:
    DemandBatch all_;    // ids and names of what was handed out are gone
    DemandBatch batch_;  // handed out last
    std::size_t next_ = 0;
    bool handed_out_ = false;
};

}  // namespace yiquan::demand
