// SPDX-License-Identifier: MIT
#include "core/report/report_json.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/audit/figures_json.hpp"
#include "core/audit/inputs_json.hpp"
#include "core/audit/ledger_columns.hpp"
#include "core/audit/limit_json.hpp"
#include "core/report/grid_shape.hpp"
#include "core/report/summary_text.hpp"

namespace yiquan::report {
namespace {

using Json = nlohmann::ordered_json;
using audit::change_json;
using audit::figures_json;
using audit::people_json;

constexpr std::size_t most_findings = 1000;
constexpr std::size_t most_gaps = 2000;

/// Beyond these, gaps are slivers in which hardly anybody lives.
std::span<const RecordedGap> most_peopled(const AuditRecord& record) {
    return std::span{record.gaps}.first(std::min(record.gaps.size(), most_gaps));
}

Json message_json(const Message& message) {
    return {{"zh", message.zh}, {"en", message.en}};
}

Json summary_json(const AuditRecord& record) {
    Json zh = Json::array();
    Json en = Json::array();
    for (const Message& sentence : summary_sentences(record)) {
        zh.push_back(sentence.zh);
        en.push_back(sentence.en);
    }
    return {{"zh", std::move(zh)}, {"en", std::move(en)}};
}

Json standard_json(const AuditRecord& record) {
    Json out{{"id", record.standard_id}, {"name", message_json(record.standard)}};
    const CostLimit& limit = record.ledger.ledger.limit;
    audit::write_limit(out, limit);
    out[unit_key("bands", limit.unit)] = audit::costs_json(record.bands);
    out["target_share"] = record.ledger.target_share ? Json(*record.ledger.target_share) : Json(nullptr);
    Json& figures = out["figures"] = Json::array();
    for (const StandardFigure& figure : record.standard_figures) {
        figures.push_back({{"key", figure.key},
                           {"value", figure.value},
                           {"source", figure.source},
                           {"confidence", figure.confidence}});
    }
    return out;
}

/// What the page's ledger shows, in its order; what says nothing here stays away.
Json columns_json(const AuditRecord& record) {
    Json out = Json::array();
    for (const std::string_view key :
         {"covered_share", "demand", "covered", "gap", "unreachable", "single", "nearest_mean", "nearest_p90",
          "facilities", "area_km2", "meets_target"}) {
        if (key == "unreachable" && record.ledger.ledger.total.unreachable == Persons{}) continue;
        if (key == "meets_target" && !record.ledger.target_share) continue;
        const audit::LedgerColumn& column = audit::ledger_column(key);
        out.push_back(
            {{"key", key}, {"kind", audit::kind_id(column.kind)}, {"title", message_json(column.title)}});
    }
    return out;
}

void add_ledger(const AuditRecord& record, Json& out) {
    out["columns"] = columns_json(record);
    const audit::Ledger& ledger = record.ledger.ledger;
    Json& totals = out["totals"] = figures_json(Json::object(), ledger.total);
    totals["outside_zones"] = ledger.outside.demand.value();
    Json& outside = out["outside"] = figures_json(Json::object(), ledger.outside);
    if (record.distances) outside["by_distance"] = people_json(record.distances->outside);
    Json& parents = out["parents"] = Json::array();
    for (std::size_t p = 0; p < ledger.parents.size(); ++p) {
        Json row = figures_json({{"name", ledger.parents[p].name}}, ledger.parents[p].figures);
        if (record.distances) row["by_distance"] = people_json(record.distances->parents[p]);
        parents.push_back(std::move(row));
    }
    Json& zones = out["zones"] = Json::array();
    for (std::size_t z = 0; z < record.ledger.zones.size(); ++z) {
        const audit::StoredLedger::Zone& zone = record.ledger.zones[z];
        Json row{{"code", zone.code}, {"name", zone.name}, {"parent", zone.parent}};
        if (!record.zone_notes[z].empty()) row["note"] = record.zone_notes[z];
        row = figures_json(std::move(row), ledger.zones[z]);
        if (record.distances) row["by_distance"] = people_json(record.distances->zones[z]);
        zones.push_back(std::move(row));
    }
}

Json distances_json(const AuditRecord& record) {
    if (!record.distances || !record.distances->profile) return nullptr;
    const audit::DistanceTable& table = *record.distances;
    Json out{{unit_key("edges", table.unit), audit::costs_json(table.edges)},
             {"people", people_json(table.total)}};
    Persons known;
    for (const Persons people : table.total) known += people;
    out["unknown"] = (record.ledger.ledger.total.demand - known).value();
    out[unit_key("quantiles", table.unit)] = audit::costs_json(table.profile->quantiles);
    out["lorenz"] = table.profile->lorenz;
    out["gini"] = table.profile->gini;
    return out;
}

Json facilities_json(const AuditRecord& record) {
    Json out = Json::array();
    for (const RecordedFacility& facility : record.facilities) {
        out.push_back({{"id", facility.id},
                       {"name", facility.name},
                       {"kind", facility.kind},
                       {"lon", facility.place.lon},
                       {"lat", facility.place.lat},
                       {"zone", facility.zone.empty() ? Json(nullptr) : Json(facility.zone)},
                       {"active", facility.active},
                       {"demand_served", facility.served.value()},
                       {"demand_only_here", facility.only_here.value()}});
    }
    return out;
}

Json gaps_json(const AuditRecord& record) {
    const std::string farthest = unit_key("farthest", record.ledger.ledger.limit.unit);
    Json out = Json::array();
    for (const RecordedGap& gap : most_peopled(record)) {
        out.push_back({{"rank", gap.rank},
                       {"zone_code", gap.zone_code},
                       {"zone_name", gap.zone_name},
                       {"parent", gap.parent},
                       {"demand", gap.people.value()},
                       {"area_km2", gap.area.value()},
                       {farthest, gap.farthest ? Json(gap.farthest->value()) : Json(nullptr)},
                       {"farthest", {gap.farthest_place.lon, gap.farthest_place.lat}},
                       {"nearest_name", gap.nearest_name.empty() ? Json(nullptr) : Json(gap.nearest_name)}});
    }
    return out;
}

Json findings_json(const AuditRecord& record) {
    Json out{{"count", record.finding_count}, {"by_kind", Json::array()}, {"list", Json::array()}};
    for (const auto& [kind, count] : record.finding_kinds) {
        const features::FindingKindInfo& info = features::info(kind);
        out["by_kind"].push_back({{"kind", info.id},
                                  {"name", message_json({std::string{info.en}, std::string{info.zh}})},
                                  {"count", count}});
    }
    for (const features::Finding& finding : record.findings) {
        if (out["list"].size() == most_findings) break;
        out["list"].push_back(
            {{"kind", features::info(finding.kind).id},
             {"source", finding.source},
             {"row", finding.row ? Json(*finding.row) : Json(nullptr)},
             {"field", finding.field},
             {"value", finding.value},
             {"detail", message_json(finding.detail)},
             {"at", finding.where ? Json{finding.where->lon, finding.where->lat} : Json(nullptr)}});
    }
    out["listed"] = out["list"].size();
    return out;
}

/// The shapes of a page with their names.
struct NamedShape {
    Json name;
    const geo::MultiPolygon* shape;
};

Json shapes_json(const std::vector<NamedShape>& shapes, const char* key, double step, Tiny tiny,
                 std::size_t& numbers) {
    Json out = Json::array();
    for (const NamedShape& named : shapes) {
        const std::vector<GridPolygon> polygons = on_grid(*named.shape, step, tiny);
        for (const GridPolygon& polygon : polygons) {
            for (const GridRing& ring : polygon) numbers += ring.size();
        }
        out.push_back({{key, named.name}, {"polygons", polygons}});
    }
    return out;
}

/// The finest grid at which the page stays small; the coarsest where nothing helps.
Json geometry_json(const AuditRecord& record) {
    std::vector<NamedShape> zones;
    std::vector<NamedShape> covered;
    std::vector<NamedShape> gaps;
    for (const auto& [code, shape] : record.ledger.shapes) zones.push_back({code, &shape});
    for (const auto& [code, shape] : record.covered) covered.push_back({code, &shape});
    for (const RecordedGap& gap : most_peopled(record)) gaps.push_back({gap.rank, &gap.shape});

    constexpr std::array steps{1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 1e-2};
    constexpr std::size_t most_numbers = 400'000;  // about 1.5 MB of text
    Json out;
    for (const double step : steps) {
        std::size_t numbers = 0;
        out = {{"step", step}};
        out["zones"] = shapes_json(zones, "code", step, Tiny::kept, numbers);
        out["covered"] = shapes_json(covered, "zone", step, Tiny::dropped, numbers);
        out["gaps"] = shapes_json(gaps, "rank", step, Tiny::dropped, numbers);
        if (numbers <= most_numbers) break;
    }
    return out;
}

Json comparison_json(const Before& before) {
    const audit::StoredLedger& ledger = before.record.ledger;
    Json out{
        {"before", {{"title", ledger.title}, {"totals", figures_json(Json::object(), ledger.ledger.total)}}},
        {"by_place", before.comparison.by_place},
        {"total", change_json(Json::object(), before.comparison.total)},
        {"zones", Json::array()},
        {"facilities", Json::array()}};
    for (const audit::ZoneChange& zone : before.comparison.zones) {
        out["zones"].push_back(
            change_json({{"code", zone.code}, {"name", zone.name}, {"parent", zone.parent}}, zone.change));
    }
    for (const audit::FacilityChange& change : before.comparison.facilities) {
        Json row{{"kind", audit::kind_id(change.kind)}, {"id", change.id}, {"name", change.name}};
        if (change.kind == audit::FacilityChange::Kind::renamed) row["name_before"] = change.name_before;
        if (change.kind == audit::FacilityChange::Kind::moved) row["distance_m"] = change.distance.value();
        out["facilities"].push_back(std::move(row));
    }
    return out;
}

}  // namespace

std::string report_json(const AuditRecord& record, const Before* before, Language language) {
    Json out{{"schema", "yiquan.report/1"},
             {"version", record.version},
             {"language", language == Language::chinese ? "zh" : "en"},
             {"title", record.ledger.title},
             {"notice", record.ledger.notice},
             {"summary", summary_json(record)},
             {"standard", standard_json(record)},
             {"filter", Json::parse(record.filter_json)}};
    add_ledger(record, out);
    out["distances"] = distances_json(record);
    out["facilities"] = facilities_json(record);
    out["gaps"] = gaps_json(record);
    out["gap_count"] = record.gaps.size();
    out["station_shares"] = audit::station_shares_json(record.ledger.station_shares);
    out["findings"] = findings_json(record);
    out["sources"] = audit::inputs_json(record.inputs);
    out["geometry"] = geometry_json(record);
    out["comparison"] = before != nullptr ? comparison_json(*before) : Json(nullptr);
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace yiquan::report
