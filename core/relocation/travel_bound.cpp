// SPDX-License-Identifier: MIT
#include "core/relocation/travel_bound.hpp"

#include <algorithm>

namespace yiquan::relocation {

std::int64_t travel_bound(const Instance& instance, std::span<const std::int64_t> price,
                          std::int64_t stay_price, std::int64_t may_stay) {
    std::int64_t bound = -stay_price * may_stay;
    for (std::size_t u = 0; u < instance.units.size(); ++u) {
        const std::int64_t people = instance.units[u].people;
        std::int64_t least = stay_price * people;
        for (const Link& link : instance.links_of(u)) {
            least = std::min(least, link.travel + price[link.site] * people);
        }
        bound += least;
    }
    for (std::size_t s = 0; s < price.size(); ++s) bound -= price[s] * instance.room[s];
    return bound;
}

}  // namespace yiquan::relocation
