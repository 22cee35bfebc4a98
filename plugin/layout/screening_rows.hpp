// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "core/report/screening_record.hpp"
#include "plugin/layout/ledger_rows.hpp"
#include "plugin/layout/paper_text.hpp"

namespace yiquan::plugin {

/// Every rule in use with its limit, the limit's source and how many it touches; then those switched off.
/// \param most      rows without headings; the last rules stand in one row where there are more
/// \param elsewhere where all are listed
[[nodiscard]] LedgerRows rule_rows(const report::ScreeningRecord& record, const PaperText& words,
                                   const QString& elsewhere, std::size_t most);

/// Candidates that pass, then the unknown, then those that fail, and why.
/// \param most, elsewhere as above
[[nodiscard]] LedgerRows candidate_rows(const report::ScreeningRecord& record, const PaperText& words,
                                        const QString& elsewhere, std::size_t most);

}  // namespace yiquan::plugin
