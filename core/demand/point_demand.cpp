// SPDX-License-Identifier: MIT
#include "core/demand/point_demand.hpp"

#include <fmt/format.h>

#include "core/base/parallel.hpp"

namespace yiquan::demand {

PointDemand::PointDemand(DemandPoints points, const index::PolygonLocator& zones, std::string_view source,
                         unsigned threads, features::FindingSink& findings, Progress& progress) {
    constexpr std::size_t block = 16384;
    batch_.places = std::move(points.places);
    batch_.weights = std::move(points.weights);
    batch_.ids = std::move(points.ids);
    batch_.names = std::move(points.names);
    batch_.zones.resize(batch_.size());
    parallel_blocks(batch_.size(), block, threads, progress, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) batch_.zones[i] = zones.locate(batch_.places[i]);
    });
    for (std::size_t i = 0; i < batch_.size(); ++i) {
        if (batch_.zones[i] != no_zone) continue;
        const double people = batch_.weights[i].value();
        findings.add(
            {.kind = features::FindingKind::outside_zones,
             .action = features::Action::kept,
             .source = std::string{source},
             .row = std::nullopt,
             .field = {},
             .value = batch_.ids[i],
             .detail = {fmt::format("Demand point {} ({} people) lies in no zone; it stays in the total "
                                    "under \"outside zones\".",
                                    batch_.ids[i], people),
                        fmt::format("需求点 {}（{} 人）不在任何统计单元内，计入“单元之外”。", batch_.ids[i],
                                    people)},
             .where = batch_.places[i]});
    }
}

const DemandBatch* PointDemand::next() {
    if (handed_out_) return nullptr;
    handed_out_ = true;
    return &batch_;
}

}  // namespace yiquan::demand
