// SPDX-License-Identifier: MIT
#include "core/siting/cover_rows.hpp"

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

}  // namespace yiquan::siting
