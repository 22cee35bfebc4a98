// SPDX-License-Identifier: MIT
#include "core/report/audit_record.hpp"

#include <algorithm>

#include "core/audit/audit_document.hpp"
#include "core/audit/limit_json.hpp"

namespace yiquan::report {
namespace {

using Json = nlohmann::ordered_json;

std::vector<Persons> people_from(const Json& row) {
    std::vector<Persons> people;
    features::CountedColumn<Persons> column({"people by distance", "按距离分的人数"});
    for (const Json& number : row) people.push_back(column.count(number.get<double>()));
    return people;
}

coverage::DistanceProfile profile_from(const Json& json, CostUnit unit) {
    coverage::DistanceProfile profile;
    for (const Json& number : json.at(unit_key("quantiles", unit)))
        profile.quantiles.emplace_back(number.get<double>());
    profile.lorenz = json.at("lorenz").get<std::vector<double>>();
    profile.gini = json.at("gini").get<double>();
    return profile;
}

audit::DistanceTable distances_from(const Json& json, const Json& document, CostUnit unit) {
    audit::DistanceTable table;
    table.unit = unit;
    for (const Json& number : json.at(unit_key("edges", unit)))
        table.edges.push_back(audit::read_cost(number));
    table.total = people_from(json.at("people"));
    for (const Json& zone : document.at("zones")) table.zones.push_back(people_from(zone.at("by_distance")));
    for (const Json& parent : document.at("parents"))
        table.parents.push_back(people_from(parent.at("by_distance")));
    table.outside = people_from(document.at("outside").at("by_distance"));
    if (json.contains(unit_key("quantiles", unit))) table.profile = profile_from(json, unit);
    return table;
}

RecordedFacility facility_from(const Json& json) {
    audit::AmountKey<Persons> served("demand_served");
    audit::AmountKey<Persons> only_here("demand_only_here");
    RecordedFacility facility;
    facility.id = json.at("id").get<std::string>();
    facility.name = json.at("name").get<std::string>();
    facility.kind = json.at("kind").get<std::string>();
    facility.place = {json.at("lon").get<double>(), json.at("lat").get<double>()};
    if (const Json& zone = json.at("zone"); !zone.is_null()) facility.zone = zone.get<std::string>();
    facility.active = json.at("active").get<bool>();
    facility.served = served.of(json);
    facility.only_here = only_here.of(json);
    return facility;
}

AuditRecord audit_from(const Json& document) {
    AuditRecord record;
    const Json& run = document.at("run");
    record.version = run.at("version").get<std::string>();
    record.filter_json = run.at("filter").dump();
    const Json& standard = run.at("standard");
    record.standard_id = standard.at("id").get<std::string>();
    const Json& name = standard.at("name");
    record.standard = {name.at("en").get<std::string>(), name.at("zh").get<std::string>()};
    const CostUnit unit = audit::read_unit(standard);
    for (const Json& band : standard.at(unit_key("bands", unit)))
        record.bands.push_back(audit::read_cost(band));
    for (const Json& figure : standard.at("figures")) {
        record.standard_figures.push_back(
            {figure.at("key").get<std::string>(), figure.at("value").get<std::string>(),
             figure.at("source").get<std::string>(), figure.at("confidence").get<std::string>()});
    }
    for (const Json& input : run.at("inputs")) {
        record.inputs.push_back({input.at("role").get<std::string>(), input.at("path").get<std::string>(),
                                 input.at("sha256").get<std::string>(),
                                 audit::count_at<std::uint64_t>(input, "rows")});
    }
    for (const Json& zone : document.at("zones")) record.zone_notes.push_back(zone.value("note", ""));
    if (document.contains("distances") && !document.at("distances").is_null())
        record.distances = distances_from(document.at("distances"), document, unit);
    for (const Json& facility : document.at("facilities"))
        record.facilities.push_back(facility_from(facility));
    std::sort(record.facilities.begin(), record.facilities.end(),
              [](const RecordedFacility& a, const RecordedFacility& b) { return a.id < b.id; });
    const Json& findings = document.at("findings");
    record.finding_count = audit::count_at<std::uint64_t>(findings, "count");
    for (const features::FindingKindInfo& kind : features::finding_kinds) {
        const std::string id{kind.id};
        if (findings.at("by_kind").contains(id))
            record.finding_kinds.emplace_back(kind.kind,
                                              audit::count_at<std::uint64_t>(findings.at("by_kind"), id));
    }
    return record;
}

}  // namespace

AuditRecord parse_record(std::string_view text, std::string_view name) {
    AuditRecord record = audit::read_audit_document(text, name, audit_from);
    record.ledger = audit::parse_ledger_json(text, name);
    return record;
}

}  // namespace yiquan::report
