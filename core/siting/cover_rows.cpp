// SPDX-License-Identifier: MIT
#include "core/siting/cover_rows.hpp"

#include <algorithm>

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
    const auto enough = [&](std::span<const std::uint32_t> chosen) {
        return weight_covered(rows, instance.opened(chosen), 1) >= wanted;
    };
    std::vector<std::uint32_t> chosen;
    const SiteLinks by_site(rows);
    std::vector<char> open = instance.opened({});
    std::vector<char> done(rows.clients(), 0);
    const auto serve = [&](std::uint32_t s) {
        for (std::size_t k = by_site.first[s]; k < by_site.first[s + 1]; ++k) done[by_site.client[k]] = 1;
    };
    for (std::uint32_t s = 0; s < rows.sites(); ++s) {
        if (open[rows.label[s]] != 0) serve(s);
    }
    while (!enough(chosen)) {
        double best_rate = -1.0;
        std::uint32_t best = 0;
        for (std::uint32_t s = 0; s < rows.sites(); ++s) {
            const std::uint32_t n = rows.label[s];
            if (open[n] != 0) continue;
            std::int64_t gain = 0;
            for (std::size_t k = by_site.first[s]; k < by_site.first[s + 1]; ++k) {
                if (done[by_site.client[k]] == 0) gain += rows.fallback[by_site.client[k]];
            }
            const double rate =
                static_cast<double>(gain) / static_cast<double>(std::max<std::int64_t>(instance.price[n], 1));
            if (rate <= best_rate) continue;
            best_rate = rate;
            best = s;
        }
        open[rows.label[best]] = 1;
        serve(best);
        chosen.push_back(rows.label[best]);
    }
    for (std::size_t k = chosen.size(); k-- > 0;) {
        std::vector<std::uint32_t> fewer = chosen;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(k));
        if (enough(fewer)) chosen = std::move(fewer);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

}  // namespace yiquan::siting
