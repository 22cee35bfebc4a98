// SPDX-License-Identifier: MIT
#include "core/io/siting_json.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace yiquan::io {
namespace {

using Json = nlohmann::ordered_json;

Json ids(const siting::Problem& problem, std::span<const std::uint32_t> sites) {
    Json out = Json::array();
    for (const std::uint32_t s : sites) out.push_back(problem.sites[s].id);
    return out;
}

/// Existing sites that stay, or may close and do, by id.
Json existing(const siting::Problem& problem, const siting::Answer& answer, bool closed) {
    std::vector<std::string> out;
    for (std::uint32_t s = 0; s < problem.sites.size(); ++s) {
        const bool open = std::find(answer.open.begin(), answer.open.end(), s) != answer.open.end();
        const siting::Role role = problem.sites[s].role;
        if (closed ? role == siting::Role::may_close && !open : role == siting::Role::stays) {
            out.push_back(problem.sites[s].id);
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

void put_result(Json& out, const siting::Problem& problem, const siting::Answer& answer, bool with_greedy) {
    const bool known = answer.status != siting::Status::infeasible;
    out["status"] = status_name(answer.status);
    out["objective"] = known ? Json(answer.objective) : Json();
    out["bound"] = known ? Json(answer.bound) : Json();
    out["gap"] = known ? Json(answer.gap()) : Json();
    out["sites"] = ids(problem, answer.open);
    if (with_greedy && answer.greedy_known) {
        out["greedy"] = {{"objective", answer.greedy_objective}, {"sites", ids(problem, answer.greedy_open)}};
    }
}

}  // namespace

std::string_view status_name(siting::Status status) {
    switch (status) {
        case siting::Status::optimal:
            return "optimal";
        case siting::Status::feasible:
            return "feasible";
        case siting::Status::infeasible:
            return "infeasible";
    }
    return "";
}

std::string siting_json(const siting::Problem& problem, const siting::Request& request,
                        std::span<const siting::Answer> answers, std::uint32_t first_count,
                        bool with_greedy) {
    const siting::Answer& answer = answers.back();
    Json out{{"schema", "yiquan.siting/1"}, {"model", request.model}};
    put_result(out, problem, answer, with_greedy);
    out["uncoverable"] = answer.uncoverable.value();
    out["uncoverable_places"] = answer.uncoverable_places;
    double seconds = 0.0;
    for (const siting::Answer& each : answers) seconds += each.seconds;
    out["seconds"] = seconds;
    out["existing"] = existing(problem, answer, false);
    out["closed"] = existing(problem, answer, true);
    if (!answer.zones.empty()) {
        Json zones = Json::array();
        for (const siting::ZoneShare& zone : answer.zones) {
            zones.push_back({{"zone", zone.zone},
                             {"served", zone.served.value()},
                             {"total", zone.total.value()},
                             {"share", share(zone.served, zone.total)}});
        }
        out["zones"] = std::move(zones);
    }
    if (answers.size() > 1) {
        Json curve = Json::array();
        for (std::size_t k = 0; k < answers.size(); ++k) {
            Json step{{"p", first_count + k}};
            put_result(step, problem, answers[k], with_greedy);
            step["gain"] = k == 0 ? Json() : Json(std::abs(answers[k].objective - answers[k - 1].objective));
            step["seconds"] = answers[k].seconds;
            curve.push_back(std::move(step));
        }
        out["curve"] = std::move(curve);
    }
    return out.dump(2) + "\n";
}

}  // namespace yiquan::io
