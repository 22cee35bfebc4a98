// SPDX-License-Identifier: MIT
#include "core/relocation/solve_openings.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "core/relocation/solve_travel.hpp"

namespace yiquan::relocation {
namespace {

using Choice = std::vector<char>;  ///< by site: open

class Openings {
public:
    Openings(const Instance& instance, const Placement& start, const std::vector<std::int64_t>& price,
             const optimize::IntegerSolver* solver, const optimize::SearchLimits& limits)
        : instance_(instance),
          start_(start),
          price_(price),
          solver_(solver),
          limits_(limits),
          best_(start),
          used_(used_by(start.plan)),
          value_(price_of(used_)) {
        add_row(total_room());
    }

    Solution run() {
        bound_ = std::min(value_, cheapest_room());
        constexpr std::size_t quickly_placed = 200'000;  // links
        if (instance_.links.size() <= quickly_placed) close_one_by_one();
        if (solver_ != nullptr) search();
        if (value_ > bound_) close_one_by_one();
        const Instance rest = with_sites(used_);
        Placement again = place_most(rest, nullptr, limits_, start_.placed);
        if (again.placed < best_.placed || (again.placed == best_.placed && best_.travel < again.travel)) {
            SplitPlan split = std::move(again.split);
            again = best_;
            again.split = std::move(split);
        }
        Solution out = little_travel(rest, again, solver_, limits_);
        out.placeable = start_.placeable;
        out.value = price_of(used_by(out.plan));
        out.bound = std::min(out.value, bound_);
        return out;
    }

private:
    struct Row {
        std::vector<optimize::IntegerProgram::Term> terms;
        double least = 0.0;
    };

    [[nodiscard]] Choice used_by(const Assignment& plan) const {
        Choice used(price_.size(), 0);
        for (const std::uint32_t s : plan) {
            if (s != nowhere) used[s] = 1;
        }
        return used;
    }
    [[nodiscard]] std::int64_t price_of(const Choice& choice) const {
        std::int64_t sum = 0;
        for (std::size_t s = 0; s < choice.size(); ++s) sum += choice[s] != 0 ? price_[s] : 0;
        return sum;
    }
    [[nodiscard]] Instance with_sites(const Choice& choice) const {
        return with_links(instance_, [&](std::size_t, const Link& link) { return choice[link.site] != 0; });
    }

    /// Takes the sites as the answer where they hold as many people.
    /// \return what could be placed
    Placement try_sites(const Choice& choice, const optimize::IntegerSolver* solver) {
        Placement found = place_most(with_sites(choice), solver, limits_, start_.placed);
        if (found.placed < start_.placed) return found;
        const Choice used = used_by(found.plan);
        if (price_of(used) < value_) {
            value_ = price_of(used);
            used_ = used;
            best_ = found;
        }
        return found;
    }

    void add_row(Row row) { rows_.push_back(std::move(row)); }

    [[nodiscard]] Row total_room() const {
        Row row;
        for (std::uint32_t s = 0; s < price_.size(); ++s) {
            if (instance_.room[s] > 0) row.terms.push_back({s, static_cast<double>(instance_.room[s])});
        }
        row.least = static_cast<double>(start_.placed);
        return row;
    }

    /// The least price of enough room, where sites may be opened in part. Rounded up: prices are whole.
    [[nodiscard]] std::int64_t cheapest_room() const {
        std::vector<std::uint32_t> order;
        for (std::uint32_t s = 0; s < price_.size(); ++s) {
            if (instance_.room[s] > 0) order.push_back(s);
        }
        const auto each = [&](std::uint32_t s) {
            return static_cast<double>(price_[s]) / static_cast<double>(instance_.room[s]);
        };
        std::stable_sort(order.begin(), order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return each(a) < each(b); });
        std::int64_t rest = start_.placed;
        double sum = 0.0;
        for (const std::uint32_t s : order) {
            const std::int64_t taken = std::min(rest, instance_.room[s]);
            sum += each(s) * static_cast<double>(taken);
            rest -= taken;
        }
        return std::llround(std::ceil(sum - tolerance * (1.0 + sum)));
    }

    /// Units that compete for the same full sites, and what all sites could do for them.
    [[nodiscard]] std::optional<Row> violated(const Choice& choice, const SplitPlan& split) const {
        std::vector<char> in_sites(price_.size(), 0);
        std::vector<char> in_units(instance_.units.size(), 0);
        std::vector<std::vector<std::uint32_t>> guests(price_.size());
        std::vector<std::uint32_t> queue;
        const auto reach = [&](std::uint32_t unit) {
            if (in_units[unit] != 0) return;
            in_units[unit] = 1;
            queue.push_back(unit);
        };
        for (std::uint32_t u = 0; u < split.shares.size(); ++u) {
            for (const SplitPlan::Share& share : split.shares[u]) {
                if (share.site == SplitPlan::stays) {
                    reach(u);
                } else {
                    guests[share.site].push_back(u);
                }
            }
        }
        while (!queue.empty()) {
            const std::uint32_t unit = queue.back();
            queue.pop_back();
            for (const Link& link : instance_.links_of(unit)) {
                if (choice[link.site] == 0 || in_sites[link.site] != 0) continue;
                in_sites[link.site] = 1;
                for (const std::uint32_t guest : guests[link.site]) reach(guest);
            }
        }
        return row_of(in_units);
    }
    [[nodiscard]] std::optional<Row> row_of(const std::vector<char>& in_units) const {
        std::int64_t heads = 0;
        std::vector<std::int64_t> by_site(price_.size(), 0);
        for (std::size_t u = 0; u < in_units.size(); ++u) {
            if (in_units[u] == 0) continue;
            heads += instance_.units[u].people;
            for (const Link& link : instance_.links_of(u)) by_site[link.site] += instance_.units[u].people;
        }
        const std::int64_t least = start_.placed - (instance_.people - heads);
        if (least <= 0) return std::nullopt;
        Row row;
        row.least = static_cast<double>(least);
        for (std::uint32_t s = 0; s < by_site.size(); ++s) {
            const std::int64_t help = std::min({by_site[s], instance_.room[s], least});
            if (help > 0) row.terms.push_back({s, static_cast<double>(help)});
        }
        return row;
    }

    /// Some site outside of the choice must open.
    [[nodiscard]] Row no_good(const Choice& choice) const {
        Row row;
        row.least = 1.0;
        for (std::uint32_t s = 0; s < choice.size(); ++s) {
            if (choice[s] == 0 && instance_.room[s] > 0) row.terms.push_back({s, 1.0});
        }
        return row;
    }

    /// Of the choices that keep all rows and cost no more, one with the most room: it is the easiest to fill.
    [[nodiscard]] Choice roomiest(const Choice& like) {
        optimize::IntegerProgram program;
        std::vector<optimize::IntegerProgram::Term> prices;
        for (std::uint32_t s = 0; s < price_.size(); ++s) {
            program.add_column({.cost = -static_cast<double>(instance_.room[s]), .integer = true});
            if (price_[s] > 0) prices.push_back({s, static_cast<double>(price_[s] / step_)});
        }
        program.add_row(-optimize::IntegerProgram::unbounded, static_cast<double>(price_of(like) / step_),
                        prices);
        for (const Row& row : rows_)
            program.add_row(row.least, optimize::IntegerProgram::unbounded, row.terms);
        const optimize::IntegerResult result =
            solver_->solve(program, optimize::IntegerProgram::unbounded, 0.0, limits_);
        return result.values.empty() ? like : choice_of(result);
    }
    [[nodiscard]] Choice choice_of(const optimize::IntegerResult& result) const {
        constexpr double half = 0.5;
        Choice choice(price_.size(), 0);
        for (std::size_t s = 0; s < choice.size(); ++s) choice[s] = result.values[s] > half ? 1 : 0;
        return choice;
    }

    /// \return nothing where no choice is cheaper than the answer, or the solver was stopped
    std::optional<Choice> cheapest_choice() {
        optimize::IntegerProgram program;
        const auto unit = static_cast<double>(step_);  // costs are whole
        for (const std::int64_t price : price_) {
            program.add_column({.cost = static_cast<double>(price) / unit, .integer = true});
        }
        for (const Row& row : rows_)
            program.add_row(row.least, optimize::IntegerProgram::unbounded, row.terms);
        // No cutoff: CBC lowers it by the step of the costs that its presolve leaves, which may be too much.
        const optimize::IntegerResult result =
            solver_->solve(program, optimize::IntegerProgram::unbounded, 0.0, limits_);
        if (result.values.empty() || !result.proved) return std::nullopt;
        Choice choice = choice_of(result);
        bound_ = std::min(value_, std::max(bound_, price_of(choice)));
        return value_ > bound_ ? std::optional{choice} : std::nullopt;
    }

    void search() {
        for (const std::int64_t price : price_) step_ = std::gcd(step_, price);
        if (step_ == 0) step_ = 1;
        while (value_ > bound_ && !limits_.over()) {
            const std::optional<Choice> cheapest = cheapest_choice();
            if (!cheapest) return;
            const std::optional<Choice> choice = roomiest(*cheapest);
            const Placement found = try_sites(*choice, solver_);
            if (found.placed >= start_.placed) return;  // as cheap as the bound
            const std::int64_t split = instance_.people - found.split.stayed;
            if (found.split.complete && split < start_.placed) {
                const std::optional<Row> row = violated(*choice, found.split);
                if (!row) return;
                add_row(*row);
            } else if (found.placeable < start_.placed) {
                add_row(no_good(*choice));
            } else {
                repair(*choice);
                return;
            }
        }
    }

    /// Opens further sites, the cheapest first, until people fit.
    void repair(Choice choice) {
        while (!limits_.over()) {
            std::optional<std::uint32_t> next;
            for (std::uint32_t s = 0; s < choice.size(); ++s) {
                if (choice[s] != 0 || instance_.room[s] == 0) continue;
                if (!next || std::pair{price_[s], -instance_.room[s]} <
                                 std::pair{price_[*next], -instance_.room[*next]}) {
                    next = s;
                }
            }
            if (!next) return;
            choice[*next] = 1;
            if (price_of(choice) >= value_) return;
            if (try_sites(choice, nullptr).placed >= start_.placed) return;
        }
    }

    /// Dear and empty sites first.
    void close_one_by_one() {
        std::vector<std::uint32_t> order;
        const std::vector<std::int64_t> load = sums_of(instance_, best_.plan).load;
        for (std::uint32_t s = 0; s < used_.size(); ++s) {
            if (used_[s] != 0 && price_[s] > 0) order.push_back(s);
        }
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return static_cast<double>(load[a]) * static_cast<double>(price_[b]) <
                   static_cast<double>(load[b]) * static_cast<double>(price_[a]);
        });
        for (const std::uint32_t s : order) {
            if (limits_.over() || value_ <= bound_) return;
            if (used_[s] == 0) continue;
            Choice fewer = used_;
            fewer[s] = 0;
            static_cast<void>(try_sites(fewer, nullptr));
        }
    }

    static constexpr double tolerance = 1e-9;

    const Instance& instance_;
    const Placement& start_;
    const std::vector<std::int64_t>& price_;
    const optimize::IntegerSolver* solver_;
    const optimize::SearchLimits& limits_;
    Placement best_;
    Choice used_;
    std::int64_t value_;
    std::int64_t bound_ = 0;
    std::int64_t step_ = 0;  // prices are multiples of it
    std::vector<Row> rows_;
};

}  // namespace

Solution solve_openings(const Instance& instance, const Placement& start,
                        const std::vector<std::int64_t>& price, const optimize::IntegerSolver* solver,
                        const optimize::SearchLimits& limits) {
    return Openings{instance, start, price, solver, limits}.run();
}

}  // namespace yiquan::relocation
