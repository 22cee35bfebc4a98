// SPDX-License-Identifier: MIT
#include "core/audit/stored_ledger.hpp"

#include <array>

#include "core/audit/audit_document.hpp"

namespace yiquan::audit {
namespace {

using Json = nlohmann::ordered_json;

Figures figures_from(const Json& json) {
    const auto people = [&](const char* key) { return Persons::nearest(json.at(key).get<double>()); };
    const auto land = [&](const char* key) { return SquareKilometres::nearest(json.at(key).get<double>()); };
    const auto length = [&](const char* key) { return Metres{json.at(key).get<double>()}; };
    Figures figures;
    figures.demand = people("demand");
    figures.covered = people("covered");
    figures.gap = people("gap");
    figures.unreachable = people("unreachable");
    figures.single = people("single");
    figures.area = land("area_km2");
    figures.covered_area = land("covered_area_km2");
    figures.gap_area = land("gap_area_km2");
    figures.facilities = json.at("facilities").get<std::uint32_t>();
    if (!json.at("nearest_mean").is_null()) {
        figures.nearest = coverage::DistanceSummary{length("nearest_mean"), length("nearest_median"),
                                                    length("nearest_p90"), length("nearest_max")};
    }
    if (!json.at("meets_target").is_null()) figures.meets_target = json.at("meets_target").get<bool>();
    return figures;
}

StoredLedger ledger_from(const Json& json) {
    StoredLedger stored;
    const Json& run = json.at("run");
    stored.title = run.at("title").get<std::string>();
    stored.notice = run.value("notice", "");
    const Json& standard = run.at("standard");
    if (const Json& target = standard.at("target_share"); !target.is_null())
        stored.target_share = target.get<double>();
    Ledger& ledger = stored.ledger;
    ledger.radius = Metres{standard.at("radius_m").get<double>()};
    for (const Json& zone : json.at("zones")) {
        stored.zones.push_back({zone.at("code").get<std::string>(), zone.at("name").get<std::string>(),
                                zone.at("parent").get<std::string>()});
        ledger.zones.push_back(figures_from(zone));
    }
    for (const Json& parent : json.at("parents")) {
        ledger.parents.push_back({parent.at("name").get<std::string>(), figures_from(parent)});
    }
    ledger.outside = figures_from(json.at("outside"));
    ledger.total = figures_from(json.at("totals"));
    if (!json.contains("station_shares")) return stored;
    constexpr std::array<std::string_view, 2> ids{"open_24h", "honoured"};
    for (const Json& row : json.at("station_shares")) {
        for (const std::string_view id : ids) {
            if (row.at("id").get<std::string>() != id) continue;
            StationShare& share = stored.station_shares.emplace_back();
            share.id = id;
            share.share = row.at("share").get<double>();
            share.target = row.at("target").get<double>();
            share.unknown = row.at("unknown").get<std::uint32_t>();
            if (row.contains("stations")) share.stations = row.at("stations").get<std::uint32_t>();
        }
    }
    return stored;
}

}  // namespace

StoredLedger parse_ledger_json(std::string_view text, std::string_view name) {
    return read_audit_document(text, name, ledger_from);
}

}  // namespace yiquan::audit
