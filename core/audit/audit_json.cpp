// SPDX-License-Identifier: MIT
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/audit/figures_json.hpp"
#include "core/audit/findings_json.hpp"
#include "core/audit/inputs_json.hpp"
#include "core/audit/limit_json.hpp"
#include "core/audit/report.hpp"

namespace yiquan::audit {
namespace {

using Json = nlohmann::ordered_json;

Json standard_json(const AuditParams& params) {
    const Standard& standard = params.standard;
    Json out{{"id", standard.id},
             {"name", {{"zh", standard.name.zh}, {"en", standard.name.en}}},
             {"kind", info(standard.unit).limit}};
    write_limit(out, standard.limit());
    out[unit_key("bands", standard.unit)] = costs_json(standard.bands);
    out["target_share"] = params.target_share ? Json(*params.target_share) : Json(nullptr);
    Json sources = Json::array();
    for (const Standard::Figure& figure : standard.figures) {
        sources.push_back({{"key", figure.key},
                           {"value", figure.value},
                           {"source", figure.source},
                           {"confidence", figure.confidence}});
    }
    out["figures"] = std::move(sources);
    return out;
}

Json filter_json(const coverage::FacilityFilter& filter) {
    Json out = Json::object();
    if (filter.open_24h) out["open_24h"] = true;
    if (filter.open_at) {
        out["open_at"] = {
            {"weekday", filter.open_at->weekday ? Json(*filter.open_at->weekday) : Json(nullptr)},
            {"minute", filter.open_at->minute}};
    }
    if (!filter.amenities.empty()) out["amenities"] = filter.amenities;
    if (!filter.kinds.empty()) out["kinds"] = filter.kinds;
    return out;
}

Json ledger_json(const Ledger& ledger, const demand::Zones& zones) {
    Json out;
    write_limit(out, ledger.limit);
    Json total = figures_json(Json::object(), ledger.total);
    total["outside_zones"] = ledger.outside.demand.value();
    out["totals"] = std::move(total);
    out["outside"] = figures_json(Json::object(), ledger.outside);
    Json parents = Json::array();
    for (const Ledger::Parent& parent : ledger.parents) {
        parents.push_back(figures_json({{"name", parent.name}}, parent.figures));
    }
    out["parents"] = std::move(parents);
    Json rows = Json::array();
    for (std::size_t z = 0; z < zones.size(); ++z) {
        Json row{{"code", zones[z].code}, {"name", zones[z].name}, {"parent", zones[z].parent}};
        if (!zones[z].note.empty()) row["note"] = zones[z].note;
        rows.push_back(figures_json(std::move(row), ledger.zones[z]));
    }
    out["zones"] = std::move(rows);
    return out;
}

/// The classes and the profile; the rows of zones and parents gain their classes.
Json distances_json(const DistanceTable& table, Json& document) {
    for (std::size_t z = 0; z < table.zones.size(); ++z)
        document["zones"][z]["by_distance"] = people_json(table.zones[z]);
    for (std::size_t p = 0; p < table.parents.size(); ++p)
        document["parents"][p]["by_distance"] = people_json(table.parents[p]);
    document["outside"]["by_distance"] = people_json(table.outside);
    Json out{{unit_key("edges", table.unit), costs_json(table.edges)}, {"people", people_json(table.total)}};
    if (!table.profile) return out;
    out[unit_key("quantiles", table.unit)] = costs_json(table.profile->quantiles);
    Json& lorenz = out["lorenz"] = Json::array();
    // Four decimals draw the curve; the last digits of a double would differ between compilers.
    constexpr double steps = 1e4;
    for (const double share : table.profile->lorenz) lorenz.push_back(std::round(share * steps) / steps);
    out["gini"] = std::round(table.profile->gini * steps) / steps;
    return out;
}

Json facilities_json(const Report& report) {
    Json out = Json::array();
    for (std::size_t i = 0; i < report.facilities.size(); ++i) {
        const coverage::Facility& facility = report.facilities[i];
        const FacilityResult& result = report.result.facilities[i];
        out.push_back(
            {{"id", facility.id},
             {"name", facility.name},
             {"kind", facility.kind},
             {"lon", facility.place.lon},
             {"lat", facility.place.lat},
             {"zone", result.zone == demand::no_zone ? Json(nullptr) : Json(report.zones[result.zone].code)},
             {"active", result.active},
             {"demand_served", result.served.value()},
             {"demand_only_here", result.only_here.value()}});
    }
    return out;
}

}  // namespace

std::string audit_json(const Report& report) {
    const AuditResult& result = report.result;
    Json out{{"schema", "yiquan.audit/1"}};
    out["run"] = {{"title", report.params.title},
                  {"standard", standard_json(report.params)},
                  {"filter", filter_json(report.params.filter)},
                  {"inputs", inputs_json(report.inputs)},
                  {"version", report.version}};
    Json main = ledger_json(result.ledger(), report.zones);
    if (!report.params.notice.empty()) out["run"]["notice"] = report.params.notice;
    out["totals"] = std::move(main["totals"]);
    out["outside"] = std::move(main["outside"]);
    out["parents"] = std::move(main["parents"]);
    out["zones"] = std::move(main["zones"]);
    if (result.bands.size() > 1) {
        Json bands = Json::array();
        for (const Ledger& ledger : result.bands) bands.push_back(ledger_json(ledger, report.zones));
        out["bands"] = std::move(bands);
    }
    out["distances"] = result.distances ? distances_json(*result.distances, out) : Json(nullptr);
    out["facilities"] = facilities_json(report);
    if (!result.station_shares.empty()) {
        out["station_shares"] = station_shares_json(result.station_shares);
    }
    out["findings"] = findings_json(report.findings);
    // Text from lists may hold broken UTF-8; it is shown with replacement characters, never refused here.
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace yiquan::audit
