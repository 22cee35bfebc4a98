// SPDX-License-Identifier: MIT
#include "core/siting/service_program.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace yiquan::siting {
namespace {

std::uint64_t mixed(std::uint64_t h, std::uint64_t value) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
    return (std::rotl(h, 29) ^ value) * odd;
}

/// Merges clients whose sites stand in the same order, and sorts them by their links.
class Merger {
public:
    explicit Merger(ServiceProgram& program) : program_(program) {}

    /// \return per client its new number
    std::vector<std::uint32_t> merge() {
        const std::size_t clients = program_.clients();
        std::vector<std::uint64_t> key(clients);
        for (std::size_t i = 0; i < clients; ++i) {
            std::uint64_t h = mixed(program_.fallback[i] == ServiceProgram::must ? 1 : 0, length(i));
            for (const std::uint32_t s : sites_of(i)) h = mixed(h, s + 1);
            key[i] = h;
        }
        std::vector<std::uint32_t> order(clients);
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return key[a] != key[b] ? key[a] < key[b] : comes_before(a, b);
        });
        ServiceProgram out;
        std::vector<std::uint32_t> number(clients);
        std::size_t group = 0;  // first of the clients that are one
        for (std::size_t k = 0; k < clients; ++k) {
            const std::uint32_t i = order[k];
            if (k > 0 && alike(order[group], i)) {
                add(out, i);
            } else {
                group = k;
                append(out, i);
            }
            number[i] = static_cast<std::uint32_t>(out.fallback.size() - 1);
        }
        program_.first = std::move(out.first);
        program_.site = std::move(out.site);
        program_.cost = std::move(out.cost);
        program_.fallback = std::move(out.fallback);
        return number;
    }

private:
    [[nodiscard]] std::size_t length(std::size_t i) const {
        return program_.first[i + 1] - program_.first[i];
    }
    [[nodiscard]] std::span<const std::uint32_t> sites_of(std::size_t i) const {
        return std::span{program_.site}.subspan(program_.first[i], length(i));
    }
    [[nodiscard]] bool alike(std::size_t a, std::size_t b) const {
        return (program_.fallback[a] == ServiceProgram::must) ==
                   (program_.fallback[b] == ServiceProgram::must) &&
               std::ranges::equal(sites_of(a), sites_of(b));
    }
    /// Any order will do that the links alone decide; clients that compare equal are summed up.
    [[nodiscard]] bool comes_before(std::size_t a, std::size_t b) const {
        const bool must_a = program_.fallback[a] == ServiceProgram::must;
        const bool must_b = program_.fallback[b] == ServiceProgram::must;
        if (must_a != must_b) return must_a;
        return std::ranges::lexicographical_compare(sites_of(a), sites_of(b));
    }
    void append(ServiceProgram& out, std::size_t i) const {
        out.site.insert(out.site.end(), sites_of(i).begin(), sites_of(i).end());
        if (!program_.cost.empty()) {
            const auto begin = program_.cost.begin();
            out.cost.insert(out.cost.end(), begin + static_cast<std::ptrdiff_t>(program_.first[i]),
                            begin + static_cast<std::ptrdiff_t>(program_.first[i + 1]));
        }
        out.fallback.push_back(program_.fallback[i]);
        out.first.push_back(out.site.size());
    }
    void add(ServiceProgram& out, std::size_t i) const {
        const std::size_t last = out.fallback.size() - 1;
        if (!program_.cost.empty()) {
            for (std::size_t k = 0; k < length(i); ++k) {
                out.cost[out.first[last] + k] += program_.cost[program_.first[i] + k];
            }
        }
        if (out.fallback[last] != ServiceProgram::must) out.fallback[last] += program_.fallback[i];
    }

    ServiceProgram& program_;
};

/// Takes over the free sites and settles the open ones.
/// \return their new numbers; `Settled::gone` for the others
std::vector<std::uint32_t> number_sites(const ServiceProgram& program, std::span<const SiteState> states,
                                        ServiceProgram& out) {
    std::vector<std::uint32_t> number(program.sites(), Settled::gone);
    for (std::uint32_t s = 0; s < program.sites(); ++s) {
        if (states[s] == SiteState::free) {
            number[s] = static_cast<std::uint32_t>(out.label.size());
            out.label.push_back(program.label[s]);
            if (!program.site_cost.empty()) out.site_cost.push_back(program.site_cost[s]);
            if (!program.price.empty()) out.price.push_back(program.price[s]);
        } else if (states[s] == SiteState::open) {
            if (!program.site_cost.empty()) out.constant += program.site_cost[s];
            if (out.budget) *out.budget -= program.price[s];
            if (out.count && *out.count == 0) out.infeasible = true;
            if (out.count && *out.count > 0) --*out.count;
        }
    }
    return number;
}

/// Takes over a client's links to free sites that can still serve it.
/// \return what it costs without them
std::int64_t keep_links(const ServiceProgram& program, std::size_t i, std::span<const SiteState> states,
                        std::span<const std::uint32_t> number, std::int64_t top, ServiceProgram& out) {
    std::int64_t fallback = program.fallback[i];
    const std::size_t begin = out.site.size();
    for (std::size_t k = program.first[i]; k < program.first[i + 1]; ++k) {
        const std::int64_t cost = program.link_cost(k);
        const std::uint32_t s = program.site[k];
        if (cost > top || cost >= fallback) break;
        if (states[s] == SiteState::open) fallback = cost;
        if (number[s] == Settled::gone) continue;
        out.site.push_back(number[s]);
        if (!program.cost.empty()) out.cost.push_back(cost);
    }
    if (fallback > top) fallback = ServiceProgram::must;
    // An open site makes those of the same cost useless, though they came before it.
    while (out.site.size() > begin && (program.cost.empty() ? 0 : out.cost.back()) >= fallback) {
        out.site.pop_back();
        if (!program.cost.empty()) out.cost.pop_back();
    }
    return fallback;
}

}  // namespace

Settled settle(const ServiceProgram& program, std::span<const SiteState> states,
               std::span<const std::int64_t> ceiling) {
    Settled result;
    ServiceProgram& out = result.program;
    result.client.assign(program.clients(), Settled::gone);
    out.constant = program.constant;
    out.infeasible = program.infeasible;
    out.count = program.count;
    out.budget = program.budget;
    const std::vector<std::uint32_t> number = number_sites(program, states, out);
    if ((out.count && *out.count > out.sites()) || (out.budget && *out.budget < 0)) out.infeasible = true;
    for (std::size_t i = 0; i < program.clients(); ++i) {
        const std::int64_t top = ceiling.empty() ? ServiceProgram::must - 1 : ceiling[i];
        const std::size_t begin = out.site.size();
        const std::int64_t fallback = keep_links(program, i, states, number, top, out);
        if (out.site.size() == begin) {
            if (fallback == ServiceProgram::must) {
                out.infeasible = true;
            } else {
                out.constant += fallback;
            }
            continue;
        }
        result.client[i] = static_cast<std::uint32_t>(out.clients());
        out.first.push_back(out.site.size());
        out.fallback.push_back(fallback);
    }
    const std::vector<std::uint32_t> merged = Merger{out}.merge();
    for (std::uint32_t& client : result.client) {
        if (client != Settled::gone) client = merged[client];
    }
    return result;
}

std::int64_t service_cost(const ServiceProgram& program, std::span<const std::uint32_t> open) {
    std::vector<char> is_open(program.sites(), 0);
    std::int64_t total = program.constant;
    for (const std::uint32_t s : open) {
        is_open[s] = 1;
        if (!program.site_cost.empty()) total += program.site_cost[s];
    }
    for (std::size_t i = 0; i < program.clients(); ++i) {
        std::int64_t least = program.fallback[i];
        for (std::size_t k = program.first[i]; k < program.first[i + 1]; ++k) {
            if (is_open[program.site[k]] == 0) continue;
            least = program.link_cost(k);
            break;
        }
        if (least == ServiceProgram::must) return ServiceProgram::must;
        total += least;
    }
    return total;
}

SiteLinks::SiteLinks(const ServiceProgram& program) : first(program.sites() + 1, 0) {
    for (const std::uint32_t s : program.site) ++first[s + 1];
    for (std::size_t s = 0; s < program.sites(); ++s) first[s + 1] += first[s];
    client.resize(program.site.size());
    if (!program.cost.empty()) cost.resize(program.cost.size());
    std::vector<std::size_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t i = 0; i < program.clients(); ++i) {
        for (std::size_t k = program.first[i]; k < program.first[i + 1]; ++k) {
            const std::size_t slot = next[program.site[k]]++;
            client[slot] = i;
            if (!program.cost.empty()) cost[slot] = program.cost[k];
        }
    }
}

}  // namespace yiquan::siting
