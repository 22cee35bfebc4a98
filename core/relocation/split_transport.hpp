// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace yiquan::relocation {

/// Clients whose heads may be shared among sites, and may also stay where they are at a cost of their own.
struct SplitProblem {
    struct Link {
        std::uint32_t site = 0;
        std::int64_t each = 0;  ///< cost of one head, not negative
    };
    std::vector<std::int64_t> heads;    ///< by client
    std::vector<std::size_t> first{0};  ///< the links of client i are [first[i], first[i + 1])
    std::vector<Link> links;            ///< of a client with rising sites
    std::vector<std::int64_t> room;     ///< by site
    std::int64_t stay_each = 0;         ///< cost of a head that stays
    std::int64_t stay_room = 0;         ///< heads that may stay; enough for a plan to exist
};

struct SplitPlan {
    struct Share {
        std::uint32_t site = 0;  ///< `stays` for heads that stay
        std::int64_t heads = 0;
    };
    bool complete = false;                   ///< false where it was stopped before the end
    std::vector<std::vector<Share>> shares;  ///< by client
    std::vector<std::int64_t> price;         ///< what a head's room is worth, by site; 0 where some is left
    std::int64_t stay_price = 0;             ///< what it is worth that one more may stay
    std::int64_t stayed = 0;                 ///< heads

    static constexpr std::uint32_t stays = 0xFFFFFFFFU;
};

/// The cheapest plan and the prices that prove it: successive shortest paths (Busacker and Gowen 1961) with
/// potentials (Edmonds and Karp 1972), on a graph of the sites alone, in which the way from one site to
/// another is as long as it costs to move the head there that loses least by it (Tokuyama and Nakano 1995).
/// That graph is small however many clients there are. All in whole numbers.
/// \param stop asked now and then; true ends the work early
[[nodiscard]] SplitPlan split_transport(const SplitProblem& problem, const std::function<bool()>& stop);

}  // namespace yiquan::relocation
