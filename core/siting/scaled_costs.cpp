// SPDX-License-Identifier: MIT
#include "core/siting/scaled_costs.hpp"

#include <algorithm>
#include <cmath>

namespace yiquan::siting {

ScaledCosts::ScaledCosts(const Instance& instance) : instance_(instance) {
    double largest = 0.0;
    bool whole = true;
    for (const double cost : instance.links.cost) {
        largest = std::max(largest, cost);
        whole = whole && cost == std::floor(cost);
    }
    std::int64_t weight = 0;
    for (std::size_t d = 0; d < instance.links.rows(); ++d) weight += instance.weight(d);
    constexpr int finest = 20;
    constexpr double most = 8.8e12;  // 2^43: leaves room for sums with the price of being unserved
    const double total = static_cast<double>(weight) * largest;
    bits_ = whole ? 0 : finest;
    while (std::ldexp(total, bits_) > most) --bits_;
}

std::int64_t ScaledCosts::cost(std::size_t link) const {
    return std::llround(std::ldexp(instance_.links.cost[link], bits_));
}

double ScaledCosts::value(std::int64_t sum) const {
    return std::ldexp(static_cast<double>(sum), -bits_) * Persons::from_ticks(instance_.weight_unit).value();
}

}  // namespace yiquan::siting
