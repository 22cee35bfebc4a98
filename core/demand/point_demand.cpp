// SPDX-License-Identifier: MIT
#include "core/demand/point_demand.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "core/base/parallel.hpp"

namespace yiquan::demand {

PointDemand::PointDemand(DemandPoints points, const index::PolygonLocator& zones, std::string_view source,
                         unsigned threads, features::FindingSink& findings, Progress& progress) {
    constexpr std::size_t block = 16384;
    all_.places = std::move(points.places);
    all_.weights = std::move(points.weights);
    all_.ids = std::move(points.ids);
    all_.names = std::move(points.names);
    all_.zones.resize(all_.size());
    parallel_blocks(all_.size(), block, threads, progress, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) all_.zones[i] = zones.locate(all_.places[i]);
    });
    for (std::size_t i = 0; i < all_.size(); ++i) {
        if (all_.zones[i] != no_zone) continue;
        const double people = all_.weights[i].value();
        findings.add(
            {.kind = features::FindingKind::outside_zones,
             .action = features::Action::kept,
             .source = std::string{source},
             .row = std::nullopt,
             .field = {},
             .value = all_.ids[i],
             .detail = {fmt::format("Demand point {} ({} people) lies in no zone; it stays in the total "
                                    "under \"outside zones\".",
                                    all_.ids[i], people),
                        fmt::format("需求点 {}（{} 人）不在任何统计单元内，计入“单元之外”。", all_.ids[i],
                                    people)},
             .where = all_.places[i]});
    }
}

const DemandBatch* PointDemand::next() {
    // Large enough for the index to pay, small enough for rows to be written while the next ones are served.
    constexpr std::size_t most = 131'072;
    if (handed_out_ && next_ == all_.size()) return nullptr;
    handed_out_ = true;
    const std::size_t first = next_;
    next_ = std::min(all_.size(), first + most);
    const auto copied = [&](const auto& from) {
        return std::vector(from.begin() + static_cast<std::ptrdiff_t>(first),
                           from.begin() + static_cast<std::ptrdiff_t>(next_));
    };
    const auto moved = [&](std::vector<std::string>& from) {
        if (from.empty()) return std::vector<std::string>{};
        return std::vector(std::make_move_iterator(from.begin() + static_cast<std::ptrdiff_t>(first)),
                           std::make_move_iterator(from.begin() + static_cast<std::ptrdiff_t>(next_)));
    };
    batch_.places = copied(all_.places);
    batch_.weights = copied(all_.weights);
    batch_.zones = copied(all_.zones);
    batch_.ids = moved(all_.ids);
    batch_.names = moved(all_.names);
    return &batch_;
}

double PointDemand::fraction() const {
    if (all_.size() == 0) return handed_out_ ? 1.0 : 0.0;
    return static_cast<double>(next_) / static_cast<double>(all_.size());
}

}  // namespace yiquan::demand
