// SPDX-License-Identifier: MIT
#pragma once

#include <limits>

#include "core/base/progress.hpp"
#include "core/siting/links.hpp"

namespace yiquan::siting {

/// What it costs demand to reach sites: a table, distances by air, later travel times on streets.
class CostSource {
public:
    static constexpr double no_limit = std::numeric_limits<double>::infinity();

    virtual ~CostSource() = default;
    [[nodiscard]] virtual std::uint32_t sites() const = 0;
    [[nodiscard]] virtual std::uint32_t demands() const = 0;
    /// All pairs that cost at most `limit`, the limit itself included. Pairs that the source does not know
    /// are left out. \param limit in the unit of the source; `no_limit` for every pair \throws
    /// Error{cancelled}
    [[nodiscard]] virtual Links within(double limit, unsigned threads, Progress& progress) const = 0;
};

}  // namespace yiquan::siting
