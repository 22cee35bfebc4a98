// SPDX-License-Identifier: MIT
#include "core/report/relocation_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/error.hpp"
#include "core/base/number_text.hpp"
#include "core/report/record_json.hpp"

namespace yiquan::report {
namespace {

using audit::count_at;

LoadedSite site_from(const RecordJson& json) {
    LoadedSite site;
    site.id = json.at("id").get<std::string>();
    site.name = text_at(json, "name");
    if (site.name.empty()) site.name = site.id;
    site.capacity = count_at(json, "capacity");
    site.load = count_at(json, "load");
    site.households = count_at(json, "households");
    site.allowed = json.at("allowed").get<bool>();
    return site;
}

/// Rows that had to move together have one line. Older results tell no units, only villages.
std::vector<StayingUnit> stays_from(const RecordJson& rows, bool together) {
    std::vector<StayingUnit> units;
    std::map<std::string, std::size_t> villages;
    for (const RecordJson& row : rows) {
        std::string village = together ? text_at(row, "village") : std::string{};
        if (!village.empty() && row.contains("unit")) village = text_at(row, "unit");
        const auto [known, fresh] = villages.emplace(village, units.size());
        if (village.empty() || fresh) {
            std::string name = village.empty() ? text_at(row, "name") : village;
            if (name.empty()) name = row.at("household").get<std::string>();
            const RecordJson& why = row.at("text");
            units.push_back(
                {std::move(name), 0, {why.at("en").get<std::string>(), why.at("zh").get<std::string>()}});
        }
        StayingUnit& unit = village.empty() ? units.back() : units[known->second];
        unit.people += count_at(row, "people");
    }
    std::stable_sort(units.begin(), units.end(),
                     [](const StayingUnit& a, const StayingUnit& b) { return a.people > b.people; });
    return units;
}

RelocationRecord relocation_from(const RecordJson& document) {
    RelocationRecord record;
    record.version = text_at(document, "version");
    record.objective = relocation::objective_from(document.at("objective").get<std::string>());
    record.proved = document.at("status").get<std::string>() == "optimal";
    record.value = document.at("value").get<double>();
    record.bound = document.at("bound").get<double>();
    record.gap = number_at(document, "gap").value_or(0.0);
    record.took = Seconds{number_at(document, "seconds").value_or(0.0)};
    const RecordJson& request = document.at("request");
    if (const auto farthest = number_at(request, "max_distance_m")) record.farthest = Metres{*farthest};
    record.within = text_at(request, "within");
    record.together = text_at(request, "together");
    const RecordJson& totals = document.at("totals");
    record.all = {count_at(totals, "households"), count_at(totals, "people")};
    record.placed = {count_at(totals, "placed_households"), count_at(totals, "placed_people")};
    record.placeable = count_at(totals, "placeable_people");
    record.capacity = count_at(totals, "capacity");
    const RecordJson& travel = document.at("travel");
    if (const auto mean = number_at(travel, "mean_m")) record.mean = Metres{*mean};
    if (const auto worst = number_at(travel, "worst_m")) record.worst = Metres{*worst};
    for (const RecordJson& site : document.at("sites")) record.sites.push_back(site_from(site));
    record.stays = stays_from(document.at("unplaced"), !record.together.empty());
    record.inputs = inputs_from(document);
    return record;
}

bool balances(const RelocationRecord& record) {
    MovedPeople moved;
    for (const LoadedSite& site : record.sites) {
        moved.people += site.load;
        moved.households += site.households;
    }
    std::int64_t staying = 0;
    for (const StayingUnit& unit : record.stays) staying += unit.people;
    return moved.people == record.placed.people && moved.households == record.placed.households &&
           moved.people + staying == record.all.people;
}

}  // namespace

std::size_t RelocationRecord::opened() const {
    return static_cast<std::size_t>(
        std::count_if(sites.begin(), sites.end(), [](const LoadedSite& site) { return site.load > 0; }));
}

RelocationRecord parse_relocation(std::string_view text, std::string_view name) {
    const std::optional<RelocationRecord> record =
        parse_document<RelocationRecord>(text, name, "yiquan.relocation/1", relocation_from);
    if (!record) {
        throw Error{
            ErrorKind::input,
            {fmt::format("{}: is not a relocation of this version of Yiquan (schema yiquan.relocation/1); "
                         "make it with yiquan relocate … -o moves.gpkg.",
                         name),
             fmt::format("{}：不是本版本驿圈的搬迁方案（yiquan.relocation/1）；请用 yiquan relocate … "
                         "-o moves.gpkg 生成。",
                         name)}};
    }
    if (!balances(*record)) {
        throw Error{
            ErrorKind::input,
            {fmt::format("{}: its people do not balance: those at the sites and those who stay are not the "
                         "{} of the list; run yiquan relocate again.",
                         name, grouped(static_cast<double>(record->all.people))),
             fmt::format("{}：人数不平衡，安置与未安置人数之和不等于名单的 {} 人；请重新运行 yiquan "
                         "relocate。",
                         name, grouped(static_cast<double>(record->all.people)))}};
    }
    return *record;
}

}  // namespace yiquan::report
