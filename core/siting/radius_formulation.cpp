// SPDX-License-Identifier: MIT
#include "core/siting/radius_formulation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace yiquan::siting {
namespace {

/// Sets of sites with what it costs that none of them is open; `must` where one has to be.
class Rings {
public:
    void add(std::span<const std::uint32_t> sites, std::int64_t cost) {
        members_.insert(members_.end(), sites.begin(), sites.end());
        std::sort(members_.end() - static_cast<std::ptrdiff_t>(sites.size()), members_.end());
        first_.push_back(members_.size());
        cost_.push_back(cost);
    }
    [[nodiscard]] std::size_t size() const { return cost_.size(); }
    [[nodiscard]] std::size_t terms() const { return members_.size(); }
    [[nodiscard]] std::span<const std::uint32_t> members(std::size_t r) const {
        return std::span{members_}.subspan(first_[r], first_[r + 1] - first_[r]);
    }
    [[nodiscard]] std::int64_t cost(std::size_t r) const { return cost_[r]; }

    /// Sums up the costs of equal rings.
    void merge() {
        std::vector<std::uint32_t> order(size());
        std::iota(order.begin(), order.end(), 0U);
        const auto compare = [&](std::uint32_t a, std::uint32_t b) {
            return std::ranges::lexicographical_compare(members(a), members(b));
        };
        std::sort(order.begin(), order.end(), compare);
        Rings out;
        for (std::size_t k = 0; k < order.size(); ++k) {
            const std::uint32_t r = order[k];
            if (k == 0 || !std::ranges::equal(members(order[k - 1]), members(r))) {
                out.add(members(r), cost_[r]);
                continue;
            }
            std::int64_t& sum = out.cost_.back();
            const bool must = sum == ServiceProgram::must || cost_[r] == ServiceProgram::must;
            sum = must ? ServiceProgram::must : sum + cost_[r];
        }
        *this = std::move(out);
    }

private:
    std::vector<std::size_t> first_{0};
    std::vector<std::uint32_t> members_;
    std::vector<std::int64_t> cost_;
};

}  // namespace

std::optional<RadiusFormulation> radius_formulation(const ServiceProgram& program, std::size_t most_terms) {
    RadiusFormulation out;
    out.base = program.constant;
    Rings rings;
    for (std::size_t i = 0; i < program.clients(); ++i) {
        const std::size_t begin = program.first[i];
        const std::size_t end = program.first[i + 1];
        out.base += program.link_cost(begin);
        for (std::size_t k = begin; k < end; ++k) {
            const bool last = k + 1 == end;
            const std::int64_t next = last ? program.fallback[i] : program.link_cost(k + 1);
            if (next == program.link_cost(k)) continue;
            rings.add(std::span{program.site}.subspan(begin, k + 1 - begin),
                      next == ServiceProgram::must ? next : next - program.link_cost(k));
        }
        if (rings.terms() > 4 * most_terms) return std::nullopt;
    }
    rings.merge();
    if (rings.terms() > most_terms) return std::nullopt;

    std::vector<std::int64_t> site_cost(program.sites(), 0);
    if (!program.site_cost.empty()) site_cost = program.site_cost;
    std::int64_t largest = 1;
    for (std::size_t r = 0; r < rings.size(); ++r) {
        if (rings.cost(r) == ServiceProgram::must) continue;
        if (rings.members(r).size() == 1) {  // 1 - y itself
            out.base += rings.cost(r);
            site_cost[rings.members(r)[0]] -= rings.cost(r);
        } else {
            largest = std::max(largest, rings.cost(r));
        }
    }
    for (const std::int64_t c : site_cost) largest = std::max(largest, std::abs(c));
    constexpr double largest_factor = 1e4;
    out.unit = std::max(1.0, static_cast<double>(largest) / largest_factor);
    for (const std::int64_t c : site_cost) {
        out.program.add_column({static_cast<double>(c) / out.unit, 1.0, true});
    }
    std::vector<optimize::IntegerProgram::Term> terms;
    for (std::size_t r = 0; r < rings.size(); ++r) {
        const bool must = rings.cost(r) == ServiceProgram::must;
        if (!must && rings.members(r).size() == 1) continue;
        terms.clear();
        for (const std::uint32_t s : rings.members(r)) terms.push_back({s, 1.0});
        if (!must) {
            const double cost = static_cast<double>(rings.cost(r)) / out.unit;
            terms.push_back({out.program.add_column({cost, 1.0, false}), 1.0});
        }
        out.program.add_row(1.0, optimize::IntegerProgram::unbounded, terms);
    }
    terms.clear();
    if (program.count) {
        for (std::uint32_t s = 0; s < program.sites(); ++s) terms.push_back({s, 1.0});
        out.program.add_row(*program.count, *program.count, terms);
    }
    if (program.budget) {
        std::int64_t dearest = 1;
        for (const std::int64_t price : program.price) dearest = std::max(dearest, price);
        const double scale = static_cast<double>(dearest) / 1e3;
        for (std::uint32_t s = 0; s < program.sites(); ++s) {
            if (program.price[s] != 0) terms.push_back({s, static_cast<double>(program.price[s]) / scale});
        }
        out.program.add_row(-optimize::IntegerProgram::unbounded,
                            static_cast<double>(*program.budget) / scale, terms);
    }
    return out;
}

}  // namespace yiquan::siting
