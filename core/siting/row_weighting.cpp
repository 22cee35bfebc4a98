// SPDX-License-Identifier: MIT
#include "core/siting/row_weighting.hpp"

#include <algorithm>
#include <random>

namespace yiquan::siting {
namespace {

constexpr std::uint32_t no_site = std::numeric_limits<std::uint32_t>::max();

/// A choice of sites that need not serve everyone.
class Cover {
public:
    Cover(const ServiceProgram& program, const SiteLinks& by_site)
        : program_(program),
          by_site_(by_site),
          weight_(program.clients(), 1),
          servers_(program.clients(), 0),
          place_of_client_(program.clients(), no_site),
          gain_(program.sites(), 0),
          changed_at_(program.sites(), 0),
          place_of_site_(program.sites(), no_site),
          ready_(program.sites(), 1) {
        for (std::uint32_t i = 0; i < program.clients(); ++i) mark_unserved(i);
        for (std::uint32_t s = 0; s < program.sites(); ++s) {
            gain_[s] = static_cast<std::int64_t>(by_site.first[s + 1] - by_site.first[s]);
        }
    }

    [[nodiscard]] std::int64_t cost() const { return cost_; }
    [[nodiscard]] const std::vector<std::uint32_t>& open() const { return open_; }
    [[nodiscard]] const std::vector<std::uint32_t>& unserved() const { return unserved_; }
    [[nodiscard]] std::int64_t site_cost(std::uint32_t s) const {
        return program_.site_cost.empty() ? 1 : program_.site_cost[s];
    }

    void add(std::uint32_t s, std::uint64_t step) {
        place_of_site_[s] = static_cast<std::uint32_t>(open_.size());
        open_.push_back(s);
        cost_ += site_cost(s);
        changed_at_[s] = step;
        gain_[s] = -gain_[s];
        for (std::size_t k = by_site_.first[s]; k < by_site_.first[s + 1]; ++k) {
            const std::uint32_t i = by_site_.client[k];
            ++servers_[i];
            if (servers_[i] == 1) {
                mark_served(i);
                for_others(i, s, [&](std::uint32_t other) { gain_[other] -= weight_[i]; });
            } else if (servers_[i] == 2) {
                // The one that served it alone may go now.
                for_others(i, s, [&](std::uint32_t other) {
                    if (is_open(other)) gain_[other] += weight_[i];
                });
            }
            for_others(i, s, [&](std::uint32_t other) { ready_[other] = 1; });
        }
    }
    void remove(std::uint32_t s, std::uint64_t step) {
        const std::uint32_t last = open_.back();
        open_[place_of_site_[s]] = last;
        place_of_site_[last] = place_of_site_[s];
        open_.pop_back();
        place_of_site_[s] = no_site;
        cost_ -= site_cost(s);
        changed_at_[s] = step;
        gain_[s] = -gain_[s];
        ready_[s] = 0;
        for (std::size_t k = by_site_.first[s]; k < by_site_.first[s + 1]; ++k) {
            const std::uint32_t i = by_site_.client[k];
            --servers_[i];
            if (servers_[i] == 0) {
                mark_unserved(i);
                for_others(i, s, [&](std::uint32_t other) { gain_[other] += weight_[i]; });
            } else if (servers_[i] == 1) {
                for_others(i, s, [&](std::uint32_t other) {
                    if (is_open(other)) gain_[other] -= weight_[i];
                });
            }
            for_others(i, s, [&](std::uint32_t other) { ready_[other] = 1; });
        }
    }
    /// The open site whose closing costs least for its price, but not `kept`.
    [[nodiscard]] std::uint32_t least_needed(std::uint32_t kept) const {
        std::uint32_t best = no_site;
        for (const std::uint32_t s : open_) {
            if (s != kept && (best == no_site || goes_before(s, best))) best = s;
        }
        return best;
    }
    /// The site that serves most for its price among those that reach a client and may cost at most `room`;
    /// one that closed and nothing near it changed since only where there is no other.
    [[nodiscard]] std::uint32_t most_wanted(std::uint32_t client, std::int64_t room) const {
        std::uint32_t best = no_site;
        for (std::size_t k = program_.first[client]; k < program_.first[client + 1]; ++k) {
            const std::uint32_t s = program_.site[k];
            if (site_cost(s) > room) continue;
            if (best == no_site || ready_[s] > ready_[best] ||
                (ready_[s] == ready_[best] && goes_before(s, best))) {
                best = s;
            }
        }
        return best;
    }
    void raise_weights() {
        for (const std::uint32_t i : unserved_) {
            ++weight_[i];
            for (std::size_t k = program_.first[i]; k < program_.first[i + 1]; ++k) {
                ++gain_[program_.site[k]];
            }
        }
    }

private:
    [[nodiscard]] bool is_open(std::uint32_t s) const { return place_of_site_[s] != no_site; }

    template <class Act>
    void for_others(std::uint32_t client, std::uint32_t self, Act act) const {
        for (std::size_t k = program_.first[client]; k < program_.first[client + 1]; ++k) {
            if (program_.site[k] != self) act(program_.site[k]);
        }
    }
    void mark_unserved(std::uint32_t i) {
        place_of_client_[i] = static_cast<std::uint32_t>(unserved_.size());
        unserved_.push_back(i);
    }
    void mark_served(std::uint32_t i) {
        const std::uint32_t last = unserved_.back();
        unserved_[place_of_client_[i]] = last;
        place_of_client_[last] = place_of_client_[i];
        unserved_.pop_back();
        place_of_client_[i] = no_site;
    }
    /// Larger gain for the price; the one that has long been as it is; the lower number.
    [[nodiscard]] bool goes_before(std::uint32_t a, std::uint32_t b) const {
        const double left = static_cast<double>(gain_[a]) * static_cast<double>(site_cost(b));
        const double right = static_cast<double>(gain_[b]) * static_cast<double>(site_cost(a));
        if (left != right) return left > right;
        if (changed_at_[a] != changed_at_[b]) return changed_at_[a] < changed_at_[b];
        return a < b;
    }

    const ServiceProgram& program_;
    const SiteLinks& by_site_;
    std::vector<std::int64_t> weight_;
    std::vector<std::uint32_t> servers_;
    std::vector<std::uint32_t> place_of_client_;  ///< in `unserved_`
    std::vector<std::uint32_t> unserved_;
    std::vector<std::int64_t> gain_;  ///< what changing a site's state does to the weight served
    std::vector<std::uint64_t> changed_at_;
    std::vector<std::uint32_t> place_of_site_;  ///< in `open_`
    std::vector<char> ready_;                   ///< something near it changed since it closed
    std::vector<std::uint32_t> open_;
    std::int64_t cost_ = 0;
};

}  // namespace

bool is_covering(const ServiceProgram& program) {
    return !program.count && !program.budget && program.cost.empty() &&
           std::ranges::all_of(program.fallback, [](std::int64_t f) { return f == ServiceProgram::must; });
}

Selection row_weighting(const ServiceProgram& program, const SiteLinks& by_site,
                        std::span<const std::uint32_t> open, std::int64_t enough,
                        const optimize::SearchLimits& limits) {
    constexpr std::uint64_t seed = 20150828;
    constexpr std::uint64_t patience = 20'000;   // steps
    constexpr std::uint64_t look_at_clock = 64;  // steps
    std::mt19937_64 dice(seed);
    Cover cover(program, by_site);
    for (const std::uint32_t s : open) cover.add(s, 0);
    Selection best;
    std::uint64_t found_at = 0;
    std::uint32_t last_in = no_site;
    for (std::uint64_t step = 1; step - found_at <= patience; ++step) {
        if (step % look_at_clock == 0 && limits.over()) break;
        while (cover.unserved().empty()) {
            best.open.assign(cover.open().begin(), cover.open().end());
            best.cost = cover.cost();
            found_at = step;
            if (program.constant + best.cost <= enough || cover.open().empty()) break;
            cover.remove(cover.least_needed(no_site), step);
        }
        if (program.constant + best.cost <= enough) break;
        const std::uint32_t out = cover.least_needed(last_in);
        if (out == no_site) break;
        cover.remove(out, step);
        while (!cover.unserved().empty()) {
            const std::uint32_t client = cover.unserved()[dice() % cover.unserved().size()];
            const std::uint32_t in = cover.most_wanted(client, best.cost - cover.cost() - 1);
            if (in == no_site) break;
            cover.add(in, step);
            last_in = in;
            cover.raise_weights();
        }
    }
    std::sort(best.open.begin(), best.open.end());
    best.cost = service_cost(program, best.open);
    return best;
}

}  // namespace yiquan::siting
