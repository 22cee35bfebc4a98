// SPDX-License-Identifier: MIT
#include "core/io/relocate/document.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/audit/inputs_json.hpp"
#include "core/geo/datum.hpp"
#include "core/io/relocate/order.hpp"
#include "core/relocation/unit_rows.hpp"
#include "core/siting/answer.hpp"

namespace yiquan::io {
namespace {

using Json = nlohmann::ordered_json;
using relocation::Answer;
using relocation::Problem;

Json text(const std::string& value) {
    return value.empty() ? Json() : Json(value);
}

void put_place(Json& out, const std::optional<geo::LonLat>& place) {
    out["lon"] = place ? Json(place->lon) : Json();
    out["lat"] = place ? Json(place->lat) : Json();
}

Json request(const RelocationJob& job) {
    Json out;
    out["objective"] = relocation::info(job.request.objective).id;
    out["max_distance_m"] = job.farthest ? Json(job.farthest->value()) : Json();
    out["within"] = text(job.lists.within);
    out["together"] = text(job.lists.together);
    out["datum"] = geo::id_of(job.lists.datum);
    out["sites_datum"] = geo::id_of(job.lists.sites_datum.value_or(job.lists.datum));
    out["allow_unknown"] = job.lists.allow_unknown;
    out["gap"] = job.request.gap;
    const double time_limit = job.request.time_limit.value();
    out["time_limit_s"] = std::isfinite(time_limit) ? Json(time_limit) : Json();
    return out;
}

Json totals(const Problem& problem, const Answer& answer) {
    std::int64_t capacity = 0;
    for (const relocation::Site& site : problem.sites) capacity += site.allowed ? site.capacity : 0;
    const auto opened =
        std::count_if(answer.load.begin(), answer.load.end(), [](auto load) { return load > 0; });
    return {{"households", answer.all_households},
            {"people", answer.people},
            {"placed_households", answer.placed_households},
            {"placed_people", answer.placed_people},
            {"unplaced_households", answer.all_households - answer.placed_households},
            {"unplaced_people", answer.people - answer.placed_people},
            {"placeable_people", answer.placeable},
            {"sites", problem.sites.size()},
            {"opened", opened},
            {"capacity", capacity},
            {"capacity_missing", std::max<std::int64_t>(0, answer.people - capacity)}};
}

Json travel(const Answer& answer) {
    constexpr double millimetres_per_metre = 1e3;
    constexpr double metres_per_kilometre = 1e3;
    const double metres = static_cast<double>(answer.travel) / millimetres_per_metre;
    return {{"person_km", metres / metres_per_kilometre},
            {"mean_m",
             answer.placed_people == 0 ? Json() : Json(metres / static_cast<double>(answer.placed_people))},
            {"worst_m", answer.placed_people == 0 ? Json() : Json(answer.worst.value())}};
}

Json sites(const Problem& problem, const Answer& answer) {
    Json out = Json::array();
    for (const std::size_t s : by_id(problem.sites)) {
        const relocation::Site& site = problem.sites[s];
        Json row{{"id", site.id}, {"name", text(site.name)}};
        put_place(row, site.place);
        row["capacity"] = site.capacity;
        row["load"] = answer.load[s];
        row["households"] = answer.households[s];
        row["opened"] = answer.load[s] > 0;
        row["price"] = site.price ? Json(site.price->value()) : Json();
        row["allowed"] = site.allowed;
        out.push_back(std::move(row));
    }
    return out;
}

/// \param unit what the lines of the package call whoever moves with it
Json household(const relocation::Household& row, const std::string& unit) {
    return {{"household", row.id},
            {"name", text(row.name)},
            {"village", text(row.village)},
            {"unit", unit},
            {"people", row.people}};
}

Json assignments(const Problem& problem, const Answer& answer) {
    const std::vector<std::string> units = relocation::unit_names(problem);
    Json out = Json::array();
    for (const std::size_t h : by_id(problem.households)) {
        if (!answer.assigned[h]) continue;
        Json row = household(problem.households[h], units[h]);
        row["site"] = problem.sites[answer.assigned[h]->site].id;
        row["distance_m"] = answer.assigned[h]->distance.value();
        out.push_back(std::move(row));
    }
    return out;
}

Json unplaced(const Problem& problem, const Answer& answer) {
    const std::vector<const relocation::Unplaced*> of = unplaced_by_household(problem, answer);
    const std::vector<std::string> units = relocation::unit_names(problem);
    Json out = Json::array();
    for (const std::size_t h : by_id(problem.households)) {
        if (of[h] == nullptr) continue;
        const relocation::Unplaced& unit = *of[h];
        Json row = household(problem.households[h], units[h]);
        row["reason"] = relocation::info(unit.reason).id;
        row["text"] = {{"en", unit.text.en}, {"zh", unit.text.zh}};
        row["loosen"] = nullptr;
        if (unit.loosen) {
            row["loosen"] = {
                {"constraint", unit.loosen->constraint},
                {"needed", unit.loosen->needed ? Json(*unit.loosen->needed) : Json()},
                {"site", unit.loosen->site ? Json(problem.sites[*unit.loosen->site].id) : Json()}};
        }
        out.push_back(std::move(row));
    }
    return out;
}

}  // namespace

std::string relocation_json(const RelocationJob& job, const RelocationOutcome& outcome) {
    const Answer& answer = outcome.answer;
    Json out{{"schema", "yiquan.relocation/1"}, {"objective", relocation::info(job.request.objective).id}};
    out["status"] = optimize::status_name(answer.status);
    out["value"] = answer.value;
    out["bound"] = answer.bound;
    out["gap"] = answer.gap;
    out["seconds"] = answer.took.value();
    out["version"] = job.version;
    out["request"] = request(job);
    out["inputs"] = audit::inputs_json(outcome.inputs);
    out["totals"] = totals(outcome.problem, answer);
    out["travel"] = travel(answer);
    out["sites"] = sites(outcome.problem, answer);
    out["assignments"] = assignments(outcome.problem, answer);
    out["unplaced"] = unplaced(outcome.problem, answer);
    out["findings"] = {{"count", outcome.findings.count()}};
    return out.dump(2) + "\n";
}

}  // namespace yiquan::io
