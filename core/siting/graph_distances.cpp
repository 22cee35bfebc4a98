// SPDX-License-Identifier: MIT
#include "core/siting/graph_distances.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

namespace yiquan::siting {

GraphDistances::GraphDistances(std::uint32_t nodes, std::vector<GraphEdge> edges)
    : first_out_(std::size_t{nodes} + 1) {
    for (GraphEdge& edge : edges) {
        if (edge.from > edge.to) std::swap(edge.from, edge.to);
    }
    const auto ends = [](const GraphEdge& edge) { return std::pair{edge.from, edge.to}; };
    std::ranges::stable_sort(edges, {}, ends);
    std::vector<GraphEdge> kept;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const bool last = i + 1 == edges.size() || ends(edges[i]) != ends(edges[i + 1]);
        if (last && edges[i].from != edges[i].to) kept.push_back(edges[i]);
    }
    for (const GraphEdge& edge : kept) {
        ++first_out_[edge.from + 1];
        ++first_out_[edge.to + 1];
    }
    for (std::size_t node = 0; node < nodes; ++node) first_out_[node + 1] += first_out_[node];
    arcs_.resize(2 * kept.size());
    std::vector<std::size_t> next(first_out_.begin(), first_out_.end() - 1);
    for (const GraphEdge& edge : kept) {
        arcs_[next[edge.from]++] = {edge.to, edge.length};
        arcs_[next[edge.to]++] = {edge.from, edge.length};
    }
}

std::vector<std::int64_t> GraphDistances::from(std::uint32_t node) const {
    std::vector<std::int64_t> distance(first_out_.size() - 1, unreachable);
    using Entry = std::pair<std::int64_t, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    distance[node] = 0;
    queue.emplace(0, node);
    while (!queue.empty()) {
        const auto [way, at] = queue.top();
        queue.pop();
        if (way > distance[at]) continue;
        for (std::size_t a = first_out_[at]; a < first_out_[at + 1]; ++a) {
            const std::int64_t longer = way + arcs_[a].length;
            if (longer >= distance[arcs_[a].head]) continue;
            distance[arcs_[a].head] = longer;
            queue.emplace(longer, arcs_[a].head);
        }
    }
    return distance;
}

}  // namespace yiquan::siting
