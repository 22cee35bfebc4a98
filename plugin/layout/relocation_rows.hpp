// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "core/report/relocation_record.hpp"
#include "plugin/layout/ledger_rows.hpp"
#include "plugin/layout/paper_text.hpp"

namespace yiquan::plugin {

/// How many have a place and how many do not, in balance.
[[nodiscard]] LedgerRows moved_rows(const report::RelocationRecord& record, const PaperText& words);

/// Load and capacity of each site by id, and their sums; what may not be used has no capacity.
/// \param most rows without headings; where there are more sites, those with the most people are named and the
/// rest stand in one row
[[nodiscard]] LedgerRows load_rows(const report::RelocationRecord& record, const PaperText& words,
                                   std::size_t most);

/// Who stays, most people first, with the one constraint that would place them.
/// \param most      as above
/// \param elsewhere where the rest is listed
[[nodiscard]] LedgerRows stay_rows(const report::RelocationRecord& record, const PaperText& words,
                                   const QString& elsewhere, std::size_t most);

}  // namespace yiquan::plugin
