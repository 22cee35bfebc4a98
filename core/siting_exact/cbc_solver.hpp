// SPDX-License-Identifier: MIT
#pragma once

#include "core/optimize/integer_program.hpp"

namespace yiquan::siting_exact {

/// Solves integer programs with CBC and CLP. One call at a time: CBC keeps state of the process.
///
/// The libraries are under the Eclipse Public License; only programs that may carry it link this module.
class CbcSolver final : public optimize::IntegerSolver {
public:
    [[nodiscard]] optimize::IntegerResult solve(const optimize::IntegerProgram& program, double cutoff,
                                                double gap,
                                                const optimize::SearchLimits& limits) const override;
};

}  // namespace yiquan::siting_exact
