// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/audit/ledger.hpp"
#include "core/report/audit_record.hpp"
#include "plugin/layout/paper_layout.hpp"

namespace yiquan::plugin {

/// What a page is about: some zones and their figures together.
struct PageUnit {
    std::string name;
    std::string code;                ///< of a single zone; else empty
    std::string parent;              ///< of a single zone; may be empty
    std::string note;                ///< of a single zone; may be empty
    bool whole = false;              ///< the whole audit
    std::vector<std::size_t> zones;  ///< into the record's ledger
    audit::Figures figures;
};

/// One unit for each page that a layout makes of an audit.
[[nodiscard]] std::vector<PageUnit> page_units(const report::AuditRecord& record, Contents contents);

/// The rows of a unit's ledger: parents of the whole, zones of a parent.
[[nodiscard]] std::vector<PageUnit> parts_of(const report::AuditRecord& record, const PageUnit& unit);

}  // namespace yiquan::plugin
