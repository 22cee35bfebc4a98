// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include "core/coverage/cost_source.hpp"

namespace yiquan::coverage {

/// Costs from a table in memory that lists pairs and what they cost, in a unit of its own.
class MatrixCosts final : public CostSource {
public:
    explicit MatrixCosts(Links links) : links_(std::move(links)) {}

    [[nodiscard]] CostUnit unit() const override { return CostUnit::table; }
    [[nodiscard]] Links reached(const Asked& asked, Cost limit, unsigned threads,
                                Progress& progress) const override;
    [[nodiscard]] Links within(const Asked& asked, Cost limit, unsigned threads,
                               Progress& progress) const override;

private:
    Links links_;
};

}  // namespace yiquan::coverage
