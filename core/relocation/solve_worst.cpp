// SPDX-License-Identifier: MIT
#include "core/relocation/solve_worst.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/relocation/plan_program.hpp"
#include "core/relocation/solve_travel.hpp"
#include "core/relocation/split_reach.hpp"

namespace yiquan::relocation {
namespace {

class Worst {
public:
    Worst(const Instance& instance, const Placement& start, const optimize::IntegerSolver* solver,
          const optimize::SearchLimits& limits)
        : instance_(instance),
          start_(start),
          solver_(solver),
          limits_(limits),
          worst_(sums_of(instance, start.plan).worst),
          best_(start) {
        for (const Link& link : instance.links) lengths_.push_back(link.worst);
        std::sort(lengths_.begin(), lengths_.end());
        lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
    }

    Solution run() {
        narrow(nullptr);  // what is quickly found comes first
        if (solver_ != nullptr) narrow(solver_);
        Solution out = little_travel(within(worst_), usable(), solver_, limits_);
        out.placeable = start_.placeable;
        out.value = sums_of(instance_, out.plan).worst;
        out.bound =
            lengths_.empty() ? 0 : std::min(out.value, lengths_[std::min(proof_, lengths_.size() - 1)]);
        if (out.placed == 0) out.bound = out.value;
        return out;
    }

private:
    void narrow(const optimize::IntegerSolver* solver) {
        if (proof_ == 0) {
            SplitReach reach(instance_);
            const auto split = reach.least(start_.placed, [&] { return limits_.over(); });
            proof_ = at(std::max(longest_nearest(), split.value_or(0)));
        }
        std::size_t low = proof_;  // the lengths below are too short, or could not be shown to do
        double step = limits_.gap();
        while (low < at(worst_) && !limits_.over() && !close_enough()) {
            const std::size_t high = at(worst_);
            std::size_t next = low + (high - low) / 2;
            if (low == proof_) {
                next = low;
            } else if (step < most_step) {  // whole units seldom need much more than split ones
                next = std::clamp(at(stretched(lengths_[proof_], step)), low, next);
                step *= step_growth;
            }
            if (shows(next, solver)) continue;
            low = next + 1;
            if (too_short_) proof_ = low;
        }
    }
    /// True where a plan with that length was found.
    bool shows(std::size_t length, const optimize::IntegerSolver* solver) {
        const Instance shorter = within(lengths_[length]);
        Placement placement = place_most(shorter, solver, limits_, start_.placed);
        too_short_ = placement.placeable < start_.placed;
        if (placement.placed < start_.placed) return false;
        worst_ = sums_of(shorter, placement.plan).worst;
        best_ = std::move(placement);
        return true;
    }
    /// Small problems are solved to the end.
    [[nodiscard]] bool close_enough() const {
        const auto bound = static_cast<double>(lengths_[std::min(proof_, lengths_.size() - 1)]);
        const auto worst = static_cast<double>(worst_);
        return instance_.links.size() > most_links_to_prove && worst - bound <= limits_.gap() * worst;
    }
    [[nodiscard]] static std::int64_t stretched(std::int64_t length, double share) {
        return std::llround(static_cast<double>(length) * (1.0 + share));
    }
    [[nodiscard]] std::size_t at(std::int64_t length) const {
        return static_cast<std::size_t>(std::lower_bound(lengths_.begin(), lengths_.end(), length) -
                                        lengths_.begin());
    }
    /// Where everybody is placed, nobody goes less far than to the nearest site.
    [[nodiscard]] std::int64_t longest_nearest() const {
        std::int64_t longest = 0;
        if (start_.placed < instance_.people) return longest;
        for (std::size_t u = 0; u < instance_.units.size(); ++u) {
            const std::span<const Link> links = instance_.links_of(u);
            longest = std::max(longest,
                               std::min_element(links.begin(), links.end(), [](const Link& a, const Link& b) {
                                   return a.worst < b.worst;
                               })->worst);
        }
        return longest;
    }
    [[nodiscard]] Instance within(std::int64_t length) const {
        return with_links(instance_, [&](std::size_t, const Link& link) { return link.worst <= length; });
    }
    /// The placement with prices that belong to the links that are left.
    [[nodiscard]] Placement usable() const {
        Placement again = place_most(within(worst_), nullptr, limits_, start_.placed);
        if (again.placed >= best_.placed) return again;
        Placement out = best_;
        out.split = std::move(again.split);
        return out;
    }

    const Instance& instance_;
    const Placement& start_;
    const optimize::IntegerSolver* solver_;
    const optimize::SearchLimits& limits_;
    std::vector<std::int64_t> lengths_;  // rising
    std::int64_t worst_;                 // of the best plan
    Placement best_;
    std::size_t proof_ = 0;  // the lengths below are too short
    bool too_short_ = false;

    static constexpr double most_step = 0.1;
    static constexpr double step_growth = 4.0;
};

}  // namespace

Solution solve_worst(const Instance& instance, const Placement& start, const optimize::IntegerSolver* solver,
                     const optimize::SearchLimits& limits) {
    return Worst{instance, start, solver, limits}.run();
}

}  // namespace yiquan::relocation
