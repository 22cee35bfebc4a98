// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "core/report/siting_record.hpp"
#include "plugin/layout/ledger_rows.hpp"
#include "plugin/layout/paper_text.hpp"

namespace yiquan::plugin {

/// The proposals in their order with the people that each gains, and their sum.
/// \param most rows without headings; the last proposals stand together where there are more
[[nodiscard]] LedgerRows proposal_rows(const report::SitingRecord& plan, const PaperText& words,
                                       std::size_t most);

/// People served before and after in each parent unit and in all; without rows where the model has no radius.
/// \param most as above; those that gain most are named
[[nodiscard]] LedgerRows effect_rows(const report::SitingRecord& plan, const PaperText& words,
                                     std::size_t most);

}  // namespace yiquan::plugin
