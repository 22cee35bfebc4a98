// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "core/audit/audit_document.hpp"
#include "core/audit/comparison.hpp"
#include "core/audit/figures_json.hpp"
#include "core/audit/limit_json.hpp"

namespace yiquan::audit {
namespace {

using Json = nlohmann::ordered_json;

Json change_with_growth(Json into, const Change& change) {
    into = change_json(std::move(into), change);
    into["grown"] = change.grown.value();
    return into;
}

Json summary_json(const AuditSummary& summary) {
    Json out{{"title", summary.title}, {"standard", summary.standard}};
    write_limit(out, summary.limit);
    return out;
}

AuditSummary summary_from(const Json& json) {
    AuditSummary summary;
    summary.title = json.at("run").at("title").get<std::string>();
    const Json& standard = json.at("run").at("standard");
    summary.standard = standard.at("id").get<std::string>();
    summary.limit = read_limit(standard);
    AmountKey<Persons> demand("demand");
    AmountKey<Persons> covered("covered");
    for (const Json& zone : json.at("zones")) {
        summary.zones.push_back({zone.at("code").get<std::string>(), zone.at("name").get<std::string>(),
                                 zone.at("parent").get<std::string>(), demand.of(zone), covered.of(zone)});
    }
    const Json& outside = json.at("outside");
    if (outside.at("demand").get<double>() > 0.0) {
        summary.zones.push_back({"", "", "", demand.of(outside), covered.of(outside)});
    }
    for (const Json& facility : json.at("facilities")) {
        if (!facility.at("active").get<bool>()) continue;
        summary.facilities.push_back({facility.at("id").get<std::string>(),
                                      facility.at("name").get<std::string>(),
                                      {facility.at("lon").get<double>(), facility.at("lat").get<double>()}});
    }
    return summary;
}

}  // namespace

AuditSummary parse_audit_json(std::string_view text, std::string_view name) {
    return read_audit_document(text, name, summary_from);
}

std::string comparison_json(const Comparison& comparison, const AuditSummary& before,
                            const AuditSummary& after) {
    Json out{
        {"schema", "yiquan.compare/1"}, {"before", summary_json(before)}, {"after", summary_json(after)}};
    out["by_place"] = comparison.by_place;
    out["totals"] = change_with_growth(Json::object(), comparison.total);
    Json zones = Json::array();
    for (const ZoneChange& zone : comparison.zones) {
        zones.push_back(change_with_growth(
            {{"code", zone.code}, {"name", zone.name}, {"parent", zone.parent}}, zone.change));
    }
    out["zones"] = std::move(zones);
    Json facilities = Json::array();
    for (const FacilityChange& change : comparison.facilities) {
        Json row{{"change", kind_id(change.kind)}, {"id", change.id}, {"name", change.name}};
        if (change.kind == FacilityChange::Kind::moved) row["distance_m"] = change.distance.value();
        if (change.kind == FacilityChange::Kind::renamed) row["name_before"] = change.name_before;
        facilities.push_back(std::move(row));
    }
    out["facilities"] = std::move(facilities);
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace yiquan::audit
