// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/optimize/integer_program.hpp"
#include "core/siting/instance.hpp"

namespace yiquan::siting {

/// An integer program whose first columns are the sites, with the rows that every model has: sites that are
/// settled, and the count or the budget.
class SitingColumns {
public:
    explicit SitingColumns(const Instance& instance);

    optimize::IntegerProgram program;

    /// The numbers of the open sites in a solution.
    [[nodiscard]] std::vector<std::uint32_t> open_in(const std::vector<double>& values) const;

private:
    const Instance& instance_;
};

}  // namespace yiquan::siting
