// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "core/base/wide.hpp"
#include "core/siting/instance.hpp"

namespace yiquan::siting {

/// Weights times costs. Their sums are worked out in 128 bits, without rounding; a search gets them in 64.
class TravelCosts {
public:
    explicit TravelCosts(const Instance& instance);

    /// Of one unit of weight, in the largest unit that divides all costs.
    [[nodiscard]] std::int64_t cost(std::size_t link) const {
        return instance_.links.cost[link].ticks() / cost_unit_;
    }
    /// What a search takes for all the weight of a demand: exact where the sum over all demand fits, else
    /// rounded down to a multiple of `unit()`, so that a bound of the search stays a bound.
    [[nodiscard]] std::int64_t searched(std::size_t demand, std::size_t link) const;
    /// What one of the search's numbers stands for; 1 where nothing is rounded.
    [[nodiscard]] Wide unit() const { return Wide{1} << shift_; }

    /// What everybody's way to the nearest of the open sites sums to, worked out from the data.
    /// \pre each demand has a link to an open site
    [[nodiscard]] Wide travel(std::span<const std::uint32_t> chosen) const;
    /// A sum of weights times costs, in persons times the unit of the source.
    [[nodiscard]] double value(Wide sum) const { return value(sum, instance_.weight_unit); }
    /// The same for amounts that were counted in other units.
    /// \param amount_unit ticks
    [[nodiscard]] double value(Wide sum, std::int64_t amount_unit) const;

private:
    const Instance& instance_;
    std::int64_t cost_unit_ = 1;
    int shift_ = 0;  ///< binary places that a search does not see
};

}  // namespace yiquan::siting
