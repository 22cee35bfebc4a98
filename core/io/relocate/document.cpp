// SPDX-License-Identifier: MIT
#include "core/io/relocate/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

#include "core/audit/inputs_json.hpp"
#include "core/base/error.hpp"
#include "core/base/number_text.hpp"
#include "core/geo/datum.hpp"
#include "core/io/package/document_json.hpp"
#include "core/io/package/package_document.hpp"
#include "core/io/package/package_layer.hpp"
#include "core/io/relocate/order.hpp"
#include "core/relocation/unit_rows.hpp"
#include "core/siting/answer.hpp"

namespace yiquan::io {
namespace {

using Json = nlohmann::ordered_json;
using audit::count_at;
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

namespace {

report::LoadedSite site_from(const DocumentJson& json) {
    report::LoadedSite site;
    site.id = json.at("id").get<std::string>();
    site.name = text_at(json, "name");
    if (site.name.empty()) site.name = site.id;
    site.place = place_at(json);
    site.capacity = count_at(json, "capacity");
    site.load = count_at(json, "load");
    site.households = count_at(json, "households");
    site.allowed = json.at("allowed").get<bool>();
    return site;
}

/// Older results tell no units, only villages.
report::UnplacedHousehold unplaced_from(const DocumentJson& json) {
    report::UnplacedHousehold row;
    row.id = json.at("household").get<std::string>();
    row.name = text_at(json, "name");
    if (row.name.empty()) row.name = row.id;
    row.village = text_at(json, "village");
    const std::string unit = text_at(json, "unit");
    if (!row.village.empty() && !unit.empty() && unit != row.id) row.village = unit;
    row.people = count_at(json, "people");
    row.reason = text_at(json, "reason");
    const DocumentJson& why = json.at("text");
    row.why = {why.at("en").get<std::string>(), why.at("zh").get<std::string>()};
    return row;
}

/// Rows that had to move together have one line.
std::vector<report::StayingUnit> stays_of(const std::vector<report::UnplacedHousehold>& rows, bool together) {
    std::vector<report::StayingUnit> units;
    std::unordered_map<std::string, std::size_t> villages;
    for (const report::UnplacedHousehold& row : rows) {
        const bool alone = !together || row.village.empty();
        if (alone || villages.emplace(row.village, units.size()).second) {
            units.push_back({alone ? row.name : row.village, 0, row.why});
        }
        (alone ? units.back() : units[villages.at(row.village)]).people += row.people;
    }
    std::stable_sort(units.begin(), units.end(),
                     [](const auto& a, const auto& b) { return a.people > b.people; });
    return units;
}

report::RelocationRecord relocation_from(const DocumentJson& document) {
    report::RelocationRecord record;
    record.version = text_at(document, "version");
    record.objective = relocation::objective_from(document.at("objective").get<std::string>());
    record.proved = document.at("status").get<std::string>() == "optimal";
    record.value = document.at("value").get<double>();
    record.bound = document.at("bound").get<double>();
    record.gap = number_at(document, "gap").value_or(0.0);
    record.took = Seconds{number_at(document, "seconds").value_or(0.0)};
    const DocumentJson& asked = document.at("request");
    if (const auto farthest = number_at(asked, "max_distance_m")) record.farthest = Metres{*farthest};
    record.within = text_at(asked, "within");
    record.together = text_at(asked, "together");
    const DocumentJson& sums = document.at("totals");
    record.all = {count_at(sums, "households"), count_at(sums, "people")};
    record.placed = {count_at(sums, "placed_households"), count_at(sums, "placed_people")};
    record.placeable = count_at(sums, "placeable_people");
    record.capacity = count_at(sums, "capacity");
    const DocumentJson& ways = document.at("travel");
    record.person_km = number_at(ways, "person_km").value_or(0.0);
    if (const auto mean = number_at(ways, "mean_m")) record.mean = Metres{*mean};
    if (const auto worst = number_at(ways, "worst_m")) record.worst = Metres{*worst};
    for (const DocumentJson& site : document.at("sites")) record.sites.push_back(site_from(site));
    for (const DocumentJson& row : document.at("unplaced")) record.unplaced.push_back(unplaced_from(row));
    record.stays = stays_of(record.unplaced, !record.together.empty());
    record.inputs = audit::inputs_from(document);
    return record;
}

}  // namespace

std::optional<report::RelocationRecord> parse_relocation(std::string_view text, std::string_view name) {
    return parse_document<report::RelocationRecord>(text, name, "yiquan.relocation/1", relocation_from);
}

void add_relocation_places(const std::string& package, report::RelocationRecord& record) {
    PackageLayer sites(package, "relocation_sites", relocation_package);
    while (sites.next()) {
        if (const auto place = sites.place()) record.extent.include(*place);
    }
    std::unordered_map<std::string_view, report::UnplacedHousehold*> unplaced;
    for (report::UnplacedHousehold& row : record.unplaced) unplaced.emplace(row.id, &row);
    PackageLayer households(package, "relocation_households", relocation_package);
    for (record.rows = 0; households.next(); ++record.rows) {
        const auto place = households.place();
        if (!place) continue;
        record.extent.include(*place);
        if (unplaced.empty()) continue;
        const auto row = unplaced.find(households.text("id"));
        if (row != unplaced.end()) row->second->place = place;
    }
}

report::RelocationRecord read_relocation_result(const std::string& package) {
    std::optional<report::RelocationRecord> record =
        parse_relocation(read_package_document(package, relocation_package), package);
    if (!record) {
        throw Error{
            ErrorKind::input,
            {fmt::format("{}: is not a relocation of this version of Yiquan (schema yiquan.relocation/1); "
                         "make it with yiquan relocate … -o moves.gpkg.",
                         package),
             fmt::format("{}：不是本版本驿圈的搬迁方案（yiquan.relocation/1）；请用 yiquan relocate … "
                         "-o moves.gpkg 生成。",
                         package)}};
    }
    if (!record->balances()) {
        const std::string all = grouped(static_cast<double>(record->all.people));
        throw Error{
            ErrorKind::input,
            {fmt::format("{}: its people do not balance: those at the sites and those who stay are not the "
                         "{} of the list; run yiquan relocate again.",
                         package, all),
             fmt::format("{}：人数不平衡，安置与未安置人数之和不等于名单的 {} 人；请重新运行 yiquan "
                         "relocate。",
                         package, all)}};
    }
    add_relocation_places(package, *record);
    (void)PackageLayer(package, "relocation_lines", relocation_package);
    return std::move(*record);
}

}  // namespace yiquan::io
