// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

#include "core/base/cost.hpp"
#include "core/base/progress.hpp"
#include "core/coverage/links.hpp"

namespace yiquan::coverage {

/// The rows and columns of a source that a question is about. Answers number them as they stand here.
struct Asked {
    std::vector<std::uint32_t> rows;
    std::vector<std::uint32_t> columns;
};

/// The nearest column of each row that was asked for.
struct NearestColumns {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    std::vector<std::uint32_t> column;  ///< as asked; `none` where it reaches none of them
    std::vector<CostValue> cost;        ///< not rounded; infinity for `none`
};

/// What it costs to get from places in rows, such as demand or households, to places in columns, such as
/// sites: distances by air, a table, later ways along streets. A pair without a way is in no answer.
///
/// Questions come in batches, so that a source may search from whichever side has fewer places. Safe to ask
/// from several threads.
class CostSource {
public:
    static constexpr Cost no_limit = Cost::from_ticks(std::numeric_limits<std::int64_t>::max());

    virtual ~CostSource() = default;
    /// In which all its costs are counted.
    [[nodiscard]] virtual CostUnit unit() const = 0;
    /// Which pairs are within a limit, the limit itself included, without their costs. Cheaper than `within`
    /// where costs have to be measured; may see a finer difference than costs tell.
    /// \param limit `no_limit` for every pair with a way
    /// \throws Error{cancelled}, Error{input} where they are too many for the memory of a usual machine
    [[nodiscard]] virtual Links reached(const Asked& asked, Cost limit, unsigned threads,
                                        Progress& progress) const = 0;
    /// The pairs that cost at most the limit, with what they cost.
    /// \throws Error as `reached`
    [[nodiscard]] virtual Links within(const Asked& asked, Cost limit, unsigned threads,
                                       Progress& progress) const = 0;
    /// Ties go to the column that was asked for first.
    /// \throws Error{cancelled}
    [[nodiscard]] virtual NearestColumns nearest(const Asked& asked, unsigned threads,
                                                 Progress& progress) const;
};

/// Calls `visit(row, column, cost)` for the pairs that `within` would give, row by row, and holds a part of
/// them at a time.
/// \throws Error{cancelled}
void each_link(const CostSource& source, const Asked& asked, Cost limit, unsigned threads, Progress& progress,
               const std::function<void(std::size_t row, std::uint32_t column, Cost cost)>& visit);

}  // namespace yiquan::coverage
