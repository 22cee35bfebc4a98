// SPDX-License-Identifier: MIT
#include "core/audit/figures_json.hpp"

#include <cmath>

namespace yiquan::audit {
namespace {

using Json = nlohmann::ordered_json;

Json length(Metres value) {
    return std::isfinite(value.value()) ? Json(value.value()) : Json(nullptr);
}

}  // namespace

Json figures_json(Json into, const Figures& figures) {
    into["demand"] = figures.demand.value();
    into["covered"] = figures.covered.value();
    into["gap"] = figures.gap.value();
    into["unreachable"] = figures.unreachable.value();
    into["covered_share"] = figures.covered_share();
    into["single"] = figures.single.value();
    into["area_km2"] = figures.area.value();
    into["covered_area_km2"] = figures.covered_area.value();
    into["gap_area_km2"] = figures.gap_area.value();
    into["facilities"] = figures.facilities;
    const auto& nearest = figures.nearest;
    into["nearest_mean"] = nearest ? length(nearest->mean) : Json(nullptr);
    into["nearest_median"] = nearest ? length(nearest->median) : Json(nullptr);
    into["nearest_p90"] = nearest ? length(nearest->p90) : Json(nullptr);
    into["nearest_max"] = nearest ? length(nearest->worst) : Json(nullptr);
    into["meets_target"] = figures.meets_target ? Json(*figures.meets_target) : Json(nullptr);
    return into;
}

Json people_json(const std::vector<Persons>& classes) {
    Json out = Json::array();
    for (const Persons people : classes) out.push_back(people.value());
    return out;
}

nlohmann::ordered_json station_shares_json(std::span<const StationShare> shares) {
    Json out = Json::array();
    for (const StationShare& share : shares) {
        Json& row = out.emplace_back(Json{{"id", share.id},
                                          {"share", share.share},
                                          {"target", share.target},
                                          {"unknown", share.unknown},
                                          {"meets_target", share.met()}});
        if (share.stations) row["stations"] = *share.stations;
    }
    return out;
}

}  // namespace yiquan::audit
