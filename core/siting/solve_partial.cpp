// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/decimal.hpp"
#include "core/base/wide.hpp"
#include "core/siting/cover_rows.hpp"
#include "core/siting/model.hpp"
#include "core/siting/service_search.hpp"
#include "core/siting/siting_columns.hpp"

namespace yiquan::siting {
namespace {

class PartialSearch {
public:
    explicit PartialSearch(const Instance& instance) : instance_(instance), rows_(cover_rows(instance)) {
        std::int64_t total = 0;
        for (std::size_t d = 0; d < instance.links.rows(); ++d) total += instance.weight(d);
        // The share as it was written: 0.85 of a hundred is 85.
        constexpr int places = 12;
        constexpr std::int64_t whole = 1'000'000'000'000;
        const Wide part = Wide{nearest_decimal(instance.request.share, places)} * total;
        wanted_ = static_cast<std::int64_t>((part + whole - 1) / whole);
        total_ = total;
    }

    Answer run() {
        Answer answer;
        instance_.tell_uncoverable(answer);
        const std::vector<std::uint32_t> all = free_sites();
        if (weight_covered(rows_, instance_.opened(all), 1) < wanted_) {
            answer.status = Status::infeasible;
            return answer;
        }
        best_ = greedy_cover(instance_, rows_, wanted_);
        answer.greedy_known = true;
        answer.greedy_open = instance_.sites_of(best_);
        answer.greedy_objective = price_of(best_).value();
        if (equal_prices(all)) {
            by_count();
        } else {
            by_price();
        }
        answer.open = instance_.sites_of(best_);
        answer.objective = price_of(best_).value();
        answer.status = proved_ ? Status::optimal : Status::feasible;
        if (proved_) answer.tolerance = tolerance_;
        answer.bound = proved_ ? answer.objective * (1.0 - tolerance_) : bound_;
        return answer;
    }

private:
    [[nodiscard]] std::vector<std::uint32_t> free_sites() const {
        std::vector<std::uint32_t> out;
        for (std::uint32_t n = 0; n < instance_.states.size(); ++n) {
            if (instance_.states[n] == SiteState::free) out.push_back(n);
        }
        return out;
    }
    [[nodiscard]] bool equal_prices(const std::vector<std::uint32_t>& sites) const {
        return std::all_of(sites.begin(), sites.end(), [&](std::uint32_t n) {
            return instance_.price[n] == instance_.price[sites.front()];
        });
    }
    /// With the sites that are forced.
    [[nodiscard]] Price price_of(std::span<const std::uint32_t> chosen) const {
        Price sum;
        for (const std::uint32_t s : instance_.sites_of(chosen)) sum += instance_.problem.sites[s].price;
        return sum;
    }
    [[nodiscard]] bool enough(std::span<const std::uint32_t> chosen) const {
        return weight_covered(rows_, instance_.opened(chosen), 1) >= wanted_;
    }

    /// Sites of one price: the least count with which cover-the-most reaches the weight.
    void by_count() {
        ServiceProgram program = rows_;
        std::int64_t reachable = 0;
        for (const std::int64_t weight : rows_.fallback) reachable += weight;
        program.constant = total_ - reachable;
        std::vector<SiteState> states(rows_.sites(), SiteState::free);
        for (std::uint32_t s = 0; s < rows_.sites(); ++s) states[s] = instance_.states[rows_.label[s]];
        const ServiceProgram settled = settle(program, states).program;
        const std::vector<std::uint32_t> nothing;
        std::size_t low = enough(nothing) ? 0 : 1;
        while (low < best_.size() && !instance_.limits.over()) {
            const std::size_t middle = low + (best_.size() - low) / 2;
            ServiceProgram some = settled;
            some.count = static_cast<std::uint32_t>(middle);
            const std::int64_t unserved = total_ - wanted_;
            const ServiceChoice choice = search_service(
                some, instance_.solver, {.cutoff = unserved + 1, .enough = unserved}, instance_.limits);
            if (choice.feasible && choice.cost <= unserved) {
                best_ = choice.open;
            } else if (choice.excludes(unserved)) {
                low = middle + 1;
            } else {
                break;
            }
        }
        proved_ = low >= best_.size();
        const std::vector<std::uint32_t> free = free_sites();
        const std::int64_t each = free.empty() ? 0 : instance_.price[free.front()];
        bound_ = (price_of(nothing) + Price::from_ticks(each * static_cast<std::int64_t>(low))).value();
    }

    void by_price() {
        bound_ = price_of(std::vector<std::uint32_t>{}).value();
        if (instance_.solver == nullptr) return;
        SitingColumns columns(instance_);
        std::int64_t step = 0;
        double dearest = 1.0;
        for (const std::int64_t price : instance_.price) {
            step = std::gcd(step, price);
            dearest = std::max(dearest, static_cast<double>(price));
        }
        const double unit = dearest / 1e3;
        for (std::size_t n = 0; n < instance_.price.size(); ++n) {
            columns.program.columns()[n].cost = static_cast<double>(instance_.price[n]) / unit;
        }
        std::vector<optimize::IntegerProgram::Term> terms;
        std::vector<optimize::IntegerProgram::Term> unserved;
        const double weight_unit = std::max(1.0, static_cast<double>(total_) / 1e5);
        std::int64_t reachable = 0;
        for (std::size_t i = 0; i < rows_.clients(); ++i) {
            terms.clear();
            for (std::size_t k = rows_.first[i]; k < rows_.first[i + 1]; ++k) {
                terms.push_back({rows_.label[rows_.site[k]], 1.0});
            }
            const std::uint32_t missed = columns.program.add_column({});
            terms.push_back({missed, 1.0});
            columns.program.add_row(1.0, optimize::IntegerProgram::unbounded, terms);
            unserved.push_back({missed, static_cast<double>(rows_.fallback[i]) / weight_unit});
            reachable += rows_.fallback[i];
        }
        columns.program.add_row(-optimize::IntegerProgram::unbounded,
                                static_cast<double>(reachable - wanted_) / weight_unit, unserved);
        const double now = static_cast<double>(price_of(best_).ticks()) / unit;
        const double cutoff = now - 0.5 * static_cast<double>(step) / unit;
        const double gap = optimize::gap_below(cutoff, now, instance_.limits.gap() * now);
        const optimize::IntegerResult result =
            instance_.solver->solve(columns.program, cutoff, gap, instance_.limits);
        proved_ = result.proved;
        // Where the solver takes a weight for enough that is not, its bound is one all the same.
        if (optimize::solver_slack(now) >= 0.5 * static_cast<double>(step) / unit)
            tolerance_ = optimize::solver_slack(1.0);
        if (!result.values.empty()) {
            std::vector<std::uint32_t> chosen = columns.open_in(result.values);
            if (enough(chosen)) {
                best_ = std::move(chosen);
            } else {
                proved_ = false;  // good only within the solver's tolerance
            }
        }
        if (std::isfinite(result.bound)) {
            const double sure = result.bound - optimize::solver_slack(result.bound);
            bound_ = std::clamp(std::max(sure, 0.0) * unit / static_cast<double>(Price::ticks_per_unit),
                                bound_, price_of(best_).value());
        }
    }

    const Instance& instance_;
    ServiceProgram rows_;
    std::int64_t total_ = 0;
    std::int64_t wanted_ = 0;
    std::vector<std::uint32_t> best_;
    bool proved_ = false;
    double bound_ = 0.0;
    double tolerance_ = 0.0;
};

}  // namespace

Answer solve_partial(const Instance& instance) {
    return PartialSearch{instance}.run();
}

}  // namespace yiquan::siting
