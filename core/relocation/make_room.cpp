// SPDX-License-Identifier: MIT
#include "core/relocation/make_room.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <queue>
#include <tuple>

namespace yiquan::relocation {
namespace {

class Chains {
public:
    Chains(const Instance& instance, const Assignment& plan)
        : instance_(instance),
          at_(plan),
          left_(instance.room),
          guests_(instance.room.size()),
          ways_(instance.room.size()),
          stale_(instance.room.size(), 1) {
        for (std::uint32_t u = 0; u < plan.size(); ++u) {
            if (plan[u] == nowhere) continue;
            left_[plan[u]] -= people(u);
            guests_[plan[u]].push_back(u);
        }
    }

    Assignment run(const std::function<bool()>& stop) {
        std::vector<std::uint32_t> waiting;
        for (std::uint32_t u = 0; u < at_.size(); ++u) {
            if (at_[u] == nowhere && !instance_.links_of(u).empty()) waiting.push_back(u);
        }
        std::stable_sort(waiting.begin(), waiting.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return people(a) > people(b); });
        for (const std::uint32_t u : waiting) {
            if (stop()) break;
            seat(u);
        }
        return at_;
    }

private:
    /// A unit that may go from one site to another.
    struct Way {
        std::uint32_t to;
        std::int64_t size;
        std::uint32_t unit;
        friend auto operator<=>(const Way&, const Way&) = default;
    };
    using Ways = std::vector<Way>;

    /// What has been found: `need` heads too many at a site, if `mover` comes from the site before and `back`
    /// goes there.
    struct State {
        std::uint32_t site = nowhere;
        std::int64_t need = 0;
        std::size_t before = none;
        std::uint32_t mover = nowhere;
        std::uint32_t back = nowhere;
    };

    struct Step {
        std::int64_t heads = std::numeric_limits<std::int64_t>::max();  ///< that leave, net
        std::uint32_t mover = nowhere;
        std::uint32_t back = nowhere;
    };

    [[nodiscard]] std::int64_t people(std::uint32_t unit) const { return instance_.units[unit].people; }

    /// Of each size the first few units; more are alike.
    void find_ways(std::uint32_t site) {
        constexpr int alike = 2;
        Ways all;
        for (const std::uint32_t u : guests_[site]) {
            for (const Link& link : instance_.links_of(u)) {
                if (link.site != site) all.push_back({link.site, people(u), u});
            }
        }
        std::sort(all.begin(), all.end());
        Ways& kept = ways_[site];
        kept.clear();
        int same = 0;
        for (const Way& way : all) {
            const bool again =
                !kept.empty() && std::tie(kept.back().to, kept.back().size) == std::tie(way.to, way.size);
            same = again ? same + 1 : 1;
            if (same <= alike) kept.push_back(way);
        }
        stale_[site] = 0;
    }
    [[nodiscard]] const Ways& ways_from(std::uint32_t site) {
        if (stale_[site] != 0) find_ways(site);
        return ways_[site];
    }
    [[nodiscard]] std::span<const Way> ways_between(std::uint32_t from, std::uint32_t to) {
        const Ways& all = ways_from(from);
        const auto begin =
            std::partition_point(all.begin(), all.end(), [&](const Way& w) { return w.to < to; });
        const auto end = std::partition_point(begin, all.end(), [&](const Way& w) { return w.to == to; });
        return {begin, end};
    }

    /// The fewest heads, but at least `need`, that can leave by one unit going and at most one coming.
    static Step smallest_step(std::span<const Way> out, std::span<const Way> back, std::int64_t need,
                              std::uint32_t not_this) {
        Step best;
        std::size_t b = 0;
        for (const Way& way : out) {  // sizes rise
            if (way.unit == not_this || way.size < need) continue;
            if (way.size < best.heads) best = {way.size, way.unit, nowhere};
            while (b < back.size() && way.size - back[b].size >= need) ++b;
            if (b > 0 && way.size - back[b - 1].size < best.heads)
                best = {way.size - back[b - 1].size, way.unit, back[b - 1].unit};
        }
        return best;
    }

    [[nodiscard]] bool on_path(std::size_t state, std::uint32_t site) const {
        for (; state != none; state = states_[state].before) {
            if (states_[state].site == site) return true;
        }
        return false;
    }

    void seat(std::uint32_t unit) {
        states_.clear();
        least_.assign(left_.size(), std::numeric_limits<std::int64_t>::max());
        using Turn = std::tuple<std::int64_t, std::size_t>;  // the smallest need, then the first found
        std::priority_queue<Turn, std::vector<Turn>, std::greater<>> queue;
        const auto reach = [&](State state) {
            if (state.need >= least_[state.site]) return;
            least_[state.site] = state.need;
            states_.push_back(state);
            queue.emplace(state.need, states_.size() - 1);
        };
        for (const Link& link : instance_.links_of(unit)) {
            if (instance_.room[link.site] >= people(unit)) {
                reach({.site = link.site, .need = people(unit) - left_[link.site], .mover = unit});
            }
        }
        std::size_t steps = 0;
        while (!queue.empty() && ++steps < most_steps) {
            const auto [need, index] = queue.top();
            queue.pop();
            const State state = states_[index];
            if (need > least_[state.site]) continue;
            if (need <= 0) return go(index);
            const Ways& out = ways_from(state.site);
            for (auto begin = out.begin(); begin != out.end();) {
                const std::uint32_t to = begin->to;
                const auto end = std::find_if(begin, out.end(), [&](const Way& w) { return w.to != to; });
                const std::span<const Way> there{begin, end};
                begin = end;
                if (there.back().size < need || least_[to] <= 0 || on_path(index, to)) continue;
                const Step step = smallest_step(there, ways_between(to, state.site), need, state.back);
                if (step.mover == nowhere) continue;
                reach({to, step.heads - left_[to], index, step.mover, step.back});
            }
        }
    }

    void go(std::size_t index) {
        for (; index != none; index = states_[index].before) {
            const State& state = states_[index];
            if (state.back != nowhere) put(state.back, states_[state.before].site);
            put(state.mover, state.site);
        }
    }
    void put(std::uint32_t unit, std::uint32_t site) {
        if (at_[unit] != nowhere) {
            left_[at_[unit]] += people(unit);
            stale_[at_[unit]] = 1;
            auto& before = guests_[at_[unit]];
            before.erase(std::find(before.begin(), before.end(), unit));
        }
        at_[unit] = site;
        left_[site] -= people(unit);
        stale_[site] = 1;
        auto& guests = guests_[site];
        guests.insert(std::lower_bound(guests.begin(), guests.end(), unit), unit);
    }

    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t most_steps = 5'000;  // for one unit

    const Instance& instance_;
    Assignment at_;
    std::vector<std::int64_t> left_;
    std::vector<std::vector<std::uint32_t>> guests_;
    std::vector<Ways> ways_;  // by site: to others, by site and size
    std::vector<char> stale_;
    std::vector<State> states_;
    std::vector<std::int64_t> least_;  // by site: smallest need it was reached with
};

}  // namespace

Assignment make_room(const Instance& instance, const Assignment& plan, const std::function<bool()>& stop) {
    return Chains{instance, plan}.run(stop);
}

}  // namespace yiquan::relocation
