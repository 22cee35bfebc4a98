// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "core/siting/instance.hpp"

namespace yiquan::siting {

/// Costs of pairs as whole numbers. Whole costs and weights stay what they are, as long as their sum fits;
/// others are rounded to the finest binary fraction that does. Sums do not depend on their order.
class ScaledCosts {
public:
    explicit ScaledCosts(const Instance& instance);

    /// Of one unit of weight.
    [[nodiscard]] std::int64_t cost(std::size_t link) const;
    /// Of all the weight of a demand.
    [[nodiscard]] std::int64_t weighted(std::size_t demand, std::size_t link) const {
        return cost(link) * instance_.weight(demand);
    }
    /// A sum of weighted costs in persons times the unit of the source.
    [[nodiscard]] double value(std::int64_t sum) const;

private:
    const Instance& instance_;
    int bits_ = 0;  ///< binary digits behind the point
};

}  // namespace yiquan::siting
