// SPDX-License-Identifier: MIT
#include "core/siting/lagrangian.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <type_traits>

#include "core/base/wide.hpp"

namespace yiquan::siting {
namespace {

/// The sites that the relaxation opens for given reduced costs.
template <class Number>
class Choice {
public:
    explicit Choice(const ServiceProgram& program) : program_(program), order_(program.sites()) {
        std::iota(order_.begin(), order_.end(), 0U);
    }

    /// Sums over sites may be larger than any one of them.
    using Sum = std::conditional_t<std::is_integral_v<Number>, Wide, Number>;

    /// \return the least sum; for a budget a site may be opened in part, and whole sites come out as chosen
    Sum choose(const std::vector<Number>& reduced) {
        chosen_.clear();
        Sum sum{};
        if (program_.count) {
            const auto count = static_cast<std::ptrdiff_t>(*program_.count);
            const auto cheaper = [&](std::uint32_t a, std::uint32_t b) {
                return reduced[a] != reduced[b] ? reduced[a] < reduced[b] : a < b;
            };
            if (static_cast<std::size_t>(count) < order_.size()) {
                std::nth_element(order_.begin(), order_.begin() + count, order_.end(), cheaper);
            }
            for (std::ptrdiff_t k = 0; k < count; ++k) {
                const std::uint32_t s = order_[static_cast<std::size_t>(k)];
                sum += reduced[s];
                chosen_.push_back(s);
            }
        } else if (program_.budget) {
            sum = fill_budget(reduced);
        } else {
            for (std::uint32_t s = 0; s < reduced.size(); ++s) {
                if (reduced[s] >= Number{}) continue;
                sum += reduced[s];
                chosen_.push_back(s);
            }
        }
        return sum;
    }
    [[nodiscard]] const std::vector<std::uint32_t>& chosen() const { return chosen_; }

private:
    /// The knapsack with parts of sites allowed; the part is rounded so that the bound stays one.
    Sum fill_budget(const std::vector<Number>& reduced) {
        const auto ratio = [&](std::uint32_t s) {
            return static_cast<double>(reduced[s]) /
                   static_cast<double>(std::max<std::int64_t>(program_.price[s], 1));
        };
        std::vector<std::pair<double, std::uint32_t>> worth;
        Sum sum{};
        for (std::uint32_t s = 0; s < reduced.size(); ++s) {
            if (reduced[s] >= Number{}) continue;
            if (program_.price[s] == 0) {
                sum += reduced[s];
                chosen_.push_back(s);
            } else {
                worth.emplace_back(ratio(s), s);
            }
        }
        std::sort(worth.begin(), worth.end());
        std::int64_t left = *program_.budget;
        for (const auto& [rate, s] : worth) {
            if (program_.price[s] > left) {
                const double part = static_cast<double>(left) / static_cast<double>(program_.price[s]);
                // One unit and a 1e-12th more than the part is worth outweigh what rounding may hide.
                const double worth_of_part = static_cast<double>(reduced[s]) * std::min(1.0, part + 1e-12);
                return sum + static_cast<Sum>(std::floor(worth_of_part) - 1.0);
            }
            left -= program_.price[s];
            sum += reduced[s];
            chosen_.push_back(s);
        }
        return sum;
    }

    const ServiceProgram& program_;
    std::vector<std::uint32_t> order_;
    std::vector<std::uint32_t> chosen_;
};

std::int64_t site_cost(const ServiceProgram& program, std::size_t s) {
    return program.site_cost.empty() ? 0 : program.site_cost[s];
}

/// The bound of whole-number multipliers, without any rounding.
void evaluate(const ServiceProgram& program, LagrangianBound& out) {
    out.reduced.resize(program.sites());
    for (std::size_t s = 0; s < program.sites(); ++s) out.reduced[s] = site_cost(program, s);
    Wide sum = program.constant;
    for (std::size_t i = 0; i < program.clients(); ++i) {
        const std::int64_t u = out.multiplier[i];
        sum += u;
        for (std::size_t k = program.first[i]; k < program.first[i + 1] && program.link_cost(k) < u; ++k) {
            out.reduced[program.site[k]] -= u - program.link_cost(k);
        }
    }
    Choice<std::int64_t> choice(program);
    sum += choice.choose(out.reduced);
    // Every choice costs more than `lowest`, so that a bound below it may be raised to it.
    out.bound = sum > LagrangianBound::lowest ? static_cast<std::int64_t>(sum) : LagrangianBound::lowest;
}

std::vector<double> first_multipliers(const ServiceProgram& program, const LagrangianOptions& options) {
    std::vector<double> u(program.clients());
    for (std::size_t i = 0; i < u.size(); ++i) {
        if (!options.start.empty()) {
            u[i] = static_cast<double>(std::min(options.start[i], program.fallback[i]));
            continue;
        }
        const std::size_t begin = program.first[i];
        const std::size_t last = program.first[i + 1] - 1;
        const double share = static_cast<double>(program.count.value_or(
                                 static_cast<std::uint32_t>(1 + program.sites() / 10))) /
                             static_cast<double>(std::max<std::size_t>(program.sites(), 1));
        const auto rank = static_cast<std::size_t>(1.0 / std::max(share, 1e-9));
        const std::int64_t near = program.link_cost(std::min(last, begin + rank));
        u[i] = static_cast<double>(near);
        if (program.fallback[i] != ServiceProgram::must && program.cost.empty()) {
            u[i] = 0.5 * static_cast<double>(program.fallback[i]);
        } else if (near == 0 && !program.site_cost.empty()) {
            u[i] = static_cast<double>(program.site_cost[program.site[begin]]) /
                   static_cast<double>(last + 1 - begin);
        }
    }
    return u;
}

/// The relaxed program at given multipliers, in doubles.
class Relaxed {
public:
    explicit Relaxed(const ServiceProgram& program)
        : program_(program),
          by_site_(program),
          cost_(program.cost.begin(), program.cost.end()),
          served_(program.clients()) {
        // Any multiplier gives a bound. Those of clients that no choice can serve would grow for ever, so
        // they end where the sums over all clients and links still fit, but not below twice what the client
        // can pay.
        constexpr std::int64_t most = std::int64_t{1} << 61;
        const std::int64_t each = most / static_cast<std::int64_t>(program.site.size() + 1);
        for (std::size_t i = 0; i < program.clients(); ++i) {
            const std::int64_t dearest = program.link_cost(program.first[i + 1] - 1);
            top_.push_back(static_cast<double>(program.fallback[i] == ServiceProgram::must
                                                   ? std::max(each, 2 * dearest)
                                                   : program.fallback[i]));
        }
    }

    /// The bound but for the choice of sites, whose reduced costs go to `reduced`.
    double sum(const std::vector<double>& u, std::vector<double>& reduced) const {
        double sum = static_cast<double>(program_.constant);
        for (std::size_t s = 0; s < program_.sites(); ++s)
            reduced[s] = static_cast<double>(site_cost(program_, s));
        for (std::size_t i = 0; i < program_.clients(); ++i) {
            sum += u[i];
            for (std::size_t k = program_.first[i]; k < program_.first[i + 1]; ++k) {
                const double rest = u[i] - link_cost(k);
                if (rest <= 0.0) break;
                reduced[program_.site[k]] -= rest;
            }
        }
        return sum;
    }

    /// Turns the direction towards the subgradient of a choice.
    /// \return its squared length
    double turn(const std::vector<double>& u, const std::vector<std::uint32_t>& chosen,
                std::vector<double>& direction) {
        constexpr double memory = 0.6;  // of the last direction, which damps the zigzag
        std::fill(served_.begin(), served_.end(), 0U);
        for (const std::uint32_t s : chosen) {
            for (std::size_t k = by_site_.first[s]; k < by_site_.first[s + 1]; ++k) {
                const std::uint32_t i = by_site_.client[k];
                if (static_cast<double>(by_site_.link_cost(k)) < u[i]) ++served_[i];
            }
        }
        double norm = 0.0;
        for (std::size_t i = 0; i < program_.clients(); ++i) {
            direction[i] = memory * direction[i] + (1.0 - memory) * slack(i, u[i]);
            norm += direction[i] * direction[i];
        }
        return norm;
    }

    [[nodiscard]] double top(std::size_t i) const { return top_[i]; }

private:
    [[nodiscard]] double link_cost(std::size_t k) const { return cost_.empty() ? 0.0 : cost_[k]; }

    /// How much too little a client is served by the open sites.
    [[nodiscard]] double slack(std::size_t i, double price) const {
        const double slack = 1.0 - served_[i];
        // A direction that leaves the box is no direction.
        const bool leaves = (slack < 0.0 && price <= 0.0) || (slack > 0.0 && price >= top(i));
        return leaves ? 0.0 : slack;
    }

    const ServiceProgram& program_;
    SiteLinks by_site_;
    std::vector<double> cost_;
    std::vector<std::uint32_t> served_;  ///< open sites that are worth a client's price
    std::vector<double> top_;            ///< of each multiplier
};

void remember(const std::vector<std::uint32_t>& chosen, std::size_t most, LagrangianBound& out) {
    if (most == 0 || (!out.choices.empty() && out.choices.back() == chosen)) return;
    if (out.choices.size() == most) out.choices.erase(out.choices.begin());
    out.choices.push_back(chosen);
}

}  // namespace

LagrangianBound lagrangian_bound(const ServiceProgram& program, std::int64_t target,
                                 const LagrangianOptions& options, const optimize::SearchLimits& limits) {
    const std::size_t clients = program.clients();
    const std::size_t sites = program.sites();
    Relaxed relaxed(program);
    std::vector<double> u = first_multipliers(program, options);
    for (std::size_t i = 0; i < clients; ++i) u[i] = std::min(u[i], relaxed.top(i));
    std::vector<double> best_u = u;
    std::vector<double> direction(clients, 0.0);
    std::vector<double> reduced(sites);
    Choice<double> choice(program);
    LagrangianBound out;
    double best = std::numeric_limits<double>::lowest() / 4.0;
    double step = options.first_step;
    int idle = 0;
    for (int round = 0; round < options.rounds && step > options.last_step && !limits.over(); ++round) {
        const double bound = relaxed.sum(u, reduced) + choice.choose(reduced);
        if (bound > best + 1e-9 * std::abs(best)) {
            const bool clearly = bound > best + 1e-5 * std::abs(best);
            best = bound;
            best_u = u;
            if (clearly) idle = 0;
            remember(choice.chosen(), options.kept_choices, out);
        } else {
            ++idle;
        }
        if (best > static_cast<double>(target) - 1.0 + 1e-6) break;  // whole numbers: proved
        if (best > static_cast<double>(options.good_bound)) break;
        if (idle >= options.patience) {
            step *= 0.5;
            idle = 0;
        }
        const double norm = relaxed.turn(u, choice.chosen(), direction);
        if (norm <= 1e-12) {
            step *= 0.5;
            u = best_u;
            continue;
        }
        const double aim = static_cast<double>(target) - bound;
        const double length = step * std::max(aim, 1e-6 * std::abs(bound)) / norm;
        for (std::size_t i = 0; i < clients; ++i) {
            u[i] = std::clamp(u[i] + length * direction[i], 0.0, relaxed.top(i));
        }
    }
    out.multiplier.resize(clients);
    for (std::size_t i = 0; i < clients; ++i) {
        out.multiplier[i] = std::min(static_cast<std::int64_t>(std::llround(best_u[i])), program.fallback[i]);
    }
    evaluate(program, out);
    return out;
}

Fixing fix_by_reduced_cost(const ServiceProgram& program, const LagrangianBound& bound, std::int64_t target) {
    Fixing out;
    out.states.assign(program.sites(), SiteState::free);
    out.ceiling.resize(program.clients());
    for (std::size_t i = 0; i < program.clients(); ++i) {
        // Paying c more than the multiplier adds c to the bound.
        out.ceiling[i] = bound.multiplier[i] + std::max<std::int64_t>(target - 1 - bound.bound, 0);
    }
    const std::int64_t room = target - bound.bound;  // a site that adds as much is settled
    const auto settle_site = [&](std::size_t s, SiteState state) {
        out.states[s] = state;
        ++out.fixed;
    };
    if (program.count) {
        const std::size_t count = *program.count;
        if (count == 0 || count >= program.sites()) return out;
        std::vector<std::int64_t> sorted = bound.reduced;
        std::sort(sorted.begin(), sorted.end());
        const std::int64_t last_in = sorted[count - 1];
        const std::int64_t first_out = sorted[count];
        for (std::size_t s = 0; s < program.sites(); ++s) {
            if (bound.reduced[s] - last_in >= room) {
                settle_site(s, SiteState::closed);
            } else if (first_out - bound.reduced[s] >= room) {
                settle_site(s, SiteState::open);
            }
        }
    } else if (!program.budget) {
        for (std::size_t s = 0; s < program.sites(); ++s) {
            if (bound.reduced[s] >= room) settle_site(s, SiteState::closed);
            if (-bound.reduced[s] >= room) settle_site(s, SiteState::open);
        }
    }
    return out;
}

}  // namespace yiquan::siting
