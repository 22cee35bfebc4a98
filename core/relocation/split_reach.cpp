// SPDX-License-Identifier: MIT
#include "core/relocation/split_reach.hpp"

#include <algorithm>
#include <numeric>

namespace yiquan::relocation {

SplitReach::SplitReach(const Instance& instance)
    : instance_(instance), unit_of_(instance.links.size()), nearest_(instance.links.size()) {
    std::iota(nearest_.begin(), nearest_.end(), 0U);
    for (std::uint32_t u = 0; u < instance.units.size(); ++u) {
        const auto begin = static_cast<std::ptrdiff_t>(instance.first[u]);
        const auto end = static_cast<std::ptrdiff_t>(instance.first[u + 1]);
        std::fill(unit_of_.begin() + begin, unit_of_.begin() + end, u);
        std::stable_sort(nearest_.begin() + begin, nearest_.begin() + end,
                         [&](std::uint32_t a, std::uint32_t b) {
                             return instance.links[a].worst < instance.links[b].worst;
                         });
    }
}

std::optional<std::int64_t> SplitReach::least(std::int64_t heads, const std::function<bool()>& stop) {
    std::vector<std::int64_t> lengths{0};
    for (const Link& link : instance_.links) lengths.push_back(link.worst);
    std::sort(lengths.begin(), lengths.end());
    lengths.erase(std::unique(lengths.begin(), lengths.end()), lengths.end());
    if (heads_within(lengths.back()) < heads) return std::nullopt;
    std::size_t low = 0;
    std::size_t high = lengths.size() - 1;
    while (low < high) {
        if (stop()) return std::nullopt;
        const std::size_t middle = low + (high - low) / 2;
        if (heads_within(lengths[middle]) >= heads) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return lengths[high];
}

std::int64_t SplitReach::heads_within(std::int64_t length) {
    flow_.assign(instance_.links.size(), 0);
    listed_.assign(instance_.links.size(), 0);
    guests_.assign(instance_.room.size(), {});
    left_ = instance_.room;
    rest_.clear();
    end_.clear();
    for (std::size_t u = 0; u < instance_.units.size(); ++u) {
        rest_.push_back(instance_.units[u].people);
        const auto begin = nearest_.begin() + static_cast<std::ptrdiff_t>(instance_.first[u]);
        const auto end = nearest_.begin() + static_cast<std::ptrdiff_t>(instance_.first[u + 1]);
        const auto last = std::partition_point(
            begin, end, [&](std::uint32_t k) { return instance_.links[k].worst <= length; });
        end_.push_back(static_cast<std::size_t>(last - nearest_.begin()));
    }
    greedy();
    while (label() && push_all() > 0) {
    }
    return instance_.people - std::accumulate(rest_.begin(), rest_.end(), std::int64_t{0});
}

void SplitReach::add(std::uint32_t link, std::int64_t amount) {
    flow_[link] += amount;
    if (listed_[link] != 0) return;
    listed_[link] = 1;
    guests_[instance_.links[link].site].push_back(link);
}

/// Everybody to the nearest site with room.
void SplitReach::greedy() {
    for (std::size_t u = 0; u < rest_.size(); ++u) {
        for (std::size_t i = instance_.first[u]; i < end_[u] && rest_[u] > 0; ++i) {
            const std::uint32_t link = nearest_[i];
            std::int64_t& left = left_[instance_.links[link].site];
            const std::int64_t amount = std::min(rest_[u], left);
            if (amount == 0) continue;
            add(link, amount);
            left -= amount;
            rest_[u] -= amount;
        }
    }
}

/// Counts ways from units without a place, breadth first.
/// \return true where one ends at a site with room
bool SplitReach::label() {
    level_.assign(left_.size(), -1);
    cursor_.assign(left_.size(), {});
    std::vector<std::uint32_t> queue;
    bool reached = false;
    const auto reach = [&](std::uint32_t unit, int level) {
        for (std::size_t i = instance_.first[unit]; i < end_[unit]; ++i) {
            const std::uint32_t site = instance_.links[nearest_[i]].site;
            if (level_[site] >= 0 || instance_.room[site] == 0) continue;
            level_[site] = level;
            reached = reached || left_[site] > 0;
            queue.push_back(site);
        }
    };
    for (std::uint32_t u = 0; u < rest_.size(); ++u) {
        if (rest_[u] > 0) reach(u, 0);
    }
    for (std::size_t next = 0; next < queue.size() && queue.size() < left_.size(); ++next) {
        const std::uint32_t site = queue[next];
        auto& guests = guests_[site];
        std::erase_if(guests, [&](std::uint32_t link) {
            if (flow_[link] == 0) listed_[link] = 0;
            return flow_[link] == 0;
        });
        for (const std::uint32_t link : guests) reach(unit_of_[link], level_[site] + 1);
    }
    return reached;
}

std::int64_t SplitReach::push_all() {
    std::int64_t sum = 0;
    for (std::uint32_t u = 0; u < rest_.size(); ++u) {
        if (rest_[u] > 0) sum += push_from(u);
    }
    return sum;
}

std::int64_t SplitReach::push_from(std::uint32_t unit) {
    std::int64_t sum = 0;
    for (std::size_t i = instance_.first[unit]; i < end_[unit] && rest_[unit] > 0; ++i) {
        const std::uint32_t link = nearest_[i];
        if (level_[instance_.links[link].site] != 0) continue;
        const std::int64_t amount = push(instance_.links[link].site, rest_[unit]);
        if (amount == 0) continue;
        add(link, amount);
        rest_[unit] -= amount;
        sum += amount;
    }
    return sum;
}

/// Makes room for up to `amount` heads by sending guests on, one level deeper.
/// \return how many
std::int64_t SplitReach::push(std::uint32_t site, std::int64_t amount) {
    std::int64_t sum = std::min(amount, left_[site]);
    left_[site] -= sum;
    Cursor& at = cursor_[site];
    for (; sum < amount && at.guest < guests_[site].size(); ++at.guest, at.way = 0) {
        const std::uint32_t guest = guests_[site][at.guest];
        const std::uint32_t unit = unit_of_[guest];
        for (; sum < amount && instance_.first[unit] + at.way < end_[unit]; ++at.way) {
            const std::uint32_t onward = nearest_[instance_.first[unit] + at.way];
            const std::uint32_t next = instance_.links[onward].site;
            if (flow_[guest] == 0) break;
            if (level_[next] != level_[site] + 1) continue;
            const std::int64_t moved = push(next, std::min(amount - sum, flow_[guest]));
            if (moved == 0) continue;
            flow_[guest] -= moved;
            add(onward, moved);
            sum += moved;
            if (sum == amount) return sum;  // the same way may do for more
        }
    }
    return sum;
}

}  // namespace yiquan::relocation
