// SPDX-License-Identifier: MIT
#include "core/siting/interchange.hpp"

#include <algorithm>
#include <queue>

namespace yiquan::siting {
namespace {

constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

/// Who serves each client, and who would if that site closed.
class Service {
public:
    Service(const ServiceProgram& program, const SiteLinks& by_site)
        : program_(program), by_site_(by_site), open_(program.sites(), 0), clients_(program.clients()) {
        share_ =
            (std::int64_t{1} << 61) / static_cast<std::int64_t>(std::max<std::size_t>(clients_.size(), 1));
        for (std::size_t i = 0; i < clients_.size(); ++i) clients_[i] = {none(i), none(i), nobody};
    }

    [[nodiscard]] bool is_open(std::uint32_t s) const { return open_[s] != 0; }
    [[nodiscard]] std::int64_t site_cost(std::uint32_t s) const {
        return program_.site_cost.empty() ? 0 : program_.site_cost[s];
    }
    [[nodiscard]] std::int64_t price(std::uint32_t s) const {
        return program_.price.empty() ? 0 : program_.price[s];
    }
    [[nodiscard]] std::int64_t spent() const { return spent_; }
    [[nodiscard]] std::uint32_t count() const { return count_; }

    /// What opening a site would save.
    [[nodiscard]] std::int64_t gain(std::uint32_t s) const {
        std::int64_t gain = -site_cost(s);
        for (std::size_t k = by_site_.first[s]; k < by_site_.first[s + 1]; ++k) {
            gain += std::max<std::int64_t>(0, clients_[by_site_.client[k]].first - by_site_.link_cost(k));
        }
        return gain;
    }
    void open(std::uint32_t s) {
        open_[s] = 1;
        spent_ += price(s);
        ++count_;
        for (std::size_t k = by_site_.first[s]; k < by_site_.first[s + 1]; ++k) {
            Client& c = clients_[by_site_.client[k]];
            const std::int64_t cost = by_site_.link_cost(k);
            if (cost < c.first) {
                c = {cost, c.first, s};
            } else if (cost < c.second) {
                c.second = cost;
            }
        }
    }
    void close(std::uint32_t s) {
        open_[s] = 0;
        spent_ -= price(s);
        --count_;
        for (std::size_t k = by_site_.first[s]; k < by_site_.first[s + 1]; ++k) {
            const std::uint32_t i = by_site_.client[k];
            if (clients_[i].server == s || by_site_.link_cost(k) <= clients_[i].second) look_up(i);
        }
    }

    struct Exchange {
        std::int64_t saving = 0;
        std::uint32_t in = nobody;   ///< nobody: close `out` without opening
        std::uint32_t out = nobody;  ///< nobody: open `in` without closing
    };
    [[nodiscard]] Exchange best_exchange(const optimize::SearchLimits& limits) const {
        std::vector<std::int64_t> loss(program_.sites(), 0);  // of closing an open site alone
        for (const Client& c : clients_) {
            if (c.server != nobody) loss[c.server] += c.second - c.first;
        }
        std::vector<std::uint32_t> servers;
        for (std::uint32_t s = 0; s < program_.sites(); ++s) {
            if (is_open(s)) servers.push_back(s);
        }
        Exchange best;
        for (const std::uint32_t out : servers) {
            const std::int64_t saving = site_cost(out) - loss[out];
            if (!program_.count && saving > best.saving) best = {saving, nobody, out};
        }
        std::vector<std::int64_t> spared(program_.sites(), 0);  // of that loss, thanks to the newcomer
        for (std::uint32_t in = 0; in < program_.sites() && !limits.over(); ++in) {
            if (is_open(in)) continue;
            std::int64_t gain = -site_cost(in);
            for (std::size_t k = by_site_.first[in]; k < by_site_.first[in + 1]; ++k) {
                const Client& c = clients_[by_site_.client[k]];
                const std::int64_t cost = by_site_.link_cost(k);
                if (cost < c.first) {
                    gain += c.first - cost;
                    if (c.server != nobody) spared[c.server] += c.second - c.first;
                } else if (cost < c.second && c.server != nobody) {
                    spared[c.server] += c.second - cost;
                }
            }
            if (!program_.count && affordable(price(in)) && gain > best.saving) best = {gain, in, nobody};
            for (const std::uint32_t out : servers) {
                const std::int64_t saving = gain - loss[out] + spared[out] + site_cost(out);
                spared[out] = 0;
                if (saving > best.saving && affordable(price(in) - price(out))) best = {saving, in, out};
            }
        }
        return best;
    }
    [[nodiscard]] bool affordable(std::int64_t more) const {
        return !program_.budget || spent_ + more <= *program_.budget;
    }
    [[nodiscard]] Selection selection() const {
        Selection out;
        for (std::uint32_t s = 0; s < program_.sites(); ++s) {
            if (is_open(s)) out.open.push_back(s);
        }
        out.cost = service_cost(program_, out.open);
        return out;
    }

private:
    struct Client {
        std::int64_t first;    ///< what it pays
        std::int64_t second;   ///< what it would pay without its server
        std::uint32_t server;  ///< nobody: pays its fallback
    };

    /// What a client pays that no site serves. That must be more than anything, and the sum over all clients
    /// must fit.
    [[nodiscard]] std::int64_t none(std::size_t i) const {
        if (program_.fallback[i] != ServiceProgram::must) return program_.fallback[i];
        const bool linked = program_.first[i + 1] > program_.first[i];
        return linked ? std::max(share_, program_.link_cost(program_.first[i + 1] - 1) + 1) : share_;
    }
    void look_up(std::uint32_t i) {
        Client c{none(i), none(i), nobody};
        for (std::size_t k = program_.first[i]; k < program_.first[i + 1]; ++k) {
            if (!is_open(program_.site[k])) continue;
            if (c.server != nobody) {
                c.second = program_.link_cost(k);
                break;
            }
            c.first = program_.link_cost(k);
            c.server = program_.site[k];
        }
        clients_[i] = c;
    }

    const ServiceProgram& program_;
    const SiteLinks& by_site_;
    std::vector<char> open_;
    std::vector<Client> clients_;
    std::int64_t share_ = 0;  ///< of one client in the largest sum
    std::int64_t spent_ = 0;
    std::uint32_t count_ = 0;
};

/// Gains only fall while sites open, so an old gain that is still the largest after a new look is the
/// largest.
void open_greedily(Service& service, const ServiceProgram& program, bool per_price,
                   const optimize::SearchLimits& limits) {
    struct Offer {
        std::int64_t gain;
        double rate;  ///< gain for the price; 0 where that does not matter
        std::uint32_t site;
        std::uint32_t seen_at;  ///< number of open sites when it was worked out
        bool operator<(const Offer& other) const {
            if (rate != other.rate) return rate < other.rate;
            return gain != other.gain ? gain < other.gain : site > other.site;
        }
    };
    const auto offer_of = [&](std::uint32_t s) {
        const std::int64_t gain = service.gain(s);
        const auto price = static_cast<double>(std::max<std::int64_t>(service.price(s), 1));
        return Offer{gain, per_price ? static_cast<double>(gain) / price : 0.0, s, service.count()};
    };
    std::priority_queue<Offer> offers;
    for (std::uint32_t s = 0; s < program.sites(); ++s) {
        if (!service.is_open(s)) offers.push(offer_of(s));
    }
    while (!offers.empty()) {
        if (program.count && service.count() == *program.count) break;
        const Offer offer = offers.top();
        offers.pop();
        if (!service.affordable(service.price(offer.site))) continue;
        if (offer.seen_at != service.count() && !limits.over()) {
            offers.push(offer_of(offer.site));
            continue;
        }
        if (!program.count && offer.gain <= 0) continue;
        service.open(offer.site);
    }
}

}  // namespace

Selection greedy_selection(const ServiceProgram& program, const SiteLinks& by_site,
                           const optimize::SearchLimits& limits) {
    Service service(program, by_site);
    open_greedily(service, program, false, limits);
    Selection best = service.selection();
    if (program.budget) {
        Service other(program, by_site);
        open_greedily(other, program, true, limits);
        Selection by_price = other.selection();
        if (by_price.cost < best.cost) best = std::move(by_price);
    }
    return best;
}

Selection interchange(const ServiceProgram& program, const SiteLinks& by_site,
                      std::span<const std::uint32_t> open, const optimize::SearchLimits& limits) {
    Service service(program, by_site);
    for (const std::uint32_t s : open) service.open(s);
    if (program.count && service.count() < *program.count) open_greedily(service, program, false, limits);
    while (!limits.over()) {
        const Service::Exchange exchange = service.best_exchange(limits);
        if (exchange.saving == 0) break;
        if (exchange.out != nobody) service.close(exchange.out);
        if (exchange.in != nobody) service.open(exchange.in);
    }
    return service.selection();
}

}  // namespace yiquan::siting
