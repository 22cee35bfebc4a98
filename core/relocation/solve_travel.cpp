// SPDX-License-Identifier: MIT
#include "core/relocation/solve_travel.hpp"

#include <algorithm>

#include "core/relocation/pattern_search.hpp"
#include "core/relocation/plan_program.hpp"
#include "core/relocation/split_units.hpp"
#include "core/relocation/travel_bound.hpp"

namespace yiquan::relocation {
namespace {

class Travel {
public:
    Travel(const Instance& instance, const Placement& start, const optimize::IntegerSolver* solver,
           const optimize::SearchLimits& limits)
        : instance_(instance),
          solver_(solver),
          limits_(limits),
          stay_(instance.people - start.placed),
          out_{start.plan, start.placed, start.placeable, start.travel, 0} {}

    Solution run(const SplitPlan& split) {
        bound(split);
        constexpr std::size_t most_units = 3'000;
        if (out_.gap() > limits_.gap() && instance_.units.size() <= most_units && !limits_.over()) {
            search_patterns(instance_, worths(), stay_, solver_, limits_, out_);
        }
        close();
        return std::move(out_);
    }

private:
    void bound(const SplitPlan& split) {
        price_ = split.price;
        stay_price_ = stay_cost(instance_);
        if (stay_ != split.stayed && !limits_.over()) {
            const SplitPlan again = split_units(instance_, stay_, limits_);
            price_ = again.price;
            if (stay_ < instance_.people) stay_price_ = again.stay_price;
        }
        split_bound_ = travel_bound(instance_, price_, stay_price_, stay_);
        out_.bound = std::min(out_.value, std::max<std::int64_t>(0, split_bound_));
    }

    void close() {
        if (solver_ == nullptr || out_.value <= out_.bound || limits_.over()) return;
        const Instance rest = promising();
        const bool good_enough = out_.gap() <= limits_.gap();
        const bool small = rest.links.size() <= small_program_links;
        if (!small && (good_enough || rest.links.size() > most_program_links)) return;
        const ProgramResult found =
            least_travel(rest, stay_, out_.value, small ? 0.0 : limits_.gap(), *solver_, limits_);
        if (!found.plan.empty()) {
            const AssignmentSums sums = sums_of(instance_, found.plan);
            if (sums.placed >= out_.placed && sums.travel < out_.value) {
                out_.plan = found.plan;
                out_.value = sums.travel;
            }
        }
        out_.bound = found.proved ? out_.value : std::min(out_.value, std::max(out_.bound, found.bound));
    }

    /// What the plan of split units pays for each unit.
    [[nodiscard]] std::vector<std::int64_t> worths() const {
        std::vector<std::int64_t> least(instance_.units.size());
        for (std::size_t u = 0; u < least.size(); ++u) {
            least[u] = stay_price_ * instance_.units[u].people;
            for (const Link& link : instance_.links_of(u)) least[u] = std::min(least[u], reduced(u, link));
        }
        return least;
    }
    [[nodiscard]] std::int64_t reduced(std::size_t unit, const Link& link) const {
        return link.travel + price_[link.site] * instance_.units[unit].people;
    }

    /// Without links that no plan better than ours can use.
    [[nodiscard]] Instance promising() const {
        const std::int64_t spare = out_.value - split_bound_;
        const std::vector<std::int64_t> least = worths();
        return with_links(
            instance_, [&](std::size_t u, const Link& link) { return reduced(u, link) - least[u] < spare; });
    }

    static constexpr std::size_t most_program_links = 40'000;
    static constexpr std::size_t small_program_links = 2'000;

    const Instance& instance_;
    const optimize::IntegerSolver* solver_;
    const optimize::SearchLimits& limits_;
    std::int64_t stay_;  // heads that stay
    Solution out_;
    std::vector<std::int64_t> price_;
    std::int64_t stay_price_ = 0;
    std::int64_t split_bound_ = 0;  // of the prices; the reduced costs go with it
};

}  // namespace

Solution solve_travel(const Instance& instance, const Placement& start, const optimize::IntegerSolver* solver,
                      const optimize::SearchLimits& limits) {
    return Travel{instance, start, solver, limits}.run(start.split);
}

Solution little_travel(const Instance& instance, const Placement& start,
                       const optimize::IntegerSolver* solver, const optimize::SearchLimits& limits) {
    const bool small = instance.links.size() <= most_links_to_prove;
    return solve_travel(instance, start, small ? solver : nullptr, limits);
}

}  // namespace yiquan::relocation
