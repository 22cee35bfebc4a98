// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/optimize/search_limits.hpp"
#include "core/siting/problem.hpp"
#include "core/siting/request.hpp"

namespace yiquan::siting {

/// Who can be served from where, and what it costs: gathered once for all answers of a run, in an order that
/// does not depend on the rows of the problem.
struct Pairs {
    std::vector<std::uint32_t> order;  ///< site of the problem, by number; numbers rise with ids
    coverage::Links links;             ///< sites by number; rows are the problem's demand
    std::int64_t weight_unit = 1;      ///< ticks that divide all weights

    /// With a threshold: the pairs within it, without costs. Else every pair, with costs.
    /// \throws Error{cancelled}, Error{input} where the time limit ends before the pairs are known, or where
    ///         they are too many
    Pairs(const Problem& problem, const Request& request, const optimize::SearchLimits& limits);
};

}  // namespace yiquan::siting
