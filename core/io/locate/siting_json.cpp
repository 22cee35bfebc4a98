// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/audit/findings_json.hpp"
#include "core/io/locate/siting_report.hpp"
#include "core/siting/model.hpp"

namespace yiquan::io {
namespace {

using Json = nlohmann::ordered_json;

Json ids(const siting::Problem& problem, std::span<const std::uint32_t> sites) {
    Json out = Json::array();
    for (const std::uint32_t s : sites) out.push_back(problem.sites[s].id);
    return out;
}

/// Existing sites that stay by request, or those that close, by id.
Json existing(const SitingReport& report, bool closed) {
    std::vector<std::string> out;
    const siting::Problem& problem = report.data.problem;
    for (std::uint32_t s = 0; s < problem.sites.size(); ++s) {
        if (closed ? report.plan.fates[s] == siting::Fate::closes
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

Json request_json(const SitingReport& report) {
    const siting::Request& request = report.request;
    Json out = Json::object();
    if (report.answers.size() > 1) out["p_first"] = report.first_count;
    if (request.count) out["p"] = *request.count;
    if (request.budget) out["budget"] = request.budget->value();
    if (request.threshold) {
        out[report.data.problem.demand.places.empty() ? "threshold" : "radius_m"] =
            request.threshold->value();
    }
    if (siting::model(request.model).share) out["share"] = request.share;
    if (request.gap > 0.0) out["gap"] = request.gap;
    if (std::isfinite(request.seconds)) out["time_limit_s"] = request.seconds;
    return out;
}

Json inputs_json(const SitingReport& report) {
    Json out = Json::array();
    for (const features::InputRecord& input : report.data.inputs) {
        out.push_back(
            {{"role", input.role}, {"path", input.path}, {"sha256", input.sha256}, {"rows", input.rows}});
    }
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

void put_reach(Json& out, const SitingReport& report) {
    const siting::Plan& plan = report.plan;
    if (!plan.threshold) return;
    out["served"] = reach_json(Json::object(), plan.reach);
    const siting::Demand& demand = report.data.problem.demand;
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

Json proposals_json(const SitingReport& report) {
    Json out = Json::array();
    for (const siting::Proposal& proposal : report.plan.proposals) {
        const siting::Site& site = report.data.problem.sites[proposal.site];
        const siting::SiteFigures& figures = report.plan.figures[proposal.site];
        Json row{{"id", site.id}, {"name", site.name}};
        if (site.place) {
            row["lon"] = site.place->lon;
            row["lat"] = site.place->lat;
        }
        row["order"] = out.size() + 1;
        row["first_p"] = proposal.first_count ? Json(*proposal.first_count) : Json();
        row["served"] = report.plan.threshold ? Json(figures.served.value()) : Json();
        row["served_only_here"] = report.plan.threshold ? Json(figures.only_here.value()) : Json();
        row["nearest"] = figures.nearest.value();
        out.push_back(std::move(row));
    }
    return out;
}

Json curve_json(const SitingReport& report) {
    Json out = Json::array();
    for (std::size_t k = 0; k < report.answers.size(); ++k) {
        const siting::Answer& answer = report.answers[k];
        Json step{{"p", report.first_count + k}};
        put_result(step, report.data.problem, answer, report.with_greedy);
        const std::optional<double> gain = siting::gain(report.answers, k);
        step["gain"] = gain ? Json(*gain) : Json();
        step["seconds"] = answer.seconds;
        out.push_back(std::move(step));
    }
    return out;
}

}  // namespace

std::string siting_json(const SitingReport& report) {
    const siting::Answer& answer = report.answers.back();
    const siting::Model& model = siting::model(report.request.model);
    Json out{{"schema", "yiquan.siting/1"}, {"version", report.version}, {"model", report.request.model}};
    out["objective_name"] = {{"en", model.objective_en}, {"zh", model.objective_zh}};
    out["most"] = model.most;
    put_result(out, report.data.problem, answer, report.with_greedy);
    out["uncoverable"] = answer.uncoverable.value();
    out["uncoverable_places"] = answer.uncoverable_places;
    double seconds = 0.0;
    for (const siting::Answer& each : report.answers) seconds += each.seconds;
    out["seconds"] = seconds;
    out["request"] = request_json(report);
    out["inputs"] = inputs_json(report);
    out["existing"] = existing(report, false);
    out["closed"] = existing(report, true);
    put_reach(out, report);
    out["proposals"] = proposals_json(report);
    if (report.answers.size() > 1) out["curve"] = curve_json(report);
    out["findings"] = audit::findings_json(report.data.findings);
    // Text from lists may hold broken UTF-8; it is shown with replacement characters, never refused here.
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace yiquan::io
