// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <functional>
#include <vector>

#include "core/relocation/instance.hpp"

namespace yiquan::relocation {

/// What a plan is judged by before anything else: nobody left out weighs more than any way.
struct PackingScore {
    std::int64_t left_out = 0;  ///< heads
    std::int64_t travel = 0;    ///< person-thousandths
    friend auto operator<=>(const PackingScore&, const PackingScore&) = default;
};

/// A plan being improved by moving units whole: one to another site, two for each other, or one into the
/// place of another that goes on to a third site. No site ever holds more than its room.
class Packing {
public:
    /// \param price what a head's room is worth, by site: only tells which sites to look at first
    Packing(const Instance& instance, std::vector<std::int64_t> price);

    /// Takes over as much of a plan as fits, unit by unit in the order given.
    void adopt(const Assignment& plan, const std::vector<std::uint32_t>& order);
    /// Gives every unit without a place the nearest site that has room.
    void fill();
    /// Makes the best move for one unit after the other until none helps.
    /// \param stop asked now and then
    void improve(const std::function<bool()>& stop);

    [[nodiscard]] const Assignment& plan() const { return at_; }
    [[nodiscard]] PackingScore score() const { return score_; }

private:
    struct Move;

    void put(std::uint32_t unit, std::uint32_t site);
    [[nodiscard]] std::int64_t people(std::uint32_t unit) const { return instance_.units[unit].people; }
    [[nodiscard]] PackingScore score_at(std::uint32_t unit, std::uint32_t site) const;
    [[nodiscard]] Move best_move(std::uint32_t unit) const;
    void try_shift(std::uint32_t unit, std::uint32_t site, Move& best) const;
    void try_exchange(std::uint32_t unit, std::uint32_t site, Move& best) const;
    [[nodiscard]] bool apply(std::uint32_t unit, const Move& move);

    const Instance& instance_;
    std::vector<std::vector<Link>> likely_;  // by unit: its best links, best first
    Assignment at_;
    std::vector<std::int64_t> left_;
    std::vector<std::vector<std::uint32_t>> guests_;
    PackingScore score_;
};

}  // namespace yiquan::relocation
