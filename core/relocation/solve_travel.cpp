// SPDX-License-Identifier: MIT
#include "core/relocation/solve_travel.hpp"

#include <algorithm>
#include <numeric>

#include "core/relocation/packing.hpp"
#include "core/relocation/plan_program.hpp"
#include "core/relocation/split_units.hpp"
#include "core/relocation/travel_bound.hpp"

namespace yiquan::relocation {
namespace {

using siting::SearchLimits;

class Travel {
public:
    Travel(const Instance& instance, const siting::IntegerSolver* solver, const SearchLimits& limits)
        : instance_(instance), solver_(solver), limits_(limits) {}

    Solution run() {
        const SplitPlan split = split_units(instance_, instance_.people, limits_);
        Packing packing(instance_, split.price);
        packing.adopt(rounded(split), order_);
        packing.improve([&] { return limits_.over(); });
        take(packing);
        out_.placeable = split.complete ? instance_.people - split.stayed : instance_.people;
        if (out_.placed < out_.placeable) place_more();
        bound(split);
        close();
        return std::move(out_);
    }

private:
    /// Each unit where most of it went; those that were split least come first.
    Plan rounded(const SplitPlan& split) {
        Plan plan(instance_.units.size(), nowhere);
        std::vector<std::int64_t> strayed(plan.size(), 0);
        for (std::size_t u = 0; u < plan.size(); ++u) {
            const SplitPlan::Share* best = nullptr;
            for (const SplitPlan::Share& share : split.shares[u]) {
                if (best == nullptr ||
                    std::pair{-share.heads, share.site} < std::pair{-best->heads, best->site})
                    best = &share;
            }
            if (best == nullptr) continue;
            plan[u] = best->site == SplitPlan::stays ? nowhere : best->site;
            strayed[u] = instance_.units[u].people - best->heads;
        }
        order_.resize(plan.size());
        std::iota(order_.begin(), order_.end(), 0U);
        std::stable_sort(order_.begin(), order_.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return strayed[a] < strayed[b]; });
        return plan;
    }

    void take(const Packing& packing) {
        const PackingScore score = packing.score();
        out_.plan = packing.plan();
        out_.placed = instance_.people - score.left_out;
        out_.value = score.travel;
    }

    /// Nobody may be left out for want of search: the solver looks whether more can be placed.
    void place_more() {
        if (solver_ == nullptr || instance_.links.size() > most_program_links || limits_.over()) return;
        const ProgramResult found = most_people(instance_, instance_.people - out_.placed, *solver_, limits_);
        out_.placeable = std::min(out_.placeable, found.bound);
        if (found.plan.empty()) return;
        Packing packing(instance_, {});
        packing.adopt(found.plan, order_);
        packing.improve([&] { return limits_.over(); });
        take(packing);
    }

    void bound(const SplitPlan& split) {
        const std::int64_t stay = instance_.people - out_.placed;
        price_ = split.price;
        stay_price_ = stay_cost(instance_);
        if (stay != split.stayed && !limits_.over()) {
            const SplitPlan again = split_units(instance_, stay, limits_);
            price_ = again.price;
            stay_price_ = again.stay_price;
        }
        out_.bound = std::max<std::int64_t>(0, travel_bound(instance_, price_, stay_price_, stay));
    }

    void close() {
        if (solver_ == nullptr || out_.value <= out_.bound || limits_.over()) return;
        const Instance rest = promising();
        const bool good_enough = out_.gap() <= limits_.gap();
        const bool small = rest.links.size() <= small_program_links;
        if (!small && (good_enough || rest.links.size() > most_program_links)) return;
        const std::int64_t stay = instance_.people - out_.placed;
        const ProgramResult found =
            least_travel(rest, stay, out_.value, small ? 0.0 : limits_.gap(), *solver_, limits_);
        if (!found.plan.empty()) {
            const PlanSums sums = sums_of(instance_, found.plan);
            if (sums.placed >= out_.placed && sums.travel < out_.value) {
                out_.plan = found.plan;
                out_.value = sums.travel;
            }
        }
        out_.bound = found.proved ? out_.value : std::min(out_.value, std::max(out_.bound, found.bound));
    }

    /// Without links that no plan better than ours can use.
    [[nodiscard]] Instance promising() const {
        const std::int64_t spare = out_.value - out_.bound;
        std::vector<std::int64_t> least(instance_.units.size());
        const auto reduced = [&](std::size_t u, const Link& link) {
            return link.travel + price_[link.site] * instance_.units[u].people;
        };
        for (std::size_t u = 0; u < least.size(); ++u) {
            least[u] = stay_price_ * instance_.units[u].people;
            for (const Link& link : instance_.links_of(u)) least[u] = std::min(least[u], reduced(u, link));
        }
        return with_links(
            instance_, [&](std::size_t u, const Link& link) { return reduced(u, link) - least[u] < spare; });
    }

    static constexpr std::size_t most_program_links = 40'000;
    static constexpr std::size_t small_program_links = 2'000;

    const Instance& instance_;
    const siting::IntegerSolver* solver_;
    const SearchLimits& limits_;
    Solution out_;
    std::vector<std::uint32_t> order_;
    std::vector<std::int64_t> price_;
    std::int64_t stay_price_ = 0;
};

}  // namespace

Solution solve_travel(const Instance& instance, const siting::IntegerSolver* solver,
                      const SearchLimits& limits) {
    return Travel{instance, solver, limits}.run();
}

}  // namespace yiquan::relocation
