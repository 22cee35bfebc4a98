// SPDX-License-Identifier: MIT
#include "core/siting/travel_costs.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace yiquan::siting {

TravelCosts::TravelCosts(const Instance& instance) : instance_(instance) {
    std::int64_t unit = 0;
    for (const Cost cost : instance.links.cost) unit = std::gcd(unit, cost.ticks());
    cost_unit_ = std::max<std::int64_t>(unit, 1);
    Wide most = 0;  // everybody goes to the farthest site
    for (std::size_t d = 0; d < instance.links.rows(); ++d) {
        std::int64_t dearest = 0;
        for (std::size_t k = instance.links.first[d]; k < instance.links.first[d + 1]; ++k) {
            dearest = std::max(dearest, cost(k));
        }
        most += Wide{dearest} * instance.weight(d);
    }
    while ((most >> shift_) > ServiceProgram::largest_sum) ++shift_;
}

std::int64_t TravelCosts::searched(std::size_t demand, std::size_t link) const {
    return static_cast<std::int64_t>((Wide{cost(link)} * instance_.weight(demand)) >> shift_);
}

Wide TravelCosts::travel(std::span<const std::uint32_t> chosen) const {
    const std::vector<char> open = instance_.opened(chosen);
    Wide sum = 0;
    for (std::size_t d = 0; d < instance_.links.rows(); ++d) {
        if (instance_.weight(d) == 0) continue;
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        for (std::size_t k = instance_.links.first[d]; k < instance_.links.first[d + 1]; ++k) {
            if (open[instance_.links.column[k]] != 0) least = std::min(least, cost(k));
        }
        sum += Wide{least} * instance_.weight(d);
    }
    return sum;
}

double TravelCosts::value(Wide sum, std::int64_t amount_unit) const {
    constexpr auto per_unit = static_cast<long double>(Cost::ticks_per_unit) * Persons::ticks_per_unit;
    const Wide ticks = sum * cost_unit_ * amount_unit;
    return static_cast<double>(static_cast<long double>(ticks) / per_unit);
}

}  // namespace yiquan::siting
