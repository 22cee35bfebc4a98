// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "core/relocation/instance.hpp"

namespace yiquan::relocation {

/// What no plan can undercut: each unit takes the site that is cheapest for it once room costs its price
/// (Lagrange's relaxation of room). Good for any prices that are not negative; exact whole numbers.
/// \param price      of a head's room, by site
/// \param stay_price of a head that stays
/// \param may_stay   heads that may stay at most
/// \return person-thousandths
[[nodiscard]] std::int64_t travel_bound(const Instance& instance, std::span<const std::int64_t> price,
                                        std::int64_t stay_price, std::int64_t may_stay);

}  // namespace yiquan::relocation
