// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "core/audit/ledger.hpp"
#include "core/base/cost.hpp"
#include "core/base/message.hpp"

namespace yiquan::audit {

/// What a figure is. Its unit and how each output writes it follow.
enum class FigureKind {
    people,
    area,  ///< square kilometres
    count,
    cost,   ///< of the way to the nearest facility, in the unit of the run
    share,  ///< 0 to 1
    ratio,  ///< of unlike things, such as stations per 10,000 people
    flag,
};
/// As documents write it: "people", "area"
[[nodiscard]] std::string_view kind_id(FigureKind kind);

/// One figure of zones, parents and totals. What writes, reads or shows ledgers goes through the table of
/// them or names keys in it, so that a new figure is one row here.
struct LedgerColumn {
    using Distance = decltype(coverage::DistanceSummary::mean);
    /// Made from other figures, so that it is neither read nor added; none where there is nothing to divide
    /// by.
    using Computed = std::optional<double> (*)(const Figures&);

    std::string_view key;  ///< the same in every document, table and layer
    FigureKind kind;
    Message title;  ///< without the unit, and of a cost without what is measured
    Message brief;  ///< the same for a narrow heading
    std::variant<Persons Figures::*, SquareKilometres Figures::*, std::uint32_t Figures::*,
                 Distance coverage::DistanceSummary::*, std::optional<bool> Figures::*, Computed>
        figure;
};

/// In the order of the keys of audit.json.
[[nodiscard]] std::span<const LedgerColumn> ledger_columns();

/// \throws Error{internal} for a key that no column has
[[nodiscard]] const LedgerColumn& ledger_column(std::string_view key);

/// All columns, in the order of the table but for those that go first.
/// \throws Error{internal} as `ledger_column`
[[nodiscard]] std::vector<const LedgerColumn*> ledger_columns_after(
    std::initializer_list<std::string_view> first);

/// True where zones add up to their parent.
[[nodiscard]] bool adds_up(const LedgerColumn& column);

/// The figure; a flag is 1 or 0.
/// \return nothing where the unit has none: no demand to divide by, no distances, no target
[[nodiscard]] std::optional<double> number(const LedgerColumn& column, const Figures& figures);

/// "Mean distance (m)" or "Mean time (s)", "Area (km²)"
[[nodiscard]] Message title_with_unit(const LedgerColumn& column, CostUnit cost);

}  // namespace yiquan::audit
