// SPDX-License-Identifier: MIT
#include "core/audit/stored_ledger.hpp"

#include <array>

#include "core/audit/audit_document.hpp"

namespace yiquan::audit {
namespace {

using Json = nlohmann::ordered_json;

/// The figures of the rows of one list.
class FiguresReader {
public:
    Figures read(const Json& json);

private:
    AmountKey<Persons> demand_{"demand"};
    AmountKey<Persons> covered_{"covered"};
    AmountKey<Persons> gap_{"gap"};
    AmountKey<Persons> unreachable_{"unreachable"};
    AmountKey<Persons> single_{"single"};
    AmountKey<SquareKilometres> area_{"area_km2"};
    AmountKey<SquareKilometres> covered_area_{"covered_area_km2"};
    AmountKey<SquareKilometres> gap_area_{"gap_area_km2"};
};

Figures FiguresReader::read(const Json& json) {
    const auto length = [&](const char* key) { return Metres{json.at(key).get<double>()}; };
    Figures figures;
    figures.demand = demand_.of(json);
    figures.covered = covered_.of(json);
    figures.gap = gap_.of(json);
    figures.unreachable = unreachable_.of(json);
    figures.single = single_.of(json);
    figures.area = area_.of(json);
    figures.covered_area = covered_area_.of(json);
    figures.gap_area = gap_area_.of(json);
    figures.facilities = count_at<std::uint32_t>(json, "facilities");
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
    FiguresReader zones;
    for (const Json& zone : json.at("zones")) {
        stored.zones.push_back({zone.at("code").get<std::string>(), zone.at("name").get<std::string>(),
                                zone.at("parent").get<std::string>()});
        ledger.zones.push_back(zones.read(zone));
    }
    FiguresReader parents;
    for (const Json& parent : json.at("parents")) {
        ledger.parents.push_back({parent.at("name").get<std::string>(), parents.read(parent)});
    }
    ledger.outside = zones.read(json.at("outside"));
    ledger.total = FiguresReader{}.read(json.at("totals"));
    if (!json.contains("station_shares")) return stored;
    constexpr std::array<std::string_view, 2> ids{"open_24h", "honoured"};
    for (const Json& row : json.at("station_shares")) {
        for (const std::string_view id : ids) {
            if (row.at("id").get<std::string>() != id) continue;
            StationShare& share = stored.station_shares.emplace_back();
            share.id = id;
            share.share = row.at("share").get<double>();
            share.target = row.at("target").get<double>();
            share.unknown = count_at<std::uint32_t>(row, "unknown");
            if (row.contains("stations")) share.stations = count_at<std::uint32_t>(row, "stations");
        }
    }
    return stored;
}

}  // namespace

StoredLedger parse_ledger_json(std::string_view text, std::string_view name) {
    return read_audit_document(text, name, ledger_from);
}

}  // namespace yiquan::audit
