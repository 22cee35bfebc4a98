// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/siting/instance.hpp"

namespace yiquan::siting {

/// Worth of a choice of sites; compared place by place, larger is better.
using Worth = std::vector<double>;

/// Choices for models that have no faster way: sites opened one by one, each time the one worth most (ties by
/// id), then exchanged one for one while that helps. `worth` takes the numbers of all sites chosen.
struct Stepwise {
    std::vector<std::uint32_t> greedy;
    std::vector<std::uint32_t> improved;
};
[[nodiscard]] Stepwise choose_stepwise(const Instance& instance,
                                       const std::function<Worth(const std::vector<std::uint32_t>&)>& worth);

}  // namespace yiquan::siting
