// SPDX-License-Identifier: MIT
#include "core/siting/cover_rows.hpp"

#include <algorithm>
#include <queue>

namespace yiquan::siting {

ServiceProgram cover_rows(const Instance& instance) {
    ServiceProgram program = instance.empty_program();
    program.count.reset();
    program.budget.reset();
    program.price.clear();
    for (std::size_t d = 0; d < instance.links.rows(); ++d) {
        if (instance.weight(d) == 0) continue;
        const auto row = instance.links_of(d);
        program.site.insert(program.site.end(), row.begin(), row.end());
        program.first.push_back(program.site.size());
        program.fallback.push_back(instance.weight(d));
    }
    std::vector<SiteState> states = instance.states;
    for (SiteState& state : states) {
        if (state == SiteState::open) state = SiteState::free;
    }
    return settle(program, states).program;
}

std::int64_t weight_covered(const ServiceProgram& rows, const std::vector<char>& open, std::size_t times) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < rows.clients(); ++i) {
        std::size_t count = 0;
        for (std::size_t k = rows.first[i]; k < rows.first[i + 1] && count < times; ++k) {
            if (open[rows.label[rows.site[k]]] != 0) ++count;
        }
        if (count >= times) sum += rows.fallback[i];
    }
    return sum;
}

std::vector<std::uint32_t> greedy_cover(const Instance& instance, const ServiceProgram& rows,
                                        std::int64_t wanted) {
    const SiteLinks by_site(rows);
    const std::vector<char> open = instance.opened({});
    std::vector<std::uint32_t> covering(rows.clients(), 0);  // open sites of each row
    std::int64_t covered = 0;
    const auto each_row = [&](std::uint32_t s, auto visit) {
        for (std::size_t k = by_site.first[s]; k < by_site.first[s + 1]; ++k) visit(by_site.client[k]);
    };
    const auto serve = [&](std::uint32_t s) {
        each_row(s, [&](std::uint32_t row) {
            if (covering[row]++ == 0) covered += rows.fallback[row];
        });
    };
    struct Offer {
        double rate;  ///< weight that it adds for its price
        std::uint32_t site;
        bool operator<(const Offer& other) const {
            return rate != other.rate ? rate < other.rate : site > other.site;
        }
    };
    const auto offer_of = [&](std::uint32_t s) {
        std::int64_t gain = 0;
        each_row(s, [&](std::uint32_t row) { gain += covering[row] == 0 ? rows.fallback[row] : 0; });
        const auto price = static_cast<double>(std::max<std::int64_t>(instance.price[rows.label[s]], 1));
        return Offer{static_cast<double>(gain) / price, s};
    };
    for (std::uint32_t s = 0; s < rows.sites(); ++s) {
        if (open[rows.label[s]] != 0) serve(s);
    }
    std::priority_queue<Offer> offers;
    for (std::uint32_t s = 0; s < rows.sites(); ++s) {
        if (open[rows.label[s]] == 0) offers.push(offer_of(s));
    }
    std::vector<std::uint32_t> opened;
    while (covered < wanted && !offers.empty()) {
        // Gains only fall while sites open, so an offer that is still as good is the best (Minoux 1978).
        const Offer best = offers.top();
        offers.pop();
        const Offer now = offer_of(best.site);
        if (now.rate < best.rate) {
            offers.push(now);
            continue;
        }
        serve(best.site);
        opened.push_back(best.site);
    }
    std::vector<std::uint32_t> chosen;
    for (auto s = opened.rbegin(); s != opened.rend(); ++s) {
        std::int64_t lost = 0;
        each_row(*s, [&](std::uint32_t row) { lost += covering[row] == 1 ? rows.fallback[row] : 0; });
        if (covered - lost < wanted) {
            chosen.push_back(rows.label[*s]);
            continue;
        }
        each_row(*s, [&](std::uint32_t row) { --covering[row]; });
        covered -= lost;
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

}  // namespace yiquan::siting
