// SPDX-License-Identifier: MIT
#include "core/audit/balancing_decimals.hpp"

#include <cmath>

namespace yiquan::audit {

int balancing_decimals(Persons whole, std::initializer_list<Persons> parts) {
    constexpr int most = 6;  // a tick is a millionth
    double scale = 1.0;
    for (int decimals = 0; decimals < most; ++decimals, scale *= 10.0) {
        const auto rounded = [scale](Persons people) { return std::llround(people.value() * scale); };
        long long sum = 0;
        for (const Persons part : parts) sum += rounded(part);
        if (sum == rounded(whole)) return decimals;
    }
    return most;
}

}  // namespace yiquan::audit
