// SPDX-License-Identifier: MIT
#include "core/io/locate/document.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/audit/findings_json.hpp"
#include "core/audit/inputs_json.hpp"

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

}  // namespace yiquan::io
