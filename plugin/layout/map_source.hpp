// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <vector>

#include "core/geo/lonlat.hpp"
#include "core/report/audit_record.hpp"
#include "core/report/siting_record.hpp"
#include "plugin/layout/map_window.hpp"

namespace yiquan::plugin {

/// An audit that pages are made of.
struct MapSource {
    QString package;  ///< path of its audit.gpkg
    report::AuditRecord record;
    std::vector<geo::Box> boxes;  ///< of the zones, in the order of the ledger
    geo::Box extent;
    PaperProjection wide;  ///< that suits all of it
};

/// \throws Error{input} as `io::read_record`
[[nodiscard]] MapSource open_map_source(const QString& package);

/// A siting plan that a page is made of.
struct PlanSource {
    QString package;  ///< path of its plan.gpkg
    report::SitingRecord record;
};

/// \throws Error{input} as `io::read_siting`, and where the plan is for other people or stations than the
/// audit's
[[nodiscard]] PlanSource open_plan_source(const QString& package, const report::AuditRecord& audit);

}  // namespace yiquan::plugin
