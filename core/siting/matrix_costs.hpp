// SPDX-License-Identifier: MIT
#pragma once

#include "core/siting/cost_source.hpp"

namespace yiquan::siting {

/// Costs from a table in memory.
class MatrixCosts final : public CostSource {
public:
    MatrixCosts(std::uint32_t sites, Links links) : sites_(sites), links_(std::move(links)) {}

    [[nodiscard]] std::uint32_t sites() const override { return sites_; }
    [[nodiscard]] std::uint32_t demands() const override { return static_cast<std::uint32_t>(links_.rows()); }
    [[nodiscard]] Links reached(Cost limit, unsigned threads, Progress& progress) const override;
    [[nodiscard]] Links within(Cost limit, unsigned threads, Progress& progress) const override;

private:
    std::uint32_t sites_;
    Links links_;
};

}  // namespace yiquan::siting
