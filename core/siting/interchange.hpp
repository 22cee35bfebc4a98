// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/optimize/search_limits.hpp"
#include "core/siting/service_program.hpp"

namespace yiquan::siting {

/// Open sites of a service program and what they cost.
struct Selection {
    std::vector<std::uint32_t> open;           ///< numbers of the program's sites, rising
    std::int64_t cost = ServiceProgram::must;  ///< `must` where a client is unserved
};

/// Opens sites one by one, each time the one that saves most (with a budget: most for its price, or most, by
/// what turns out better); ties by the smaller number. Gains are evaluated lazily (Minoux 1978).
[[nodiscard]] Selection greedy_selection(const ServiceProgram& program, const SiteLinks& by_site,
                                         const optimize::SearchLimits& limits);

/// Improves a selection by exchanging one open site for a closed one until no exchange saves anything
/// (Teitz and Bart 1968, with the bookkeeping of Whitaker 1983). Each round takes the best exchange; ties by
/// the smaller numbers. Where a count asks for more sites than are given, greedy ones join first.
///   O(links) a round.
[[nodiscard]] Selection interchange(const ServiceProgram& program, const SiteLinks& by_site,
                                    std::span<const std::uint32_t> open,
                                    const optimize::SearchLimits& limits);

}  // namespace yiquan::siting
