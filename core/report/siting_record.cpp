// SPDX-License-Identifier: MIT
#include "core/report/siting_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/audit/limit_json.hpp"
#include "core/base/error.hpp"
#include "core/base/number_text.hpp"
#include "core/geo/geodesic.hpp"
#include "core/report/record_json.hpp"

namespace yiquan::report {
namespace {

using Json = RecordJson;

Persons people_at(const Json& object, const char* key) {
    return features::CountedColumn<Persons>({key, key}).count(number_at(object, key).value_or(0.0));
}

ServedPeople served_from(const Json& json) {
    return {people_at(json, "total"), people_at(json, "before"), people_at(json, "after")};
}

std::vector<PlannedZone> zones_from(const Json& document) {
    std::vector<PlannedZone> zones;
    const bool parents = document.contains("parents") && !document.at("parents").empty();
    const char* const key = parents ? "parents" : "zones";
    if (!document.contains(key)) return zones;
    for (const Json& zone : document.at(key)) {
        if (!zone.contains("before")) continue;  // of a model without a radius
        const std::string name = zone.value("name", "");
        zones.push_back({name.empty() ? zone.value("code", "") : name, served_from(zone)});
    }
    return zones;
}

ProposedSite proposal_from(const Json& json) {
    ProposedSite site;
    site.id = json.at("id").get<std::string>();
    site.name = json.value("name", "");
    if (site.name.empty()) site.name = site.id;
    const auto lon = number_at(json, "lon");
    const auto lat = number_at(json, "lat");
    if (lon && lat) site.place = geo::LonLat{*lon, *lat};
    site.order = audit::count_at(json, "order");
    site.served = people_at(json, "served");
    return site;
}

CurveStep step_from(const Json& json) {
    CurveStep step;
    step.sites = audit::count_at(json, "p");
    step.proved = json.at("status").get<std::string>() == "optimal";
    step.objective = json.at("objective").get<double>();
    step.bound = number_at(json, "bound").value_or(step.objective);
    step.gain = number_at(json, "gain");
    return step;
}

SitingRecord siting_from(const Json& document) {
    SitingRecord plan;
    plan.version = document.value("version", "");
    plan.model = document.at("model").get<std::string>();
    plan.proved = document.at("status").get<std::string>() == "optimal";
    plan.unit = audit::read_unit(document);
    plan.most = document.value("most", true);
    plan.objective = number_at(document, "objective").value_or(0.0);
    plan.bound = number_at(document, "bound").value_or(plan.objective);
    plan.gap = number_at(document, "gap").value_or(0.0);
    plan.tolerance = number_at(document, "tolerance").value_or(0.0);
    plan.took = Seconds{number_at(document, "seconds").value_or(0.0)};
    if (const auto request = document.find("request"); request != document.end()) {
        const auto limit = number_at(*request, limit_key(plan.unit).c_str());
        if (limit && std::abs(*limit) <= Cost::largest) plan.limit = Cost::nearest(*limit);
        plan.budget = number_at(*request, "budget");
        plan.share = number_at(*request, "share");
    }
    plan.uncoverable = people_at(document, "uncoverable");
    if (const auto served = document.find("served"); served != document.end() && served->is_object()) {
        plan.served = served_from(*served);
        plan.demand = plan.served->total;
    }
    plan.parents = zones_from(document);
    for (const Json& proposal : document.at("proposals")) plan.proposals.push_back(proposal_from(proposal));
    std::sort(plan.proposals.begin(), plan.proposals.end(),
              [](const ProposedSite& a, const ProposedSite& b) { return a.order < b.order; });
    if (const auto curve = document.find("curve"); curve != document.end() && curve->is_array()) {
        for (const Json& step : *curve) {
            if (number_at(step, "objective")) plan.curve.push_back(step_from(step));
        }
    }
    plan.inputs = inputs_from(document);
    return plan;
}

[[noreturn]] void refuse(std::string_view name, const Message& why) {
    throw Error{ErrorKind::input,
                {fmt::format("{}: {}; make the plan again from the lists of this audit.", name, why.en),
                 fmt::format("{}：{}；请用本次审计的名单重新计算方案。", name, why.zh)}};
}

}  // namespace

SitingRecord parse_siting(std::string_view text, std::string_view name) {
    std::optional<SitingRecord> plan =
        parse_document<SitingRecord>(text, name, "yiquan.siting/1", siting_from);
    if (!plan) {
        throw Error{
            ErrorKind::input,
            {fmt::format("{}: is not a siting plan with places (schema yiquan.siting/1); make it with "
                         "yiquan locate --candidates … -o plan.gpkg.",
                         name),
             fmt::format("{}：不是带坐标的选址方案（yiquan.siting/1）；请用 yiquan locate "
                         "--candidates … -o plan.gpkg 生成。",
                         name)}};
    }
    if (plan->proposals.empty()) {
        throw Error{ErrorKind::input,
                    {fmt::format("{}: proposes no new site, so there is nothing to print.", name),
                     fmt::format("{}：没有建议任何新站点，无可打印。", name)}};
    }
    return std::move(*plan);
}

void check_same_data(const SitingRecord& plan, const AuditRecord& audit, std::string_view name) {
    constexpr double half_a_person = 0.5;
    const double planned = plan.demand.value();
    const double audited = audit.ledger.ledger.total.demand.value();
    if (std::abs(planned - audited) > half_a_person) {
        refuse(name, {fmt::format("the plan is for {} people, the audit for {}", grouped(planned),
                                  grouped(audited)),
                      fmt::format("方案按 {} 人计算，审计为 {} 人", grouped(planned), grouped(audited))});
    }
    std::map<std::string_view, geo::LonLat> stations;
    for (const RecordedFacility& facility : audit.facilities) {
        if (facility.active) stations.emplace(facility.id, facility.place);
    }
    constexpr Metres moved{1.0};
    for (const StandingSite& site : plan.standing) {
        const auto known = stations.find(site.id);
        if (known == stations.end() || geo::geodesic_distance(known->second, site.place) > moved) {
            refuse(name, {fmt::format("its existing station {} is none of the audit's", site.id),
                          fmt::format("其中的现有站点 {} 与审计的设施不符", site.id)});
        }
        stations.erase(known);
    }
    if (!stations.empty()) {
        refuse(name,
               {fmt::format("it leaves out {} of the audit's stations, such as {}", stations.size(),
                            stations.begin()->first),
                fmt::format("缺少审计中的 {} 处设施，例如 {}", stations.size(), stations.begin()->first)});
    }
}

}  // namespace yiquan::report
