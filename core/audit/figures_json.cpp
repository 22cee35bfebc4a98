// SPDX-License-Identifier: MIT
#include "core/audit/figures_json.hpp"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

#include "core/audit/ledger_columns.hpp"

namespace yiquan::audit {
namespace {

using Json = nlohmann::ordered_json;

Json figure_json(const LedgerColumn& column, const Figures& figures) {
    const std::optional<double> value = number(column, figures);
    switch (column.kind) {
        case FigureKind::share:
        case FigureKind::ratio:
            return value.value_or(0.0);
        case FigureKind::count:
            return static_cast<std::uint64_t>(value.value_or(0.0));
        case FigureKind::flag:
            return value ? Json(*value > 0.0) : Json(nullptr);
        case FigureKind::people:
        case FigureKind::area:
        case FigureKind::cost:
            return value && std::isfinite(*value) ? Json(*value) : Json(nullptr);
    }
    return nullptr;
}

}  // namespace

Json figures_json(Json into, const Figures& figures) {
    for (const LedgerColumn& column : ledger_columns())
        into[std::string{column.key}] = figure_json(column, figures);
    return into;
}

Json change_json(Json into, const Change& change) {
    into["demand_before"] = change.demand_before.value();
    into["demand_after"] = change.demand_after.value();
    into["covered_before"] = change.covered_before.value();
    into["covered_after"] = change.covered_after.value();
    into["gained"] = change.gained.value();
    into["lost"] = change.lost.value();
    return into;
}

Json people_json(const std::vector<Persons>& classes) {
    Json out = Json::array();
    for (const Persons people : classes) out.push_back(people.value());
    return out;
}

Json station_shares_json(std::span<const StationShare> shares) {
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
