// SPDX-License-Identifier: MIT
#include "core/siting/graph_distances.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace yiquan::siting {
namespace {

constexpr std::int64_t apart = GraphDistances::unreachable;

TEST(GraphDistances, FollowTheShortestWay) {
    //  0 --2-- 1 --2-- 2        0 to 2 is 4 over 1, not 9 straight; 3 stands alone
    const GraphDistances town(4, {{0, 1, 2}, {1, 2, 2}, {0, 2, 9}});
    EXPECT_EQ(town.from(0), (std::vector<std::int64_t>{0, 2, 4, apart}));
    EXPECT_EQ(town.from(2), (std::vector<std::int64_t>{4, 2, 0, apart}));
    EXPECT_EQ(town.from(3), (std::vector<std::int64_t>{apart, apart, apart, 0}));
}

TEST(GraphDistances, TakeTheLastOfSeveralEdgesAndNoneFromANodeToItself) {
    const GraphDistances town(2, {{0, 1, 1}, {1, 0, 7}, {1, 1, 3}, {0, 1, 5}});
    EXPECT_EQ(town.from(0), (std::vector<std::int64_t>{0, 5}));
}

TEST(GraphDistances, OfTheLongestEdgesStayExact) {
    constexpr std::uint32_t nodes = 20'000;
    std::vector<GraphEdge> line;
    for (std::uint32_t node = 1; node < nodes; ++node)
        line.push_back({node - 1, node, GraphDistances::longest_edge});
    EXPECT_EQ(GraphDistances(nodes, line).from(0).back(), 19'999 * GraphDistances::longest_edge);
}

/// Floyd 1962, as a second opinion.
std::vector<std::vector<std::int64_t>> all_pairs(std::uint32_t nodes, const std::vector<GraphEdge>& edges) {
    std::vector<std::vector<std::int64_t>> length(nodes, std::vector<std::int64_t>(nodes, apart));
    for (const GraphEdge& edge : edges) length[edge.from][edge.to] = length[edge.to][edge.from] = edge.length;
    for (std::uint32_t v = 0; v < nodes; ++v) length[v][v] = 0;
    for (std::uint32_t by = 0; by < nodes; ++by) {
        for (std::uint32_t v = 0; v < nodes; ++v) {
            for (std::uint32_t w = 0; w < nodes; ++w) {
                if (length[v][by] == apart || length[by][w] == apart) continue;
                length[v][w] = std::min(length[v][w], length[v][by] + length[by][w]);
            }
        }
    }
    return length;
}

TEST(GraphDistances, AgreeWithFloydOnRandomGraphs) {
    std::uint32_t state = 3;
    const auto next = [&](std::uint32_t below) {  // a fixed sequence (Lehmer 1951)
        state = static_cast<std::uint32_t>(state * 48'271ULL % 2'147'483'647ULL);
        return state % below;
    };
    constexpr int trials = 200;
    for (int trial = 0; trial < trials; ++trial) {
        const std::uint32_t nodes = 1 + next(12);
        std::vector<GraphEdge> edges;
        for (std::uint32_t e = next(20); e > 0; --e) edges.push_back({next(nodes), next(nodes), next(9)});
        const GraphDistances graph(nodes, edges);
        const auto wanted = all_pairs(nodes, edges);
        for (std::uint32_t v = 0; v < nodes; ++v) ASSERT_EQ(graph.from(v), wanted[v]) << trial;
    }
}

}  // namespace
}  // namespace yiquan::siting
