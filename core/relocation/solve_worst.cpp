// SPDX-License-Identifier: MIT
#include "core/relocation/solve_worst.hpp"

#include <algorithm>
#include <optional>

#include "core/relocation/plan_program.hpp"
#include "core/relocation/solve_travel.hpp"

namespace yiquan::relocation {
namespace {

class Worst {
public:
    Worst(const Instance& instance, const Placement& start, const siting::IntegerSolver* solver,
          const siting::SearchLimits& limits)
        : instance_(instance), start_(start), solver_(solver), limits_(limits) {
        for (const Link& link : instance.links) lengths_.push_back(link.worst);
        std::sort(lengths_.begin(), lengths_.end());
        lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
    }

    Solution run() {
        std::int64_t worst = sums_of(instance_, start_.plan).worst;
        Placement best = start_;
        std::size_t proof = at(longest_nearest());  // the lengths below are too short
        std::size_t low = proof;                    // so are these, or they could not be shown to do
        std::size_t high = at(worst);
        while (low < high && !limits_.over()) {
            const std::size_t middle = low + (high - low) / 2;
            const Instance shorter = within(lengths_[middle]);
            Placement placement = place_most(shorter, solver_, limits_, start_.placed);
            if (placement.placed >= start_.placed) {
                worst = sums_of(shorter, placement.plan).worst;
                best = std::move(placement);
                high = at(worst);
            } else {
                const bool too_short = placement.placeable < start_.placed;
                low = middle + 1;
                if (too_short) proof = low;
            }
        }
        Solution out = solve_travel(within(worst), usable(best, worst), solver_, limits_);
        out.placeable = start_.placeable;
        out.value = sums_of(instance_, out.plan).worst;
        out.bound =
            lengths_.empty() ? 0 : std::min(out.value, lengths_[std::min(proof, lengths_.size() - 1)]);
        if (out.placed == 0) out.bound = out.value;
        return out;
    }

private:
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
    [[nodiscard]] Placement usable(const Placement& best, std::int64_t worst) const {
        Placement again = place_most(within(worst), nullptr, limits_, start_.placed);
        if (again.placed >= best.placed) return again;
        Placement out = best;
        out.split = std::move(again.split);
        return out;
    }

    const Instance& instance_;
    const Placement& start_;
    const siting::IntegerSolver* solver_;
    const siting::SearchLimits& limits_;
    std::vector<std::int64_t> lengths_;  // rising
};

}  // namespace

Solution solve_worst(const Instance& instance, const Placement& start, const siting::IntegerSolver* solver,
                     const siting::SearchLimits& limits) {
    return Worst{instance, start, solver, limits}.run();
}

}  // namespace yiquan::relocation
