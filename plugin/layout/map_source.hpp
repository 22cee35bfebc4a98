// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <variant>
#include <vector>

#include "core/geo/lonlat.hpp"
#include "core/io/package/package_document.hpp"
#include "core/report/audit_record.hpp"
#include "core/report/relocation_record.hpp"
#include "core/report/screening_record.hpp"
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

/// \throws Error{input} as `io::read_siting_result`, and where the plan is for other people or stations than the
/// audit's
[[nodiscard]] PlanSource open_plan_source(const QString& package, const report::AuditRecord& audit);

/// A relocation or a screening that a page is made of.
struct ResultSource {
    QString package;
    const io::PackageKind* kind;
    std::variant<report::RelocationRecord, report::ScreeningRecord> record;
    geo::Box extent;  ///< of what it has places for
};

/// \throws Error{input} as `io::read_relocation_result`, and where it lies elsewhere than the audit
[[nodiscard]] ResultSource open_relocation_source(const QString& package, const report::AuditRecord& audit);
/// \throws Error{input} as `io::read_screening_result`, and where it lies elsewhere than the audit
[[nodiscard]] ResultSource open_screening_source(const QString& package, const report::AuditRecord& audit);

}  // namespace yiquan::plugin
