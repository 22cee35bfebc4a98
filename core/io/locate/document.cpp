// SPDX-License-Identifier: MIT
#include "core/io/locate/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

#include "core/audit/findings_json.hpp"
#include "core/audit/inputs_json.hpp"
#include "core/audit/limit_json.hpp"
#include "core/base/error.hpp"
#include "core/features/counted_column.hpp"
#include "core/io/package/document_json.hpp"
#include "core/io/package/package_document.hpp"
#include "core/io/package/package_layer.hpp"

namespace yiquan::io {
namespace {

using Json = nlohmann::ordered_json;

Json ids(const siting::Problem& problem, std::span<const std::uint32_t> sites) {
    Json out = Json::array();
    for (const std::uint32_t s : sites) out.push_back(problem.sites[s].id);
    return out;
}

/// Existing sites that stay by request, or those that close, by id.
Json existing(const LocateOutcome& outcome, bool closed) {
    std::vector<std::string> out;
    const siting::Problem& problem = outcome.data.problem;
    for (std::uint32_t s = 0; s < problem.sites.size(); ++s) {
        if (closed ? outcome.plan.fates[s] == siting::Fate::closes
                   : problem.sites[s].role == siting::Role::stays) {
            out.push_back(problem.sites[s].id);
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

void put_result(Json& out, const siting::Problem& problem, const siting::Answer& answer, bool with_greedy) {
    const bool known = answer.status != siting::Status::infeasible;
    out["status"] = siting::status_name(answer.status);
    out["objective"] = known ? Json(answer.objective) : Json();
    out["bound"] = known ? Json(answer.bound) : Json();
    out["gap"] = known ? Json(answer.gap()) : Json();
    if (answer.tolerance > 0.0) out["tolerance"] = answer.tolerance;
    out["sites"] = ids(problem, answer.open);
    if (with_greedy && answer.greedy_known) {
        out["greedy"] = {{"objective", answer.greedy_objective}, {"sites", ids(problem, answer.greedy_open)}};
    }
}

Json request_json(const LocateOutcome& outcome) {
    const siting::Request& request = outcome.request;
    Json out = Json::object();
    if (outcome.answers.size() > 1) out["p_first"] = outcome.first_count;
    if (request.count) out["p"] = *request.count;
    if (request.budget) out["budget"] = request.budget->value();
    if (request.threshold) {
        out[limit_key(outcome.data.problem.costs->unit())] = request.threshold->value();
    }
    if (siting::model(request.model).share) out["share"] = request.share;
    if (request.gap > 0.0) out["gap"] = request.gap;
    if (std::isfinite(request.time_limit.value())) out["time_limit_s"] = request.time_limit.value();
    return out;
}

Json reach_json(Json into, const siting::Reach& reach) {
    into["total"] = reach.total.value();
    into["before"] = reach.before.value();
    into["after"] = reach.after.value();
    return into;
}

Json shares_json(Json into, const siting::Reach& reach) {
    into = reach_json(std::move(into), reach);
    into["share_before"] = share(reach.before, reach.total);
    into["share_after"] = share(reach.after, reach.total);
    return into;
}

void put_reach(Json& out, const LocateOutcome& outcome) {
    const siting::Plan& plan = outcome.plan;
    if (!plan.threshold) return;
    out["served"] = reach_json(Json::object(), plan.reach);
    const siting::Demand& demand = outcome.data.problem.demand;
    if (demand.zone.empty()) return;
    out["outside"] = reach_json(Json::object(), plan.outside);
    Json parents = Json::array();
    for (const siting::Plan::Parent& parent : plan.parents) {
        parents.push_back(shares_json({{"name", parent.name}}, parent.reach));
    }
    if (!parents.empty()) out["parents"] = std::move(parents);
    Json zones = Json::array();
    for (std::size_t z = 0; z < plan.zones.size(); ++z) {
        const demand::Zone& zone = demand.zones[z];
        zones.push_back(
            shares_json({{"code", zone.code}, {"name", zone.name}, {"parent", zone.parent}}, plan.zones[z]));
    }
    out["zones"] = std::move(zones);
}

Json proposals_json(const LocateOutcome& outcome) {
    Json out = Json::array();
    for (const siting::Proposal& proposal : outcome.plan.proposals) {
        const siting::Site& site = outcome.data.problem.sites[proposal.site];
        const siting::SiteFigures& figures = outcome.plan.figures[proposal.site];
        Json row{{"id", site.id}, {"name", site.name}};
        if (site.place) {
            row["lon"] = site.place->lon;
            row["lat"] = site.place->lat;
        }
        row["order"] = out.size() + 1;
        row["first_p"] = proposal.first_count ? Json(*proposal.first_count) : Json();
        row["served"] = outcome.plan.threshold ? Json(figures.served.value()) : Json();
        row["served_only_here"] = outcome.plan.threshold ? Json(figures.only_here.value()) : Json();
        row["nearest"] = figures.nearest.value();
        out.push_back(std::move(row));
    }
    return out;
}

Json curve_json(const LocateOutcome& outcome, bool with_greedy) {
    Json out = Json::array();
    for (std::size_t k = 0; k < outcome.answers.size(); ++k) {
        const siting::Answer& answer = outcome.answers[k];
        Json step{{"p", outcome.first_count + k}};
        put_result(step, outcome.data.problem, answer, with_greedy);
        const std::optional<double> gain = siting::gain(outcome.answers, k);
        step["gain"] = gain ? Json(*gain) : Json();
        step["seconds"] = answer.took.value();
        out.push_back(std::move(step));
    }
    return out;
}

}  // namespace

std::string siting_json(const LocateJob& job, const LocateOutcome& outcome) {
    const siting::Answer& answer = outcome.answers.back();
    const siting::Model& model = siting::model(outcome.request.model);
    Json out{{"schema", "yiquan.siting/1"}, {"version", job.version}, {"model", outcome.request.model}};
    out["objective_name"] = {{"en", model.objective_en}, {"zh", model.objective_zh}};
    out["most"] = model.most;
    const CostUnit unit = outcome.data.problem.costs->unit();
    if (unit == CostUnit::seconds) out["unit"] = info(unit).id;  // metres need no word, a table has none
    put_result(out, outcome.data.problem, answer, job.greedy);
    out["uncoverable"] = answer.uncoverable.value();
    out["uncoverable_places"] = answer.uncoverable_places;
    Seconds took;
    for (const siting::Answer& each : outcome.answers) took = took + each.took;
    out["seconds"] = took.value();
    out["request"] = request_json(outcome);
    out["inputs"] = audit::inputs_json(outcome.data.inputs);
    out["existing"] = existing(outcome, false);
    out["closed"] = existing(outcome, true);
    put_reach(out, outcome);
    out["proposals"] = proposals_json(outcome);
    if (outcome.answers.size() > 1) out["curve"] = curve_json(outcome, job.greedy);
    out["findings"] = audit::findings_json(outcome.data.findings);
    // Text from lists may hold broken UTF-8; it is shown with replacement characters, never refused here.
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

namespace {

Persons people_at(const DocumentJson& object, const char* key) {
    return features::CountedColumn<Persons>({key, key}).count(number_at(object, key).value_or(0.0));
}

std::vector<std::string> ids_at(const DocumentJson& object, const char* key) {
    const auto listed = object.find(key);
    return listed == object.end() ? std::vector<std::string>{} : listed->get<std::vector<std::string>>();
}

report::ServedPeople served_from(const DocumentJson& json) {
    return {people_at(json, "total"), people_at(json, "before"), people_at(json, "after")};
}

std::vector<report::PlannedZone> zones_from(const DocumentJson& document) {
    std::vector<report::PlannedZone> zones;
    const bool parents = document.contains("parents") && !document.at("parents").empty();
    const char* const key = parents ? "parents" : "zones";
    if (!document.contains(key)) return zones;
    for (const DocumentJson& zone : document.at(key)) {
        if (!zone.contains("before")) continue;  // of a model without a radius
        const std::string name = zone.value("name", "");
        zones.push_back({name.empty() ? zone.value("code", "") : name, served_from(zone)});
    }
    return zones;
}

report::ProposedSite proposal_from(const DocumentJson& json) {
    report::ProposedSite site;
    site.id = json.at("id").get<std::string>();
    site.name = json.value("name", "");
    if (site.name.empty()) site.name = site.id;
    site.place = place_at(json);
    site.order = audit::count_at(json, "order");
    if (number_at(json, "first_p")) site.first_count = audit::count_at(json, "first_p");
    if (number_at(json, "served")) site.served = people_at(json, "served");
    if (number_at(json, "served_only_here")) site.only_here = people_at(json, "served_only_here");
    return site;
}

report::CurveStep step_from(const DocumentJson& json) {
    report::CurveStep step;
    step.sites = audit::count_at(json, "p");
    step.proved = json.at("status").get<std::string>() == siting::status_name(siting::Status::optimal);
    step.objective = json.at("objective").get<double>();
    step.bound = number_at(json, "bound").value_or(step.objective);
    step.gain = number_at(json, "gain");
    step.open = ids_at(json, "sites");
    return step;
}

report::SitingRecord siting_from(const DocumentJson& document) {
    report::SitingRecord plan;
    plan.version = document.value("version", "");
    plan.model = document.at("model").get<std::string>();
    plan.unit = audit::read_unit(document);
    const auto status = document.at("status").get<std::string>();
    plan.known = status != siting::status_name(siting::Status::infeasible);
    plan.proved = status == siting::status_name(siting::Status::optimal);
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
    if (document.contains("uncoverable_places")) {
        plan.uncoverable_places = audit::count_at(document, "uncoverable_places");
    }
    plan.open = ids_at(document, "sites");
    plan.closed = ids_at(document, "closed");
    plan.count = static_cast<std::int64_t>(plan.open.size());
    if (const auto served = document.find("served"); served != document.end() && served->is_object()) {
        plan.served = served_from(*served);
        plan.demand = plan.served->total;
    }
    plan.parents = zones_from(document);
    for (const DocumentJson& proposal : document.at("proposals"))
        plan.proposals.push_back(proposal_from(proposal));
    std::sort(plan.proposals.begin(), plan.proposals.end(),
              [](const report::ProposedSite& a, const report::ProposedSite& b) { return a.order < b.order; });
    if (const auto curve = document.find("curve"); curve != document.end() && curve->is_array()) {
        for (const DocumentJson& step : *curve) {
            plan.count = audit::count_at(step, "p");
            if (number_at(step, "objective")) plan.curve.push_back(step_from(step));
        }
    }
    plan.inputs = audit::inputs_from(document);
    return plan;
}

double figure_or_zero(const features::Value& value) {
    return features::to_number(value).value_or(0.0);
}

/// Who is gained, each at the nearest site, and the sum of all people.
void add_gains(const std::string& package, report::SitingRecord& plan) {
    std::unordered_map<std::string, std::size_t> proposals;
    for (std::size_t i = 0; i < plan.proposals.size(); ++i) proposals.emplace(plan.proposals[i].id, i);
    features::CountedColumn<Persons> weights({package + ": weight", package + "：weight"});
    Persons total;
    PackageLayer layer(package, "siting_demand", siting_package);
    while (layer.next()) {
        const Persons people = weights.count(figure_or_zero(layer.value("weight")));
        total += people;
        const bool gained = !plan.served || (figure_or_zero(layer.value("before")) == 0.0 &&
                                             figure_or_zero(layer.value("after")) != 0.0);
        if (!gained) continue;
        const auto nearest = proposals.find(layer.text("site_id"));
        if (plan.served || nearest != proposals.end()) ++plan.gained_places;
        if (nearest != proposals.end()) plan.proposals[nearest->second].gained += people;
    }
    plan.demand = total;
}

}  // namespace

std::optional<report::SitingRecord> parse_siting(std::string_view text, std::string_view name) {
    return parse_document<report::SitingRecord>(text, name, "yiquan.siting/1", siting_from);
}

void add_planned_sites(const std::string& package, report::SitingRecord& plan) {
    PackageLayer layer(package, "siting_sites", siting_package);
    while (layer.next()) {
        const std::string role = layer.text("role");
        const bool closed = role == siting::fate_name(siting::Fate::closes);
        const bool existing = closed || role == siting::fate_name(siting::Fate::stays);
        if (role == siting::fate_name(siting::Fate::candidate)) ++plan.candidates;
        const std::optional<geo::LonLat> place = layer.place();
        const std::string id = layer.text("id");
        if (existing && place) plan.standing.push_back({id, *place, closed});
        plan.sites[id] = {layer.text("name"), place, existing};
    }
    std::sort(plan.standing.begin(), plan.standing.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
}

report::SitingRecord read_siting_result(const std::string& package) {
    std::optional<report::SitingRecord> plan =
        parse_siting(read_package_document(package, siting_package), package);
    if (!plan) {
        throw Error{
            ErrorKind::input,
            {fmt::format("{}: is not a siting plan with places (schema yiquan.siting/1); make it with "
                         "yiquan locate --candidates … -o plan.gpkg.",
                         package),
             fmt::format("{}：不是带坐标的选址方案（yiquan.siting/1）；请用 yiquan locate "
                         "--candidates … -o plan.gpkg 生成。",
                         package)}};
    }
    if (plan->proposals.empty()) {
        throw Error{ErrorKind::input,
                    {fmt::format("{}: proposes no new site, so there is nothing to print.", package),
                     fmt::format("{}：没有建议任何新站点，无可打印。", package)}};
    }
    add_planned_sites(package, *plan);
    add_gains(package, *plan);
    return std::move(*plan);
}

}  // namespace yiquan::io
