// SPDX-License-Identifier: MIT
#include "core/siting/answer.hpp"

#include <cmath>

namespace yiquan::siting {

double Answer::gap() const {
    if (status == Status::optimal || objective == bound) return 0.0;
    constexpr double tiny = 1e-12;
    return std::abs(objective - bound) / std::max(std::abs(objective), tiny);
}

}  // namespace yiquan::siting
