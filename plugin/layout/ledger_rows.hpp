// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QStringList>

#include <cstddef>
#include <vector>

#include "core/report/audit_record.hpp"
#include "plugin/layout/page_unit.hpp"
#include "plugin/layout/paper_text.hpp"

namespace yiquan::plugin {

/// A printed table: the first columns are of words, the others of numbers.
struct LedgerRows {
    QStringList headings;
    std::vector<double> widths;  ///< shares of the whole width
    std::vector<QStringList> rows;
    int word_columns = 1;
    bool total = false;        ///< the last row sums up the others
    std::size_t left_out = 0;  ///< units that stand together in one row
};

/// Between Chinese and English in a heading.
inline constexpr const char* below = "\n";
/// How many of `count` rows are named, beside `others` such as a total, in a table of at most so many rows;
/// one row is for those that are not.
[[nodiscard]] std::size_t named_rows(std::size_t count, std::size_t others, std::size_t most);
/// "12 more": what stands together in one row.
[[nodiscard]] QString rest_name(std::size_t count, const PaperText& words);

/// The ledger of a page: parts of its unit, or the figures of a single zone one below the other.
/// \param most rows without headings; where there are more units, those with the most people not covered are
/// named and the rest stand in one row
[[nodiscard]] LedgerRows ledger_rows(const report::AuditRecord& record, const PageUnit& unit,
                                     const PaperText& words, std::size_t most);
/// Before, after and change per part of the whole.
[[nodiscard]] LedgerRows comparison_rows(const report::AuditRecord& before, const report::AuditRecord& after,
                                         const PageUnit& unit, const PaperText& words, std::size_t most);
/// The largest gaps, most people first.
[[nodiscard]] LedgerRows gap_rows(const report::AuditRecord& record, const PaperText& words,
                                  std::size_t most);

}  // namespace yiquan::plugin
