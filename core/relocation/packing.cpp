// SPDX-License-Identifier: MIT
#include "core/relocation/packing.hpp"

#include <algorithm>

namespace yiquan::relocation {
namespace {

PackingScore operator+(PackingScore a, PackingScore b) {
    return {a.left_out + b.left_out, a.travel + b.travel};
}
PackingScore operator-(PackingScore a, PackingScore b) {
    return {a.left_out - b.left_out, a.travel - b.travel};
}

constexpr std::size_t likely_links = 16;

}  // namespace

/// `unit` goes to `site`; `other` leaves that for `next`.
struct Packing::Move {
    PackingScore change;  ///< not below zero: no move
    std::uint32_t site = nowhere;
    std::uint32_t other = nowhere;
    std::uint32_t next = nowhere;
};

Packing::Packing(const Instance& instance, std::vector<std::int64_t> price)
    : instance_(instance), likely_(instance.units.size()), guests_(instance.room.size()) {
    price.resize(instance.room.size(), 0);
    for (std::size_t u = 0; u < instance.units.size(); ++u) {
        const std::span<const Link> links = instance.links_of(u);
        std::vector<Link>& mine = likely_[u];
        mine.assign(links.begin(), links.end());
        const auto worth = [&](const Link& link) {
            return link.travel + price[link.site] * instance.units[u].people;
        };
        const std::size_t kept = std::min(mine.size(), likely_links);
        std::partial_sort(mine.begin(), mine.begin() + static_cast<std::ptrdiff_t>(kept), mine.end(),
                          [&](const Link& a, const Link& b) {
                              return std::pair{worth(a), a.site} < std::pair{worth(b), b.site};
                          });
        mine.resize(kept);
        mine.shrink_to_fit();
    }
    adopt(Assignment(instance.units.size(), nowhere), {});
}

void Packing::adopt(const Assignment& plan, const std::vector<std::uint32_t>& order) {
    at_.assign(instance_.units.size(), nowhere);
    left_ = instance_.room;
    for (auto& guests : guests_) guests.clear();
    score_ = {instance_.people, 0};
    for (const std::uint32_t u : order) {
        if (plan[u] != nowhere && left_[plan[u]] >= people(u)) put(u, plan[u]);
    }
}

PackingScore Packing::score_at(std::uint32_t unit, std::uint32_t site) const {
    if (site == nowhere) return {people(unit), 0};
    return {0, instance_.link(unit, site)->travel};
}

void Packing::put(std::uint32_t unit, std::uint32_t site) {
    const std::uint32_t before = at_[unit];
    score_ = score_ + score_at(unit, site) - score_at(unit, before);
    if (before != nowhere) {
        left_[before] += people(unit);
        auto& guests = guests_[before];
        guests.erase(std::find(guests.begin(), guests.end(), unit));
    }
    at_[unit] = site;
    if (site == nowhere) return;
    left_[site] -= people(unit);
    auto& guests = guests_[site];
    guests.insert(std::lower_bound(guests.begin(), guests.end(), unit), unit);
}

void Packing::try_shift(std::uint32_t unit, std::uint32_t site, Move& best) const {
    if (left_[site] < people(unit)) return;
    const PackingScore change = score_at(unit, site) - score_at(unit, at_[unit]);
    if (change < best.change) best = {change, site, nowhere, nowhere};
}

/// Somebody at the site goes where the unit comes from, or on to a third site, or out.
void Packing::try_exchange(std::uint32_t unit, std::uint32_t site, Move& best) const {
    const std::uint32_t from = at_[unit];
    const PackingScore gain = score_at(unit, site) - score_at(unit, from);
    if (gain >= PackingScore{}) return;  // of two that help each other, one gains by itself
    for (const std::uint32_t other : guests_[site]) {
        if (left_[site] + people(other) < people(unit)) continue;
        const PackingScore out = gain - score_at(other, site);
        const auto consider = [&](std::uint32_t next, PackingScore in) {
            const PackingScore change = out + in;
            if (change < best.change) best = {change, site, other, next};
        };
        if (from == nowhere) {
            consider(nowhere, score_at(other, nowhere));
        } else if (const Link* back = instance_.link(other, from);
                   back != nullptr && left_[from] + people(unit) >= people(other)) {
            consider(from, {0, back->travel});
        }
        for (const Link& next : likely_[other]) {
            if (next.site == site || left_[next.site] < people(other)) continue;
            consider(next.site, {0, next.travel});
        }
    }
}

Packing::Move Packing::best_move(std::uint32_t unit) const {
    Move best;
    if (at_[unit] == nowhere) {
        for (const Link& link : instance_.links_of(unit)) try_shift(unit, link.site, best);
        if (best.site != nowhere) return best;
        for (const Link& link : instance_.links_of(unit)) try_exchange(unit, link.site, best);
        return best;
    }
    for (const Link& link : likely_[unit]) {
        if (link.site == at_[unit]) continue;
        try_shift(unit, link.site, best);
        try_exchange(unit, link.site, best);
    }
    return best;
}

bool Packing::apply(std::uint32_t unit, const Move& move) {
    if (move.site == nowhere) return false;
    if (move.other != nowhere) put(move.other, nowhere);
    put(unit, move.site);
    if (move.other != nowhere) put(move.other, move.next);
    return true;
}

void Packing::fill() {
    for (std::uint32_t u = 0; u < at_.size(); ++u) {
        if (at_[u] != nowhere) continue;
        Move best;
        for (const Link& link : instance_.links_of(u)) try_shift(u, link.site, best);
        static_cast<void>(apply(u, best));
    }
}

void Packing::improve(const std::function<bool()>& stop) {
    constexpr std::uint32_t units_between_polls = 256;
    bool moved = true;
    while (moved) {
        moved = false;
        for (std::uint32_t u = 0; u < at_.size(); ++u) {
            if (u % units_between_polls == 0 && stop()) return;
            moved = apply(u, best_move(u)) || moved;
        }
    }
}

}  // namespace yiquan::relocation
