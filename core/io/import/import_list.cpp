// SPDX-License-Identifier: MIT
#include "core/io/import/import_list.hpp"

#include <nlohmann/json.hpp>

#include "core/audit/finding_text.hpp"
#include "core/intake/read_zones.hpp"

namespace yiquan::io {

ImportedList import_list(intake::FacilityOptions options, const intake::ZoneOptions& zone_options,
                         AuditInputs& inputs, Progress& progress) {
    constexpr double zones_read = 0.3;
    progress.stage({"Reading", "读取数据"});
    ImportedList list;
    demand::Zones zones;
    if (inputs.has("zones")) {
        ProgressSlice reading_zones(progress, 0.0, zones_read);
        zones = intake::read_zones(*inputs.table("zones"), zone_options, list.findings, reading_zones);
        for (const demand::Zone& zone : zones) {
            options.coordinates.expected.include(geo::bounding_box(zone.shape));
        }
    }
    ProgressSlice reading_list(progress, zones_read, 1.0);
    list.facilities = intake::read_facilities(*inputs.table("facilities"), options, zones,
                                              inputs.known_places(), list.findings, reading_list);
    progress.step(1.0);
    return list;
}

std::string import_json(const ImportedList& list) {
    using Json = nlohmann::ordered_json;
    Json findings = Json::array();
    for (const features::Finding& f : list.findings.list()) {
        Json row{{"kind", features::info(f.kind).id},
                 {"action", audit::action_name(f.action).en},
                 {"source", f.source}};
        row["row"] = f.row ? Json(*f.row) : Json(nullptr);
        row["field"] = f.field;
        row["value"] = f.value;
        row["detail"] = {{"zh", f.detail.zh}, {"en", f.detail.en}};
        findings.push_back(std::move(row));
    }
    Json out{{"schema", "yiquan.import/1"},
             {"stations", list.facilities.size()},
             {"finding_count", list.findings.count()},
             {"findings", std::move(findings)}};
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace yiquan::io
