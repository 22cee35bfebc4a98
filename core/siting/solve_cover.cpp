// SPDX-License-Identifier: MIT
// The models that are set covering: cover everyone, and the p-center, which asks for it at several limits.
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "core/base/wide.hpp"
#include "core/siting/cover_reduction.hpp"
#include "core/siting/cover_rows.hpp"
#include "core/siting/model.hpp"
#include "core/siting/service_search.hpp"

namespace yiquan::siting {
namespace {

/// Everyone who can be served within `limit` must be; opening costs what the request counts in.
/// \param limit none where the links are within it anyway
ServiceProgram covering(const Instance& instance, std::optional<Cost> limit, bool all) {
    ServiceProgram program = instance.empty_program();
    const bool by_price = instance.request.budget.has_value() || !instance.request.count.has_value();
    program.count.reset();
    program.budget.reset();
    program.price.clear();
    program.site_cost.resize(program.sites());
    for (std::size_t n = 0; n < program.sites(); ++n) {
        const bool stays = instance.problem.sites[instance.order[n]].role == Role::stays;
        program.site_cost[n] = by_price ? instance.price[n] : stays ? 0 : 1;
    }
    for (std::size_t d = 0; d < instance.links.rows(); ++d) {
        if (instance.weight(d) == 0) continue;
        const std::size_t before = program.site.size();
        for (std::size_t k = instance.links.first[d]; k < instance.links.first[d + 1]; ++k) {
            if (limit && instance.links.cost[k] > *limit) continue;
            const std::uint32_t n = instance.links.column[k];
            if (instance.states[n] != SiteState::closed) program.site.push_back(n);
        }
        if (program.site.size() == before && !all) continue;
        program.first.push_back(program.site.size());
        program.fallback.push_back(ServiceProgram::must);
    }
    ServiceProgram settled = settle(program, instance.states).program;
    return settled.infeasible ? settled : reduce_cover(settled);
}

/// Least worst travel by bisection over the costs that occur (Minieka 1970).
class CenterSearch {
public:
    explicit CenterSearch(const Instance& instance) : instance_(instance) {
        for (std::size_t d = 0; d < instance.links.rows(); ++d) {
            if (instance.weight(d) == 0) continue;
            levels_.insert(levels_.end(), instance.links.cost.begin() + position(instance.links.first[d]),
                           instance.links.cost.begin() + position(instance.links.first[d + 1]));
        }
        std::sort(levels_.begin(), levels_.end());
        levels_.erase(std::unique(levels_.begin(), levels_.end()), levels_.end());
        const Request& request = instance.request;
        allowed_ = request.budget ? request.budget->ticks() : std::int64_t{*request.count};
    }

    Answer run() {
        Answer answer;
        if (!instance_.hint.empty()) take(instance_.hint);
        const std::vector<std::uint32_t> greedy = one_by_one();
        answer.greedy_known = !instance_.limits.over() && worst(greedy) < coverage::CostSource::no_limit;
        if (answer.greedy_known) {
            answer.greedy_open = instance_.sites_of(greedy);
            answer.greedy_objective = worst(greedy).value();
        }
        take(greedy);
        take(farthest_first());
        std::size_t low = 0;  // the answer's level is at least this
        std::size_t high = known_ ? level_of(worst_) : levels_.size() - 1;
        bool open_end = false;  // a level between was left undecided
        while (!instance_.limits.over() && (low < high || !known_)) {
            const std::size_t middle = low + (high - low) / 2;
            const ServiceProgram program = covering(instance_, levels_[middle], true);
            const ServiceChoice choice = search_service(
                program, instance_.solver, {.cutoff = allowed_ + 1, .enough = allowed_}, instance_.limits);
            if (choice.feasible && choice.cost <= allowed_) {
                take(choice.open);
                high = std::min(high, level_of(worst_));
            } else if (choice.excludes(allowed_)) {
                if (middle == levels_.size() - 1) break;  // nothing obeys the request
                low = middle + 1;
            } else {
                open_end = true;
                break;
            }
        }
        if (!known_) {
            answer.status = open_end || instance_.limits.over() ? Status::feasible : Status::infeasible;
            answer.bound = levels_[low].value();
            return answer;
        }
        answer.open = instance_.sites_of(fill(best_));
        answer.objective = worst_.value();
        answer.bound = levels_[low].value();
        answer.status = low >= high ? Status::optimal : Status::feasible;
        return answer;
    }

private:
    static std::ptrdiff_t position(std::size_t k) { return static_cast<std::ptrdiff_t>(k); }

    [[nodiscard]] std::size_t level_of(Cost cost) const {
        return static_cast<std::size_t>(std::lower_bound(levels_.begin(), levels_.end(), cost) -
                                        levels_.begin());
    }
    /// `no_limit` where somebody is not served at all.
    [[nodiscard]] Cost worst(std::span<const std::uint32_t> chosen) const {
        const std::vector<char> open = instance_.opened(chosen);
        Cost out;
        for (std::size_t d = 0; d < instance_.links.rows(); ++d) {
            if (instance_.weight(d) == 0) continue;
            Cost least = coverage::CostSource::no_limit;
            for (std::size_t k = instance_.links.first[d]; k < instance_.links.first[d + 1]; ++k) {
                if (open[instance_.links.column[k]] != 0) least = std::min(least, instance_.links.cost[k]);
            }
            out = std::max(out, least);
        }
        return out;
    }
    void take(const std::vector<std::uint32_t>& chosen) {
        const Cost cost = worst(chosen);
        if (cost == coverage::CostSource::no_limit || (known_ && cost >= worst_)) return;
        known_ = true;
        worst_ = cost;
        best_ = chosen;
    }
    /// What opening a site takes of what is allowed.
    [[nodiscard]] std::int64_t price(std::uint32_t n) const {
        if (instance_.request.budget) return instance_.price[n];
        return instance_.problem.sites[instance_.order[n]].role == Role::stays ? 0 : 1;
    }
    /// Lets an open site serve whom it costs less than before.
    /// \param least of each demand
    void serve(std::uint32_t n, std::vector<Cost>& least) const {
        for (std::size_t d = 0; d < least.size(); ++d) {
            const auto row = instance_.links_of(d);
            const auto found = std::lower_bound(row.begin(), row.end(), n);
            if (found == row.end() || *found != n) continue;
            const std::size_t k = instance_.links.first[d] + static_cast<std::size_t>(found - row.begin());
            least[d] = std::min(least[d], instance_.links.cost[k]);
        }
    }
    /// Each time the site that leaves the least worst travel, among such the least total travel, then the
    /// first by id, as far as the request allows.   O(links) a site.
    [[nodiscard]] std::vector<std::uint32_t> one_by_one() const {
        const coverage::Links& links = instance_.links;
        std::vector<char> open = instance_.opened({});
        std::vector<std::uint32_t> chosen;
        std::int64_t spent = 0;
        std::vector<Cost> least(links.rows(), coverage::CostSource::no_limit);
        for (std::uint32_t n = 0; n < open.size(); ++n) {
            if (open[n] == 0) continue;
            spent += price(n);
            serve(n, least);
        }
        using Outlook = std::pair<Cost, Wide>;  // worst travel, and all travel
        Outlook last{coverage::CostSource::no_limit, Wide{1} << 120};
        while (!instance_.limits.over()) {
            std::vector<Outlook> with(open.size());
            for (std::size_t d = 0; d < links.rows(); ++d) {
                if (instance_.weight(d) == 0) continue;
                for (std::size_t k = links.first[d]; k < links.first[d + 1]; ++k) {
                    const Cost cost = std::min(least[d], links.cost[k]);
                    Outlook& mine = with[links.column[k]];
                    mine.first = std::max(mine.first, cost);
                    mine.second += Wide{cost.ticks()} * instance_.weight(d);
                }
            }
            std::optional<std::uint32_t> best;
            for (std::uint32_t n = 0; n < open.size(); ++n) {
                if (open[n] != 0 || instance_.states[n] == SiteState::closed || spent + price(n) > allowed_) {
                    continue;
                }
                if (!best || with[n] < with[*best]) best = n;
            }
            if (!best || !(with[*best] < last)) break;  // nothing saves anybody a way
            last = with[*best];
            open[*best] = 1;
            spent += price(*best);
            serve(*best, least);
            chosen.push_back(*best);
        }
        std::sort(chosen.begin(), chosen.end());
        return fill(std::move(chosen));
    }
    /// Each time the site that is nearest to the worst served (Gonzalez 1985), as far as the request allows.
    [[nodiscard]] std::vector<std::uint32_t> farthest_first() const {
        std::vector<char> open = instance_.opened({});
        std::vector<std::uint32_t> chosen;
        std::int64_t spent = 0;
        std::vector<Cost> least(instance_.links.rows(), coverage::CostSource::no_limit);
        for (std::uint32_t n = 0; n < open.size(); ++n) {
            if (open[n] == 0) continue;
            spent += price(n);
            serve(n, least);
        }
        for (;;) {
            Cost far = Cost::from_ticks(-1);
            Cost near = coverage::CostSource::no_limit;
            std::uint32_t next = 0;
            for (std::size_t d = 0; d < least.size(); ++d) {
                if (instance_.weight(d) == 0 || least[d] < far) continue;
                Cost close = coverage::CostSource::no_limit;
                std::uint32_t site = 0;
                bool any = false;
                for (std::size_t k = instance_.links.first[d]; k < instance_.links.first[d + 1]; ++k) {
                    const std::uint32_t n = instance_.links.column[k];
                    if (open[n] != 0 || instance_.states[n] == SiteState::closed ||
                        spent + price(n) > allowed_ || instance_.links.cost[k] >= close) {
                        continue;
                    }
                    close = instance_.links.cost[k];
                    site = n;
                    any = true;
                }
                if (!any || (least[d] == far && (close > near || (close == near && site >= next)))) continue;
                far = least[d];
                near = close;
                next = site;
            }
            if (far <= Cost{}) break;
            open[next] = 1;
            chosen.push_back(next);
            spent += price(next);
            serve(next, least);
        }
        std::sort(chosen.begin(), chosen.end());
        return fill(std::move(chosen));
    }
    /// As many sites as the request counts; those that change nothing are the first by id.
    [[nodiscard]] std::vector<std::uint32_t> fill(std::vector<std::uint32_t> chosen) const {
        if (!instance_.request.count) return chosen;
        std::vector<char> open = instance_.opened(chosen);
        const std::size_t wanted = *instance_.request.count + instance_.staying;
        auto count = static_cast<std::size_t>(std::count(open.begin(), open.end(), 1));
        for (std::uint32_t n = 0; n < open.size() && count < wanted; ++n) {
            if (open[n] != 0 || instance_.states[n] != SiteState::free) continue;
            open[n] = 1;
            chosen.push_back(n);
            ++count;
        }
        std::sort(chosen.begin(), chosen.end());
        return chosen;
    }

    const Instance& instance_;
    std::vector<Cost> levels_;
    std::int64_t allowed_ = 0;
    bool known_ = false;
    Cost worst_;
    std::vector<std::uint32_t> best_;
};

}  // namespace

Answer solve_lscp(const Instance& instance) {
    const ServiceProgram program = covering(instance, std::nullopt, false);
    const ServiceChoice choice = search_service(program, instance.solver, {}, instance.limits);
    const ServiceProgram rows = cover_rows(instance);
    std::int64_t reachable = 0;
    for (const std::int64_t weight : rows.fallback) reachable += weight;
    const std::vector<std::uint32_t> greedy = greedy_cover(instance, rows, reachable);
    Answer answer;
    answer.open = instance.sites_of(choice.open);
    answer.greedy_open = instance.sites_of(greedy);
    answer.greedy_known = true;
    const auto price = [&](const std::vector<std::uint32_t>& open) {
        Price sum;
        for (const std::uint32_t s : open) sum += instance.problem.sites[s].price;
        return sum;
    };
    answer.objective = price(answer.open).value();
    answer.greedy_objective = price(answer.greedy_open).value();
    answer.bound = Price::from_ticks(std::max<std::int64_t>(choice.bound - choice.hidden, 0)).value();
    answer.status = choice.bound >= choice.cost ? Status::optimal : Status::feasible;
    if (answer.status == Status::optimal && answer.objective > 0.0) {
        answer.tolerance = (answer.objective - answer.bound) / answer.objective;
    }
    instance.tell_uncoverable(answer);
    return answer;
}

Answer solve_center(const Instance& instance) {
    return CenterSearch{instance}.run();
}

}  // namespace yiquan::siting
