// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace yiquan::siting {

struct GraphEdge {
    std::uint32_t from;
    std::uint32_t to;
    std::int64_t length;
};

/// Shortest ways in an undirected graph, from one node after another, so that no table of all pairs is
/// needed. Of edges between the same two nodes the last one counts; an edge from a node to itself does not.
class GraphDistances {
public:
    static constexpr std::int64_t unreachable = std::numeric_limits<std::int64_t>::max();
    /// Longest edge, so that no way is longer than 64 bits and than a double can hold exactly.
    static constexpr std::int64_t longest_edge = 1'000'000'000;

    /// \param edges between nodes below `nodes`, with lengths from 0 to `longest_edge`
    GraphDistances(std::uint32_t nodes, std::vector<GraphEdge> edges);

    /// \return one entry per node, in node order (Dijkstra 1959).   O(E log V); safe from many threads
    [[nodiscard]] std::vector<std::int64_t> from(std::uint32_t node) const;

private:
    struct Arc {
        std::uint32_t head;
        std::int64_t length;
    };

    std::vector<std::size_t> first_out_;
    std::vector<Arc> arcs_;
};

}  // namespace yiquan::siting
