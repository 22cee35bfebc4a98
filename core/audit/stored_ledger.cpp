// SPDX-License-Identifier: MIT
#include "core/audit/stored_ledger.hpp"

#include <array>
#include <variant>

#include "core/audit/audit_document.hpp"
#include "core/audit/ledger_columns.hpp"
#include "core/audit/limit_json.hpp"

namespace yiquan::audit {
namespace {

using Json = nlohmann::ordered_json;

/// The figures of the rows of one list.
class FiguresReader {
public:
    Figures read(const Json& json);

private:
    std::map<std::string_view, AmountKey<Persons>> people_;  // by key, as each column has a sum
    std::map<std::string_view, AmountKey<SquareKilometres>> areas_;
};

Figures FiguresReader::read(const Json& json) {
    Figures figures;
    if (!json.at("nearest_mean").is_null()) figures.nearest.emplace();
    for (const LedgerColumn& column : ledger_columns()) {
        const std::string key{column.key};
        if (const auto* people = std::get_if<Persons Figures::*>(&column.figure)) {
            figures.** people = people_.try_emplace(column.key, column.key).first->second.of(json);
        } else if (const auto* area = std::get_if<SquareKilometres Figures::*>(&column.figure)) {
            figures.** area = areas_.try_emplace(column.key, column.key).first->second.of(json);
        } else if (const auto* count = std::get_if<std::uint32_t Figures::*>(&column.figure)) {
            figures.** count = count_at<std::uint32_t>(json, column.key);
        } else if (const auto* flag = std::get_if<std::optional<bool> Figures::*>(&column.figure)) {
            if (!json.at(key).is_null()) figures.** flag = json.at(key).get<bool>();
        } else if (const auto* distance =
                       std::get_if<LedgerColumn::Distance coverage::DistanceSummary::*>(&column.figure)) {
            if (figures.nearest)
                (*figures.nearest).** distance = LedgerColumn::Distance{json.at(key).get<double>()};
        }
    }
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
    ledger.limit = read_limit(standard);
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
