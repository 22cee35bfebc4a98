// SPDX-License-Identifier: MIT
#include "core/siting/answer.hpp"

#include <fmt/format.h>

#include <cmath>

namespace yiquan::siting {

Message proof_margin(double tolerance) {
    if (!(tolerance > 0.0)) return {};
    constexpr double steps = 1e5;  // of a hundredth
    const double percent = std::ceil(100.0 * tolerance * steps) / steps;
    return {fmt::format(" (to within {:.5f} %)", percent), fmt::format("（误差不超过 {:.5f} %）", percent)};
}

double Answer::gap() const {
    if (status == Status::optimal || objective == bound) return 0.0;
    constexpr double tiny = 1e-12;
    return std::abs(objective - bound) / std::max(std::abs(objective), tiny);
}

}  // namespace yiquan::siting
