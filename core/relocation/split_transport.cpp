// SPDX-License-Identifier: MIT
#include "core/relocation/split_transport.hpp"

#include <algorithm>
#include <limits>

#include "core/base/error.hpp"

namespace yiquan::relocation {
namespace {

constexpr std::int64_t infinite = std::numeric_limits<std::int64_t>::max() / 4;
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

[[noreturn]] void throw_no_plan() {
    throw Error{
        ErrorKind::internal,
        {"A plan was promised for these households, but there is none.", "应有可行的安置方案，但未找到。"}};
}

/// The site behind all others is the one where heads stay.
class SiteGraph {
public:
    explicit SiteGraph(const SplitProblem& problem)
        : problem_(problem), sites_(problem.room.size() + 1), left_(problem.room) {
        left_.push_back(problem.stay_room);
        price_.assign(sites_, 0);
        guests_.resize(sites_);
        ways_.assign(sites_ * sites_, Way{});
        stale_.assign(sites_, 1);
        shares_.resize(problem.heads.size());
    }

    SplitPlan run(const std::function<bool()>& stop) {
        SplitPlan plan;
        constexpr std::size_t clients_between_polls = 64;
        plan.complete = true;
        for (std::uint32_t c = 0; c < shares_.size() && plan.complete; ++c) {
            plan.complete = c % clients_between_polls != 0 || !stop();
            for (std::int64_t rest = problem_.heads[c]; plan.complete && rest > 0;) rest -= admit(c, rest);
        }
        const auto stay = static_cast<std::uint32_t>(sites_ - 1);
        for (auto& shares : shares_) {
            for (SplitPlan::Share& share : shares) {
                if (share.site != stay) continue;
                share.site = SplitPlan::stays;
                plan.stayed += share.heads;
            }
        }
        plan.shares = std::move(shares_);
        plan.stay_price = price_.back();
        price_.pop_back();
        plan.price = std::move(price_);
        return plan;
    }

private:
    /// The cheapest head to move from one site to another.
    struct Way {
        std::int64_t cost = infinite;
        std::uint32_t client = none;
    };

    struct Guest {
        std::uint32_t client;
        std::int64_t cost;  // of one head here
    };

    template <class Visit>
    void each_link(std::uint32_t client, Visit visit) const {
        for (std::size_t k = problem_.first[client]; k < problem_.first[client + 1]; ++k) {
            visit(problem_.links[k].site, problem_.links[k].each);
        }
        visit(static_cast<std::uint32_t>(sites_ - 1), problem_.stay_each);
    }
    [[nodiscard]] std::int64_t cost(std::uint32_t client, std::uint32_t site) const {
        if (site == sites_ - 1) return problem_.stay_each;
        const auto first = problem_.links.begin() + static_cast<std::ptrdiff_t>(problem_.first[client]);
        const auto last = problem_.links.begin() + static_cast<std::ptrdiff_t>(problem_.first[client + 1]);
        return std::lower_bound(first, last, site,
                                [](const auto& link, std::uint32_t s) { return link.site < s; })
            ->each;
    }

    /// Takes in some heads of the client along the shortest path to a site with room.
    /// \return how many
    std::int64_t admit(std::uint32_t client, std::int64_t rest) {
        const std::uint32_t end = shortest_path(client);
        std::int64_t amount = std::min(rest, left_[end]);
        for (std::uint32_t s = end; by_[s] != none; s = by_[s]) {
            amount = std::min(amount, share(way(by_[s], s).client, by_[s]).heads);
        }
        const std::int64_t length = label_[end];
        for (std::uint32_t s = 0; s < sites_; ++s) {
            if (label_[s] < length) price_[s] += length - label_[s];
        }
        left_[end] -= amount;
        std::uint32_t s = end;
        for (; by_[s] != none; s = by_[s]) {
            const std::uint32_t mover = way(by_[s], s).client;
            take(mover, by_[s], amount);
            give(mover, s, amount);
        }
        give(client, s, amount);
        return amount;
    }

    /// Dijkstra on costs reduced by prices.
    /// \return the first site with room
    std::uint32_t shortest_path(std::uint32_t client) {
        label_.assign(sites_, infinite);
        by_.assign(sites_, none);
        done_.assign(sites_, 0);
        each_link(client, [&](std::uint32_t s, std::int64_t each) { label_[s] = each + price_[s]; });
        while (true) {
            std::uint32_t next = none;
            for (std::uint32_t s = 0; s < sites_; ++s) {
                if (done_[s] == 0 && (next == none || label_[s] < label_[next])) next = s;
            }
            if (next == none || label_[next] >= infinite) throw_no_plan();
            if (left_[next] > 0) return next;
            done_[next] = 1;
            if (stale_[next] != 0) find_ways(next);
            for (std::uint32_t s = 0; s < sites_; ++s) {
                const Way& onward = way(next, s);
                if (onward.client == none || done_[s] != 0) continue;
                const std::int64_t reached = label_[next] + onward.cost + price_[s] - price_[next];
                if (reached >= label_[s]) continue;
                label_[s] = reached;
                by_[s] = next;
            }
        }
    }

    [[nodiscard]] Way& way(std::uint32_t from, std::uint32_t to) { return ways_[from * sites_ + to]; }
    SplitPlan::Share& share(std::uint32_t client, std::uint32_t site) {
        auto& mine = shares_[client];
        return *std::find_if(mine.begin(), mine.end(), [&](const auto& s) { return s.site == site; });
    }
    void take(std::uint32_t client, std::uint32_t site, std::int64_t amount) {
        auto& mine = shares_[client];
        const auto at = std::find_if(mine.begin(), mine.end(), [&](const auto& s) { return s.site == site; });
        at->heads -= amount;
        if (at->heads > 0) return;
        mine.erase(at);
        auto& guests = guests_[site];
        guests.erase(
            std::find_if(guests.begin(), guests.end(), [&](const Guest& g) { return g.client == client; }));
        stale_[site] = 1;
    }
    void give(std::uint32_t client, std::uint32_t site, std::int64_t amount) {
        auto& mine = shares_[client];
        const auto at = std::find_if(mine.begin(), mine.end(), [&](const auto& s) { return s.site == site; });
        if (at != mine.end()) {
            at->heads += amount;
            return;
        }
        mine.push_back({site, amount});
        guests_[site].push_back({client, cost(client, site)});
        if (stale_[site] == 0) offer_ways(guests_[site].back(), site);
    }
    void offer_ways(Guest guest, std::uint32_t site) {
        each_link(guest.client, [&](std::uint32_t to, std::int64_t each) {
            Way& known = way(site, to);
            const std::int64_t loss = each - guest.cost;
            if (to == site || loss > known.cost || (loss == known.cost && guest.client > known.client))
                return;
            known = {loss, guest.client};
        });
    }
    /// Only once a full site is on a path; most changes before that need no ways.
    void find_ways(std::uint32_t site) {
        for (std::uint32_t to = 0; to < sites_; ++to) way(site, to) = {};
        for (const Guest guest : guests_[site]) offer_ways(guest, site);
        stale_[site] = 0;
    }

    const SplitProblem& problem_;
    std::size_t sites_;
    std::vector<std::int64_t> left_;
    std::vector<std::int64_t> price_;
    std::vector<std::vector<Guest>> guests_;  // clients with heads at a site
    std::vector<Way> ways_;
    std::vector<char> stale_;  // by site: its ways are to be found anew
    std::vector<std::vector<SplitPlan::Share>> shares_;
    std::vector<std::int64_t> label_;
    std::vector<std::uint32_t> by_;
    std::vector<char> done_;
};

}  // namespace

SplitPlan split_transport(const SplitProblem& problem, const std::function<bool()>& stop) {
    return SiteGraph{problem}.run(stop);
}

}  // namespace yiquan::relocation
