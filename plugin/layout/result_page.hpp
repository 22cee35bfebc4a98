// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstddef>
#include <functional>

#include "plugin/layout/ledger_rows.hpp"
#include "plugin/layout/map_source.hpp"
#include "plugin/layout/paper_text.hpp"

namespace yiquan::plugin {

/// A table with its heading.
struct ResultTable {
    QString title;
    std::function<LedgerRows(std::size_t most)> rows;  ///< none: there is nothing to list
    QString elsewhere;  ///< what stands there instead where not even a few rows have room
};

/// What a page about a relocation or a screening says, in the page's language.
struct ResultPage {
    QString title;
    QString result;  ///< in sentences, with its proof
    QString method;
    QString notice;  ///< about its own data; may be empty
    std::array<QString, 3> figures;
    std::array<QString, 3> captions;
    ResultTable table;        ///< in the column beside the map
    ResultTable summary;      ///< small
    ResultTable list;         ///< wide
    std::size_t symbols = 0;  ///< on the map, beside which names must find a place
};
[[nodiscard]] ResultPage result_page(const ResultSource& source, const PaperText& words);

/// More rows fit on no paper, so no more are measured.
inline constexpr std::size_t most_table_rows = 120;

}  // namespace yiquan::plugin
