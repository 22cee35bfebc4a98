// SPDX-License-Identifier: MIT
#include "core/siting/siting_columns.hpp"

#include <algorithm>

namespace yiquan::siting {

SitingColumns::SitingColumns(const Instance& instance) : instance_(instance) {
    const auto sites = static_cast<std::uint32_t>(instance.states.size());
    std::vector<optimize::IntegerProgram::Term> terms;
    for (std::uint32_t n = 0; n < sites; ++n) {
        const bool closed = instance.states[n] == SiteState::closed;
        program.add_column({.cost = 0.0, .upper = closed ? 0.0 : 1.0, .integer = true});
    }
    for (std::uint32_t n = 0; n < sites; ++n) {
        if (instance.states[n] != SiteState::open) continue;
        terms.assign(1, {n, 1.0});
        program.add_row(1.0, 1.0, terms);
    }
    terms.clear();
    if (instance.request.count) {
        for (std::uint32_t n = 0; n < sites; ++n) terms.push_back({n, 1.0});
        const double count = *instance.request.count + instance.staying;
        program.add_row(count, count, terms);
    }
    if (instance.request.budget) {
        const std::int64_t dearest =
            std::max<std::int64_t>(1, *std::max_element(instance.price.begin(), instance.price.end()));
        const double scale = static_cast<double>(dearest) / 1e3;
        for (std::uint32_t n = 0; n < sites; ++n) {
            if (instance.price[n] != 0) terms.push_back({n, static_cast<double>(instance.price[n]) / scale});
        }
        program.add_row(-optimize::IntegerProgram::unbounded,
                        static_cast<double>(instance.request.budget->ticks()) / scale, terms);
    }
}

std::vector<std::uint32_t> SitingColumns::open_in(const std::vector<double>& values) const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t n = 0; n < instance_.states.size(); ++n) {
        if (values[n] > 0.5) out.push_back(n);
    }
    return out;
}

}  // namespace yiquan::siting
