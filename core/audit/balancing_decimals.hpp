// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>

#include "core/base/exact.hpp"

namespace yiquan::audit {

/// With how few decimals parts are to be shown so that, each rounded by itself, they add up to the rounded
/// whole.
/// \param parts whose sum is the whole; what is taken away is negative
/// \return at most 6, which show every tick
[[nodiscard]] int balancing_decimals(Persons whole, std::initializer_list<Persons> parts);

}  // namespace yiquan::audit
