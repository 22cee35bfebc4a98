// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/map_source.hpp"

#include <fmt/format.h>

#include <utility>

#include "core/base/error.hpp"
#include "core/geo/polygon.hpp"
#include "core/io/audit/record_reader.hpp"
#include "core/io/locate/document.hpp"
#include "core/io/relocate/document.hpp"
#include "core/io/screen/document.hpp"
#include "core/report/same_land.hpp"

namespace yiquan::plugin {

MapSource open_map_source(const QString& package) {
    MapSource source;
    source.package = package;
    source.record = io::read_record(package.toStdString());
    for (const audit::StoredLedger::Zone& zone : source.record.ledger.zones) {
        const auto shape = source.record.ledger.shapes.find(zone.code);
        source.boxes.push_back(shape == source.record.ledger.shapes.end() ? geo::Box{}
                                                                          : geo::bounding_box(shape->second));
        source.extent.include(source.boxes.back());
    }
    if (source.extent.empty()) {
        const std::string name = package.toStdString();
        throw Error{ErrorKind::input,
                    {fmt::format("{}: its zones have no shapes, so there is nothing to map.", name),
                     fmt::format("{}：统计单元没有图形，无法制图。", name)}};
    }
    source.wide = equal_area_projection(source.extent);
    return source;
}

PlanSource open_plan_source(const QString& package, const report::AuditRecord& audit) {
    const std::string name = package.toStdString();
    PlanSource plan{package, io::read_siting_result(name)};
    report::check_same_data(plan.record, audit, name);
    return plan;
}

ResultSource open_relocation_source(const QString& package, const report::AuditRecord& audit) {
    const std::string name = package.toStdString();
    report::RelocationRecord record = io::read_relocation_result(name);
    const geo::Box extent = record.extent;
    report::check_same_land(extent, audit, name);
    return {package, &io::relocation_package, std::move(record), extent};
}

ResultSource open_screening_source(const QString& package, const report::AuditRecord& audit) {
    const std::string name = package.toStdString();
    report::ScreeningRecord record = io::read_screening_result(name);
    const geo::Box extent = record.extent;
    report::check_same_land(extent, audit, name);
    return {package, &io::screening_package, std::move(record), extent};
}

}  // namespace yiquan::plugin
