// SPDX-License-Identifier: MIT
#include "core/siting/transport.hpp"

#include <algorithm>
#include <limits>
#include <queue>

namespace yiquan::siting {
namespace {

constexpr std::int64_t infinite = std::numeric_limits<std::int64_t>::max();
constexpr Wide cut_off = Wide{1} << 120;  // farther than any path

/// Nodes: the source, clients, sites, the sink. Arcs lie in pairs, each beside its reverse.
class Flow {
public:
    explicit Flow(const TransportProblem& problem)
        : clients_(problem.supply.size()), nodes_(clients_ + problem.room.size() + 2), out_(nodes_) {
        for (std::size_t l = 0; l < problem.links.size(); ++l) {
            const auto& link = problem.links[l];
            add(client(link.client), site(link.site), problem.supply[link.client], link.cost);
        }
        for (std::size_t i = 0; i < clients_; ++i) add(0, client(i), problem.supply[i], 0);
        for (std::size_t s = 0; s < problem.room.size(); ++s) add(site(s), nodes_ - 1, problem.room[s], 0);
    }

    TransportPlan run(std::size_t links) {
        TransportPlan plan;
        potential_.assign(nodes_, 0);
        while (shortest_paths()) {
            for (std::size_t v = 0; v < nodes_; ++v) {
                potential_[v] += std::min(distance_[v], distance_[nodes_ - 1]);
            }
            std::int64_t amount = infinite;
            for (std::size_t v = nodes_ - 1; v != 0; v = arcs_[by_[v] ^ 1U].to) {
                amount = std::min(amount, arcs_[by_[v]].room);
            }
            for (std::size_t v = nodes_ - 1; v != 0; v = arcs_[by_[v] ^ 1U].to) {
                arcs_[by_[v]].room -= amount;
                arcs_[by_[v] ^ 1U].room += amount;
                plan.cost += Wide{amount} * arcs_[by_[v]].cost;
            }
            plan.served += amount;
        }
        for (std::size_t l = 0; l < links; ++l) plan.amount.push_back(arcs_[2 * l + 1].room);
        return plan;
    }

private:
    struct Arc {
        std::size_t to;
        std::int64_t room;
        std::int64_t cost;
    };
    [[nodiscard]] static std::size_t client(std::size_t i) { return 1 + i; }
    [[nodiscard]] std::size_t site(std::size_t s) const { return 1 + clients_ + s; }
    void add(std::size_t from, std::size_t to, std::int64_t room, std::int64_t cost) {
        out_[from].push_back(arcs_.size());
        arcs_.push_back({to, room, cost});
        out_[to].push_back(arcs_.size());
        arcs_.push_back({from, 0, -cost});
    }
    /// Dijkstra on reduced costs; false where the sink is cut off.
    bool shortest_paths() {
        using Entry = std::pair<Wide, std::size_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        distance_.assign(nodes_, cut_off);
        by_.assign(nodes_, 0);
        distance_[0] = 0;
        queue.push({0, 0});
        while (!queue.empty()) {
            const auto [d, v] = queue.top();
            queue.pop();
            if (d > distance_[v]) continue;
            if (v == nodes_ - 1) break;
            for (const std::size_t a : out_[v]) {
                const Arc& arc = arcs_[a];
                if (arc.room == 0) continue;
                const Wide reached = d + arc.cost + potential_[v] - potential_[arc.to];
                if (reached >= distance_[arc.to]) continue;
                distance_[arc.to] = reached;
                by_[arc.to] = a;
                queue.push({reached, arc.to});
            }
        }
        return distance_[nodes_ - 1] < cut_off;
    }

    std::size_t clients_;
    std::size_t nodes_;
    std::vector<Arc> arcs_;
    std::vector<std::vector<std::size_t>> out_;
    std::vector<Wide> potential_;
    std::vector<Wide> distance_;
    std::vector<std::size_t> by_;
};

}  // namespace

TransportPlan transport(const TransportProblem& problem) {
    return Flow{problem}.run(problem.links.size());
}

}  // namespace yiquan::siting
