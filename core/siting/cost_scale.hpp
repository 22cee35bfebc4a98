// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "core/siting/service_program.hpp"

namespace yiquan::siting {

/// How costs of a search relate to the caller's: a search measures them in the largest unit that divides all,
/// from the constant on, and multiplies them so that whole-number multipliers are fine enough. Costs of
/// choices then differ by multiples of `grain`.
struct CostScale {
    std::int64_t base = 0;
    std::int64_t unit = 1;
    std::int64_t grain = 1;
    std::int64_t highest = 0;  ///< more than any choice costs, as the search measures
    bool negative = false;     ///< some cost is

    /// What a choice of the search costs the caller.
    [[nodiscard]] std::int64_t theirs(std::int64_t cost) const {
        return cost == ServiceProgram::must ? cost : base + cost / grain * unit;
    }
    /// The most that a choice of the search may cost so that it costs the caller no more than this.
    [[nodiscard]] std::int64_t at_most(std::int64_t their_cost) const {
        return (their_cost - base) / unit * grain;
    }
    /// A choice of the search that costs as much costs the caller at least this.
    [[nodiscard]] std::int64_t at_least(std::int64_t their_cost) const {
        return (their_cost - base + unit - 1) / unit * grain;
    }
};

/// Puts a program into the scale of a search.
[[nodiscard]] CostScale rescale(ServiceProgram& program);

}  // namespace yiquan::siting
