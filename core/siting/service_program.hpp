// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace yiquan::siting {

/// Choose sites so that the least costs of all clients, and the sites' own, sum to as little as possible.
///
/// Every client is served by its cheapest open site, or pays its fallback. Cover the most demand is this with
/// links of cost 0 and the weight as fallback; the p-median has links of weight times cost and no fallback.
/// All costs are whole numbers, so that sums and comparisons are exact.
struct ServiceProgram {
    /// The fallback of a client that some open site must serve.
    static constexpr std::int64_t must = std::numeric_limits<std::int64_t>::max();
    /// What all clients pay together at most, each by its dearest link or its fallback: searches add and
    /// compare such sums, and multiples of them, in 64 bits.
    static constexpr std::int64_t largest_sum = std::int64_t{1} << 60;

    std::vector<std::uint32_t> label;    ///< of each site, as the caller numbers them; rising
    std::vector<std::size_t> first{0};   ///< client i has links [first[i], first[i + 1])
    std::vector<std::uint32_t> site;     ///< of each link; by rising cost, then rising site
    std::vector<std::int64_t> cost;      ///< of each link; empty where all are 0
    std::vector<std::int64_t> fallback;  ///< of each client; larger than the cost of its links
    std::int64_t constant = 0;
    std::vector<std::int64_t> site_cost;  ///< of each site; empty where all are 0
    std::optional<std::uint32_t> count;   ///< exactly so many sites open
    std::optional<std::int64_t> budget;   ///< the prices of open sites sum to at most this
    std::vector<std::int64_t> price;      ///< of each site, where there is a budget
    bool infeasible = false;              ///< no choice serves every client

    [[nodiscard]] std::size_t sites() const { return label.size(); }
    [[nodiscard]] std::size_t clients() const { return fallback.size(); }
    [[nodiscard]] std::int64_t link_cost(std::size_t link) const { return cost.empty() ? 0 : cost[link]; }
};

/// What is known of a site.
enum class SiteState : std::uint8_t { free, open, closed };

/// A smaller program and where the clients of the larger one went.
struct Settled {
    static constexpr std::uint32_t gone = std::numeric_limits<std::uint32_t>::max();

    ServiceProgram program;
    std::vector<std::uint32_t> client;  ///< per client of the larger program; `gone` where it has no choice
};

/// What remains once some sites are settled: open sites become fallbacks, closed ones vanish,
/// clients with the same order of sites are merged, and clients without a choice become part of the constant.
/// Clients come out in an order that depends on nothing but their links.
/// \param states  one per site
/// \param ceiling one per client, or empty: no client pays more than this in a solution that is looked for
[[nodiscard]] Settled settle(const ServiceProgram& program, std::span<const SiteState> states,
                             std::span<const std::int64_t> ceiling = {});

/// Least total cost when these sites are open (numbers, not labels), or `must` where a client is unserved.
[[nodiscard]] std::int64_t service_cost(const ServiceProgram& program, std::span<const std::uint32_t> open);

/// Links by site instead of by client.
struct SiteLinks {
    std::vector<std::size_t> first;
    std::vector<std::uint32_t> client;  ///< rising for each site
    std::vector<std::int64_t> cost;     ///< empty where all are 0

    explicit SiteLinks(const ServiceProgram& program);
    [[nodiscard]] std::int64_t link_cost(std::size_t link) const { return cost.empty() ? 0 : cost[link]; }
};

}  // namespace yiquan::siting
