// SPDX-License-Identifier: MIT
#include "core/report/relocation_record.hpp"

#include <algorithm>

namespace yiquan::report {

std::size_t RelocationRecord::opened() const {
    return static_cast<std::size_t>(
        std::count_if(sites.begin(), sites.end(), [](const LoadedSite& site) { return site.load > 0; }));
}

bool RelocationRecord::balances() const {
    MovedPeople moved;
    for (const LoadedSite& site : sites) {
        moved.people += site.load;
        moved.households += site.households;
    }
    std::int64_t staying = 0;
    for (const StayingUnit& unit : stays) staying += unit.people;
    return moved.people == placed.people && moved.households == placed.households &&
           moved.people + staying == all.people;
}

}  // namespace yiquan::report
