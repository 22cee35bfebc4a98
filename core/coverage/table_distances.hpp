// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "core/base/quantity.hpp"
#include "core/coverage/cost_source.hpp"

namespace yiquan::coverage {

/// A length as it is compared and summed: in whole millimetres. `no_limit` for one that is infinite.
[[nodiscard]] Cost rounded_cost(Metres length);

/// A table of metres in which every pair stands, row by row. They cost whole millimetres.
class TableDistances final : public CostSource {
public:
    /// \param metres one row of `columns` values after the other; negative: no way
    TableDistances(std::size_t columns, std::vector<double> metres)
        : columns_(columns), metres_(std::move(metres)) {}

    [[nodiscard]] CostUnit unit() const override { return CostUnit::metres; }
    [[nodiscard]] Links reached(const Asked& asked, Cost limit, unsigned threads,
                                Progress& progress) const override;
    [[nodiscard]] Links within(const Asked& asked, Cost limit, unsigned threads,
                               Progress& progress) const override;
    [[nodiscard]] NearestColumns nearest(const Asked& asked, unsigned threads,
                                         Progress& progress) const override;

private:
    [[nodiscard]] double metres(std::size_t row, std::size_t column) const {
        return metres_[row * columns_ + column];
    }

    std::size_t columns_;
    std::vector<double> metres_;
};

}  // namespace yiquan::coverage
