// SPDX-License-Identifier: MIT
#include "core/siting/cost_scale.hpp"

#include <algorithm>
#include <numeric>

namespace yiquan::siting {

CostScale rescale(ServiceProgram& program) {
    CostScale out;
    std::int64_t divisor = 0;
    const auto each_cost = [&](auto change) {
        for (std::int64_t& cost : program.cost) change(cost);
        for (std::int64_t& cost : program.site_cost) change(cost);
        for (std::int64_t& cost : program.fallback) {
            if (cost != ServiceProgram::must) change(cost);
        }
    };
    each_cost([&](std::int64_t& cost) {
        divisor = std::gcd(divisor, cost);
        if (cost < 0) out.negative = true;
    });
    out.unit = std::max<std::int64_t>(divisor, 1);
    out.base = program.constant;
    program.constant = 0;
    each_cost([&](std::int64_t& cost) { cost /= out.unit; });
    std::int64_t largest = 1;
    for (std::size_t i = 0; i < program.clients(); ++i) {
        largest += program.fallback[i] == ServiceProgram::must ? program.link_cost(program.first[i + 1] - 1)
                                                               : program.fallback[i];
    }
    for (const std::int64_t cost : program.site_cost) largest += cost;
    constexpr std::int64_t enough = 1'000'000'000'000;
    constexpr std::int64_t most = 1024;
    while (out.grain < most && largest * out.grain < enough) out.grain *= 2;
    each_cost([&](std::int64_t& cost) { cost *= out.grain; });
    out.highest = (largest + 1) * out.grain;
    return out;
}

}  // namespace yiquan::siting
