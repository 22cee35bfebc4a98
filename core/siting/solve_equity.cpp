// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <map>

#include "core/siting/model.hpp"
#include "core/siting/siting_columns.hpp"
#include "core/siting/stepwise.hpp"

namespace yiquan::siting {
namespace {

/// Lexicographic maximin of the zones' shares (Ogryczak 1997): the least share, then the sum of the two
/// least, of the three least, and so on, each as large as it can be while the earlier ones keep theirs.
class Equity {
public:
    explicit Equity(const Instance& instance) : instance_(instance) {
        const Demand& demand = instance.problem.demand;
        std::vector<Persons> totals(demand.zones.size());
        for (std::size_t d = 0; d < demand.size(); ++d) {
            if (demand.zone[d] != demand::no_zone) totals[demand.zone[d]] += demand.weights[d];
        }
        for (std::size_t z = 0; z < totals.size(); ++z) {
            if (totals[z] > Persons{}) zones_.push_back({z, totals[z]});
        }
        std::sort(zones_.begin(), zones_.end(), [&](const Zone& a, const Zone& b) {
            return demand.zones[a.zone].code < demand.zones[b.zone].code;
        });
        std::vector<std::size_t> position(totals.size(), 0);
        for (std::size_t k = 0; k < zones_.size(); ++k) position[zones_[k].zone] = k;
        std::map<std::pair<std::size_t, std::vector<std::uint32_t>>, Persons> groups;
        for (std::size_t d = 0; d < demand.size(); ++d) {
            if (demand.weights[d] == Persons{} || demand.zone[d] == demand::no_zone) continue;
            const auto row = instance.links_of(d);
            groups[{position[demand.zone[d]], {row.begin(), row.end()}}] += demand.weights[d];
        }
        for (const auto& [key, weight] : groups) rows_.push_back({key.first, key.second, weight});
    }

    Answer run() {
        const Stepwise steps = choose_stepwise(
            instance_, [&](const std::vector<std::uint32_t>& chosen) { return sorted_shares(chosen); });
        best_ = steps.improved;
        const std::vector<double> limits = limit_shares();
        const double most = *std::min_element(limits.begin(), limits.end());
        bool proved = false;
        double bound = most;
        if (instance_.solver != nullptr) proved = solve(bound);
        Answer answer;
        answer.open = instance_.sites_of(best_);
        answer.objective = sorted_shares(best_).front();
        const double hidden = proved && !told_apart() ? same_share : 0.0;
        answer.bound = proved ? answer.objective + hidden : std::max(bound, answer.objective);
        if (hidden > 0.0 && answer.objective > 0.0) answer.tolerance = hidden / answer.objective;
        answer.status = proved ? Status::optimal : Status::feasible;
        answer.greedy_known = true;
        answer.greedy_open = instance_.sites_of(steps.greedy);
        answer.greedy_objective = sorted_shares(steps.greedy).front();
        instance_.tell_uncoverable(answer);
        return answer;
    }

private:
    struct Zone {
        std::size_t zone;
        Persons total;
    };
    struct Row {
        std::size_t zone;  ///< position in `zones_`
        std::vector<std::uint32_t> sites;
        Persons weight;
    };

    [[nodiscard]] std::vector<Persons> served_by(std::span<const std::uint32_t> chosen) const {
        const std::vector<char> open = instance_.opened(chosen);
        std::vector<Persons> served(zones_.size());
        for (const Row& row : rows_) {
            if (std::any_of(row.sites.begin(), row.sites.end(), [&](auto n) { return open[n] != 0; })) {
                served[row.zone] += row.weight;
            }
        }
        return served;
    }
    [[nodiscard]] Worth sorted_shares(std::span<const std::uint32_t> chosen) const {
        const std::vector<Persons> served = served_by(chosen);
        Worth out;
        for (std::size_t k = 0; k < zones_.size(); ++k) out.push_back(share(served[k], zones_[k].total));
        std::sort(out.begin(), out.end());
        return out;
    }
    /// What all sites together would serve.
    [[nodiscard]] std::vector<double> limit_shares() const {
        std::vector<Persons> served(zones_.size());
        for (const Row& row : rows_) {
            if (std::any_of(row.sites.begin(), row.sites.end(),
                            [&](auto n) { return instance_.states[n] != SiteState::closed; })) {
                served[row.zone] += row.weight;
            }
        }
        std::vector<double> out;
        for (std::size_t k = 0; k < zones_.size(); ++k) out.push_back(share(served[k], zones_[k].total));
        return out;
    }
    /// True where two shares that differ do so by more than the solver takes for equal: a/s and b/t differ by
    /// at least 1/(s t).
    [[nodiscard]] bool told_apart() const {
        std::vector<double> totals{1.0};
        for (const Zone& zone : zones_) {
            totals.push_back(static_cast<double>(zone.total.ticks() / instance_.weight_unit));
        }
        std::sort(totals.rbegin(), totals.rend());
        return totals[0] * totals[1] * same_share < 1.0;
    }
    [[nodiscard]] static double sum_of_least(const Worth& shares, std::size_t count) {
        double sum = 0.0;
        for (std::size_t k = 0; k < count; ++k) sum += shares[k];
        return sum;
    }

    /// \param bound of the least share
    /// \return true where every step was proved
    bool solve(double& bound) {
        SitingColumns columns(instance_);
        optimize::IntegerProgram& program = columns.program;
        std::vector<std::vector<optimize::IntegerProgram::Term>> share_terms(zones_.size());
        std::vector<optimize::IntegerProgram::Term> terms;
        for (const Row& row : rows_) {
            if (row.sites.empty()) continue;
            const std::uint32_t served = program.add_column({.cost = 0.0, .upper = 1.0});
            terms.assign(1, {served, -1.0});
            for (const std::uint32_t n : row.sites) terms.push_back({n, 1.0});
            program.add_row(0.0, optimize::IntegerProgram::unbounded, terms);
            share_terms[row.zone].push_back({served, share(row.weight, zones_[row.zone].total)});
        }
        std::vector<optimize::IntegerProgram::Term> last;
        for (std::size_t count = 1; count <= zones_.size(); ++count) {
            // count * level - shortfalls is at most the sum of the `count` least shares.
            const std::uint32_t level = program.add_column({.cost = 0.0, .upper = 1.0});
            std::vector<optimize::IntegerProgram::Term> sum{{level, static_cast<double>(count)}};
            for (std::size_t k = 0; k < zones_.size(); ++k) {
                const std::uint32_t short_of = program.add_column({.cost = 0.0, .upper = 1.0});
                sum.push_back({short_of, -1.0});
                terms = share_terms[k];
                terms.push_back({short_of, 1.0});
                terms.push_back({level, -1.0});
                program.add_row(0.0, optimize::IntegerProgram::unbounded, terms);
            }
            for (const optimize::IntegerProgram::Term& term : last) program.columns()[term.column].cost = 0.0;
            for (const optimize::IntegerProgram::Term& term : sum)
                program.columns()[term.column].cost = -term.factor;
            const double now = sum_of_least(sorted_shares(best_), count);
            const double cutoff = -now - same_share;
            const double gap = optimize::gap_below(cutoff, -now, instance_.limits.gap() * now);
            const optimize::IntegerResult result =
                instance_.solver->solve(program, cutoff, gap, instance_.limits);
            if (!result.values.empty()) {
                std::vector<std::uint32_t> chosen = columns.open_in(result.values);
                if (sorted_shares(chosen) > sorted_shares(best_)) best_ = std::move(chosen);
            }
            if (count == 1) {
                bound = result.proved ? sorted_shares(best_).front()
                                      : std::min(bound, std::max(-result.bound, 0.0) + same_share);
            }
            if (!result.proved) return false;
            program.add_row(sum_of_least(sorted_shares(best_), count) - same_share / 2.0,
                            optimize::IntegerProgram::unbounded, sum);
            last = std::move(sum);
        }
        return true;
    }

    static constexpr double same_share = 1e-6;  // shares closer than this are taken for equal

    const Instance& instance_;
    std::vector<Zone> zones_;
    std::vector<Row> rows_;
    std::vector<std::uint32_t> best_;
};

}  // namespace

Answer solve_equity(const Instance& instance) {
    return Equity{instance}.run();
}

}  // namespace yiquan::siting
