// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>

#include "core/base/progress.hpp"
#include "core/siting/links.hpp"

namespace yiquan::siting {

/// What it costs demand to reach sites: a table, distances by air, later travel times on streets.
///
/// Pairs that a source does not know are left out of both answers.
class CostSource {
public:
    static constexpr Cost no_limit = Cost::from_ticks(std::numeric_limits<std::int64_t>::max());

    virtual ~CostSource() = default;
    [[nodiscard]] virtual std::uint32_t sites() const = 0;
    [[nodiscard]] virtual std::uint32_t demands() const = 0;
    /// Which pairs cost at most `limit`, the limit itself included, without their costs. Cheaper than
    /// `within` where costs have to be measured.
    /// \throws Error{cancelled}, Error{input} where they are too many for the memory of a usual machine
    [[nodiscard]] virtual Links reached(Cost limit, unsigned threads, Progress& progress) const = 0;
    /// The same pairs with what they cost.
    /// \param limit `no_limit` for every pair
    [[nodiscard]] virtual Links within(Cost limit, unsigned threads, Progress& progress) const = 0;
};

}  // namespace yiquan::siting
