// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/wide.hpp"

namespace yiquan::siting {

/// Amounts from clients to sites of limited room at least cost; a client may be served from several sites.
struct TransportProblem {
    struct Link {
        std::uint32_t client;
        std::uint32_t site;
        std::int64_t cost;  ///< of one unit, not negative
    };
    std::vector<std::int64_t> supply;  ///< per client
    std::vector<std::int64_t> room;    ///< per site
    std::vector<Link> links;
};

struct TransportPlan {
    std::int64_t served = 0;
    Wide cost = 0;
    std::vector<std::int64_t> amount;  ///< per link
};

/// Serves as much as there is room for, and that at least cost: shortest augmenting paths with potentials
/// (Edmonds and Karp 1972), all in whole numbers.
[[nodiscard]] TransportPlan transport(const TransportProblem& problem);

}  // namespace yiquan::siting
